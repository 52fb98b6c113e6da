package io.vidgen.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What one trip to the disk writes: a head of fixed width, then records as JSON, one a line. All of
 * it is text, so a journal can be read with any tool, and zero bytes in it can only be space that
 * the file system gave but never filled.
 *
 * <pre>=LENGTH(8 hex) NUMBER(16 hex) CRC32C-OF-BODY(8 hex) CRC32C-OF-HEAD(8 hex)\n</pre>
 */
final class Frame {
  /** Bytes of a head. */
  static final int HEAD = 45;

  private static final int SUMMED = 36;

  /**
   * A head that was read.
   *
   * @param length bytes of the body
   * @param number counts frames of a file, from 1
   * @param checksum of the body
   */
  record Head(int length, long number, int checksum) {
    boolean matches(byte[] body) {
      return crc(body, 0, body.length) == checksum;
    }
  }

  private Frame() {}

  static byte[] encode(long number, byte[] body) {
    var head = head(body.length, number, crc(body, 0, body.length));
    var frame = new byte[HEAD + body.length];
    System.arraycopy(head, 0, frame, 0, HEAD);
    System.arraycopy(body, 0, frame, HEAD, body.length);
    return frame;
  }

  /** Reads a head, or null where none begins. */
  static @Nullable Head decode(byte[] bytes, int offset) {
    if (bytes.length - offset < HEAD || bytes[offset] != '=') {
      return null;
    }
    var text = new String(bytes, offset, HEAD, StandardCharsets.ISO_8859_1);
    try {
      int length = Integer.parseUnsignedInt(text.substring(1, 9), 16);
      long number = Long.parseUnsignedLong(text.substring(10, 26), 16);
      int checksum = Integer.parseUnsignedInt(text.substring(27, 35), 16);
      // Written again and compared, so that no flipped bit passes, not even in the case of a digit.
      var same = new String(head(length, number, checksum), StandardCharsets.ISO_8859_1);
      return length >= 0 && same.equals(text) ? new Head(length, number, checksum) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static byte[] head(int length, long number, int checksum) {
    var summed = String.format(Locale.ROOT, "=%08x %016x %08x ", length, number, checksum);
    var bytes = summed.getBytes(StandardCharsets.US_ASCII);
    return String.format(Locale.ROOT, "%s%08x\n", summed, crc(bytes, 0, SUMMED))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static int crc(byte[] bytes, int offset, int length) {
    var crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
