package io.vidgen.rest.internal.elevenlabs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts samples one after the other into a WAV file, bit by bit as they are. */
final class WaveFile {
  private static final int HEADER = 44;

  private WaveFile() {}

  /** Joins files of 16-bit mono samples; an odd last byte of one is left out. */
  static void join(List<Path> parts, int rate, Path target) throws IOException {
    long size = 0;
    for (var part : parts) {
      size += evenSize(part);
    }
    try (var out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
      out.write(header(size, rate));
      var buffer = new byte[1 << 16];
      for (var part : parts) {
        long left = evenSize(part);
        try (var in = Files.newInputStream(part)) {
          while (left > 0) {
            int count = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (count == 0) {
              throw new IOException("a part of the speech became shorter");
            }
            out.write(buffer, 0, count);
            left -= count;
          }
        }
      }
    }
  }

  private static long evenSize(Path part) throws IOException {
    return Files.size(part) & ~1L;
  }

  private static byte[] header(long data, int rate) {
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt((int) (data + HEADER - 8))
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(rate)
        .putInt(rate * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt((int) data)
        .array();
  }
}
