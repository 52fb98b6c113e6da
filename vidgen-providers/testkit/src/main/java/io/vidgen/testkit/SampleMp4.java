package io.vidgen.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Small MP4 files with an index and nothing to see, for those who only read what a file says of
 * itself.
 */
public final class SampleMp4 {
  private SampleMp4() {}

  /**
   * With a picture and sound.
   *
   * @param millis how long it says it is, in milliseconds
   * @return the file
   */
  public static byte[] of(int millis) {
    return of(millis, true, true);
  }

  /**
   * With what a test needs.
   *
   * @param millis how long it says it is, in milliseconds
   * @param picture whether there is a picture track
   * @param sound whether there is a sound track
   * @return the file
   */
  public static byte[] of(int millis, boolean picture, boolean sound) {
    var tracks = new ByteArrayOutputStream();
    if (picture) {
      tracks.writeBytes(track("vide"));
    }
    if (sound) {
      tracks.writeBytes(track("soun"));
    }
    var brand = "isom\0\0\2\0isommp41".getBytes(StandardCharsets.ISO_8859_1);
    return join(
        box("ftyp", brand),
        box("moov", join(box("mvhd", header(millis)), tracks.toByteArray())),
        box("mdat", new byte[64]));
  }

  private static byte[] track(String kind) {
    var handler = ("\0\0\0\0\0\0\0\0" + kind + "\0".repeat(13)).getBytes(StandardCharsets.US_ASCII);
    return box("trak", box("mdia", box("hdlr", handler)));
  }

  private static byte[] header(int millis) {
    return written(
        out -> {
          out.write(new byte[12]);
          out.writeInt(1000);
          out.writeInt(millis);
          out.write(new byte[80]);
        });
  }

  private static byte[] box(String type, byte[] content) {
    return written(
        out -> {
          out.writeInt(content.length + 8);
          out.write(type.getBytes(StandardCharsets.US_ASCII));
          out.write(content);
        });
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Content content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
