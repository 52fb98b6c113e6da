package io.vidgen.audio;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes 16-bit mono WAV to a file as the samples come; the sizes are filled in at the end. */
public final class WavWriter implements Closeable {
  private static final int HEADER = 44;

  private final FileChannel channel;
  private final OutputStream out;
  private final int rate;
  private long samples;

  /**
   * Opens a new file.
   *
   * @param file where to write
   * @param rate samples per second
   * @throws IOException if it cannot be written
   */
  public WavWriter(Path file, int rate) throws IOException {
    this.rate = rate;
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    out.write(header(0));
  }

  /**
   * Appends samples.
   *
   * @param values from -1 to 1; what is beyond is cut off
   * @param count how many of them
   * @throws IOException if they cannot be written
   */
  public void write(float[] values, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int value = Math.round(Math.max(-1, Math.min(1, values[i])) * Short.MAX_VALUE);
      out.write(value);
      out.write(value >> 8);
    }
    samples += count;
  }

  /**
   * How many samples were written.
   *
   * @return 0 before the first
   */
  public long samples() {
    return samples;
  }

  /** Fills in the sizes; closing again does nothing. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      out.flush();
      channel.write(ByteBuffer.wrap(header(samples * 2)), 0);
    }
  }

  private byte[] header(long data) {
    int size = (int) Math.min(data, 0xFFFFFFFFL - HEADER);
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(size + HEADER - 8)
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(rate)
        .putInt(rate * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .put(ascii("data"))
        .putInt(size)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
