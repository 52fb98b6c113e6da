package io.vidgen.internal.video;

import io.vidgen.spi.MediaInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The type of a file by its first bytes, which vendors want to know. */
final class MediaTypes {
  private static final int HEAD = 16;

  private MediaTypes() {}

  static String of(Path file, @Nullable MediaInfo info) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    boolean picture = info == null || info.video() != null;
    var known = known(new String(head, StandardCharsets.ISO_8859_1), picture);
    if (known != null) {
      return known;
    } else if (!picture) {
      return "audio/*";
    }
    return info == null || info.duration().isZero() ? "image/*" : "video/*";
  }

  private static @Nullable String known(String head, boolean picture) {
    if (head.startsWith("\u0089PNG")) {
      return "image/png";
    } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "image/webp";
    } else if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) {
      return "audio/wav";
    } else if (head.startsWith("ftyp", 4)) {
      return picture ? "video/mp4" : "audio/mp4";
    } else if (head.startsWith("\u001aE\u00df\u00a3")) {
      return picture ? "video/webm" : "audio/webm";
    } else if (head.startsWith("ID3") || head.startsWith("\u00ff\u00fb")) {
      return "audio/mpeg";
    } else if (head.startsWith("fLaC")) {
      return "audio/flac";
    }
    return head.startsWith("OggS") ? (picture ? "video/ogg" : "audio/ogg") : null;
  }
}
