package io.vidgen.rest.internal.http;

import java.nio.charset.StandardCharsets;

/** Kinds of media file, told apart by their first bytes. */
public enum MediaKind {
  /** ISO base media, ISO/IEC 14496-12 {@code ftyp}; also M4A and AAC in MP4. */
  MP4("video/mp4", "mp4"),
  /** QuickTime. */
  MOV("video/quicktime", "mov"),
  /** WebM and Matroska, EBML header. */
  WEBM("video/webm", "webm"),
  /** RIFF WAVE. */
  WAV("audio/wav", "wav"),
  /** MPEG audio, with or without ID3. */
  MP3("audio/mpeg", "mp3"),
  /** Ogg: Opus or Vorbis. */
  OGG("audio/ogg", "ogg"),
  /** FLAC. */
  FLAC("audio/flac", "flac"),
  /** Samples without a header: nothing can be recognised. */
  PCM("audio/L16", "pcm"),
  /** PNG. */
  PNG("image/png", "png"),
  /** JPEG. */
  JPEG("image/jpeg", "jpg"),
  /** WebP. */
  WEBP("image/webp", "webp");

  /** How many first bytes decide. */
  static final int HEAD = 16;

  private final String mediaType;
  private final String extension;

  MediaKind(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /**
   * Its media type.
   *
   * @return such as {@code video/mp4}
   */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Its usual file name extension.
   *
   * @return such as {@code mp4}
   */
  public String extension() {
    return extension;
  }

  /**
   * Whether a file begins like one of this kind.
   *
   * @param head its first 16 bytes, fewer if it is shorter
   * @return true if so; for {@link #PCM} when there is any byte and it looks like no text
   */
  public boolean matches(byte[] head) {
    return switch (this) {
      case MP4 -> has(head, 4, "ftyp") && !has(head, 8, "qt  ");
      case MOV ->
          has(head, 4, "ftypqt  ")
              || has(head, 4, "moov")
              || has(head, 4, "mdat")
              || has(head, 4, "wide");
      case WEBM -> has(head, 0, "\u001aE\u00df\u00a3");
      case WAV -> has(head, 0, "RIFF") && has(head, 8, "WAVE");
      case MP3 -> has(head, 0, "ID3") || isMpegFrame(head);
      case OGG -> has(head, 0, "OggS");
      case FLAC -> has(head, 0, "fLaC");
      case PCM -> head.length > 0 && head[0] != '<' && head[0] != '{';
      case PNG -> has(head, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> has(head, 0, "\u00ff\u00d8\u00ff");
      case WEBP -> has(head, 0, "RIFF") && has(head, 8, "WEBP");
    };
  }

  /** Eleven set bits, then a version, layer and bit rate that exist (ISO/IEC 11172-3, 2.4.1.3). */
  private static boolean isMpegFrame(byte[] head) {
    return head.length >= 3
        && (head[0] & 0xff) == 0xff
        && (head[1] & 0xe0) == 0xe0
        && (head[1] & 0x18) != 0x08
        && (head[1] & 0x06) != 0
        && (head[2] & 0xf0) != 0xf0
        && (head[2] & 0x0c) != 0x0c;
  }

  private static boolean has(byte[] head, int offset, String bytes) {
    var wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
    if (head.length < offset + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (head[offset + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
