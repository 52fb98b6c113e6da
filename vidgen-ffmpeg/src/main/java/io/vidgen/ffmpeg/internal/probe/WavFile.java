package io.vidgen.ffmpeg.internal.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Exact length of a WAV file: ffmpeg prints only hundredths of a second. */
final class WavFile {
  private static final int RIFF = 0x46464952;
  private static final int WAVE = 0x45564157;
  private static final int FMT = 0x20746d66;
  private static final int DATA = 0x61746164;
  private static final int MOST_CHUNKS = 64;

  private WavFile() {}

  /** The length; empty if it is no plain WAV file. */
  static Optional<Duration> duration(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      var head = bytes(channel, 0, 12);
      if (head.limit() < 12 || head.getInt(0) != RIFF || head.getInt(8) != WAVE) {
        return Optional.empty();
      }
      long position = 12;
      int rate = 0;
      int block = 0;
      for (int i = 0; i < MOST_CHUNKS; i++) {
        var chunk = bytes(channel, position, 24);
        if (chunk.limit() < 8) {
          return Optional.empty();
        }
        long size = Integer.toUnsignedLong(chunk.getInt(4));
        if (chunk.getInt(0) == FMT && chunk.limit() >= 22) {
          rate = chunk.getInt(12);
          block = Short.toUnsignedInt(chunk.getShort(20));
        } else if (chunk.getInt(0) == DATA && rate > 0 && block > 0) {
          // a streamed file says 0 or -1: what is there counts
          long there = channel.size() - position - 8;
          long samples = (size == 0 ? there : Math.min(size, there)) / block;
          return Optional.of(Duration.ofNanos(samples * 1_000_000_000L / rate));
        }
        position += 8 + size + (size & 1);
      }
      return Optional.empty();
    }
  }

  private static ByteBuffer bytes(SeekableByteChannel channel, long position, int length)
      throws IOException {
    var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(position);
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer);
    }
    return buffer.flip();
  }
}
