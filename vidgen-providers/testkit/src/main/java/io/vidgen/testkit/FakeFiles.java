package io.vidgen.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The smallest files that are what their type says; a note inside makes them differ. */
final class FakeFiles {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private FakeFiles() {}

  /** One pixel, and the note as text chunk. */
  static byte[] png(String note) {
    var header = ByteBuffer.allocate(13).putInt(1).putInt(1).put((byte) 8).array();
    var text = ("Comment\0" + note).getBytes(StandardCharsets.ISO_8859_1);
    var out = new ByteArrayOutputStream();
    out.writeBytes(PNG);
    out.writeBytes(chunk("IHDR", header));
    out.writeBytes(chunk("tEXt", text));
    out.writeBytes(chunk("IDAT", deflated(new byte[] {0, (byte) 0x80})));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** The brand of an MP4 and the note as free space; there is nothing to play. */
  static byte[] mp4(String note) {
    var text = note.getBytes(StandardCharsets.UTF_8);
    var file = ByteBuffer.allocate(24 + 8 + text.length);
    file.putInt(24).put(ascii("ftypisom")).putInt(0).put(ascii("isommp42"));
    return file.putInt(8 + text.length).put(ascii("free")).put(text).array();
  }

  /** The marks of a JPEG and the note as comment; there is nothing to see. */
  static byte[] jpeg(String note) {
    var text = note.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(text.length, 60_000);
    var file = ByteBuffer.allocate(length + 8);
    file.putShort((short) 0xffd8).putShort((short) 0xfffe).putShort((short) (length + 2));
    return file.put(text, 0, length).putShort((short) 0xffd9).array();
  }

  /** The frame of a WAV and the note as a chunk; there is nothing to hear. */
  static byte[] wav(String note) {
    var text = note.getBytes(StandardCharsets.UTF_8);
    int padded = text.length + text.length % 2;
    var file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(12 + padded).put(ascii("WAVE"));
    file.put(ascii("note")).putInt(text.length).put(text);
    return file.array();
  }

  static byte[] ofType(String mediaType, String note) {
    return switch (mediaType) {
      case "image/png" -> png(note);
      case "image/jpeg" -> jpeg(note);
      case "video/mp4", "audio/mp4" -> mp4(note);
      case "audio/wav" -> wav(note);
      default -> throw new IllegalArgumentException("no fake file of type " + mediaType);
    };
  }

  private static byte[] chunk(String name, byte[] data) {
    var crc = new CRC32();
    crc.update(ascii(name));
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(ascii(name))
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] deflated(byte[] data) {
    var deflater = new Deflater();
    try {
      deflater.setInput(data);
      deflater.finish();
      var buffer = new byte[64];
      return java.util.Arrays.copyOf(buffer, deflater.deflate(buffer));
    } finally {
      deflater.end();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
