package io.vidgen.offline.internal.picture;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes an RGB PNG row by row (PNG specification, third edition, W3C 2025). */
final class PngWriter implements Closeable {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final byte FILTER_SUB = 1;
  private static final int LEVEL = 1;

  private final DataOutputStream out;
  private final Deflater deflater = new Deflater(LEVEL);
  private final byte[] filtered;
  private final byte[] packed = new byte[1 << 16];

  PngWriter(Path file, int width, int height) throws IOException {
    OutputStream raw = Files.newOutputStream(file);
    this.out = new DataOutputStream(new BufferedOutputStream(raw, 1 << 16));
    this.filtered = new byte[1 + 3 * width];
    out.writeLong(SIGNATURE);
    byte[] header = new byte[13];
    for (int i = 0; i < 4; i++) {
      header[i] = (byte) (width >>> (24 - 8 * i));
      header[4 + i] = (byte) (height >>> (24 - 8 * i));
    }
    header[8] = 8;
    header[9] = 2;
    chunk("IHDR", header, header.length);
    chunk("sRGB", new byte[1], 1);
  }

  /** Appends a row that begins at {@code offset}. */
  void row(byte[] rgb, int offset) throws IOException {
    filtered[0] = FILTER_SUB;
    for (int i = 1; i < filtered.length; i++) {
      int left = i > 3 ? rgb[offset + i - 4] : 0;
      filtered[i] = (byte) (rgb[offset + i - 1] - left);
    }
    deflater.setInput(filtered);
    while (!deflater.needsInput()) {
      drain();
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      deflater.finish();
      while (!deflater.finished()) {
        drain();
      }
      chunk("IEND", new byte[0], 0);
    } finally {
      deflater.end();
    }
  }

  private void drain() throws IOException {
    int length = deflater.deflate(packed);
    if (length > 0) {
      chunk("IDAT", packed, length);
    }
  }

  private void chunk(String type, byte[] data, int length) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    out.writeInt(length);
    out.write(name);
    out.write(data, 0, length);
    out.writeInt((int) crc.getValue());
  }
}
