package io.vidgen.rest.internal.coqui;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a WAV file's length with what it says of itself. */
final class WavSize {
  /** Programs that write to a pipe say about as much as fits. */
  private static final long UNKNOWN = 0x7FF0_0000L;

  private WavSize() {}

  static boolean isCutShort(Path file) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(8);
    }
    if (head.length < 8) {
      return true;
    }
    int size = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    long said = Integer.toUnsignedLong(size) + 8;
    return said < UNKNOWN && said > Files.size(file);
  }
}
