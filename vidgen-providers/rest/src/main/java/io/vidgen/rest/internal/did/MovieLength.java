package io.vidgen.rest.internal.did;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads how long an MP4 or QuickTime file says it is: box {@code moov/mvhd} (ISO/IEC 14496-12,
 * 8.2.2).
 */
public final class MovieLength {
  private static final int MOOV = 0x6d6f6f76;
  private static final int MVHD = 0x6d766864;
  private static final int MOST_BOXES = 10_000;

  private MovieLength() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its length; empty when it does not say
   * @throws IOException if it cannot be read
   */
  public static Optional<Duration> read(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      return search(channel, channel.size());
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> search(SeekableByteChannel channel, long size)
      throws IOException {
    long at = 0;
    long end = size;
    for (int i = 0; i < MOST_BOXES && at + 8 <= end; i++) {
      channel.position(at);
      var head = bytes(channel, 8);
      long length = Integer.toUnsignedLong(head.getInt());
      int type = head.getInt();
      long body = at + 8;
      if (length == 1) {
        length = bytes(channel, 8).getLong();
        body += 8;
      } else if (length == 0) {
        length = end - at;
      }
      if (length < body - at || length > end - at) {
        return Optional.empty();
      }
      if (type == MVHD) {
        return header(channel);
      }
      if (type == MOOV) {
        end = at + length;
        at = body;
      } else {
        at += length;
      }
    }
    return Optional.empty();
  }

  private static Optional<Duration> header(SeekableByteChannel channel) throws IOException {
    boolean isLong = bytes(channel, 4).get() == 1;
    var fields = bytes(channel, isLong ? 28 : 16);
    fields.position(isLong ? 16 : 8);
    long scale = Integer.toUnsignedLong(fields.getInt());
    long units = isLong ? fields.getLong() : Integer.toUnsignedLong(fields.getInt());
    double seconds = scale == 0 ? 0 : (double) units / scale;
    return seconds > 0 && seconds < 1e6
        ? Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)))
        : Optional.empty();
  }

  private static ByteBuffer bytes(SeekableByteChannel channel, int count) throws IOException {
    var buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }
}
