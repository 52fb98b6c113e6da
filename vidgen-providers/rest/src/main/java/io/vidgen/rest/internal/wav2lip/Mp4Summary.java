package io.vidgen.rest.internal.wav2lip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * What the {@code moov} box of an MP4 says (ISO/IEC 14496-12). Bytes from outside are not trusted:
 * boxes lie inside their parents and {@code moov} fits into memory.
 *
 * @param duration of the film; zero when the file does not say, as of fragments
 * @param hasPicture whether there is a video track
 * @param hasSound whether there is an audio track
 */
record Mp4Summary(Duration duration, boolean hasPicture, boolean hasSound) {
  private static final int HEADER = 8;
  private static final long MOST = 32L << 20;
  private static final int MOST_BOXES = 10_000;

  static Mp4Summary read(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = 0;
      boolean typed = false;
      for (int i = 0; i < MOST_BOXES && at + HEADER <= channel.size(); i++) {
        var head = bytes(channel, at, (int) Math.min(16, channel.size() - at));
        var type = type(head, 4);
        long size = size(head, channel.size() - at);
        typed |= i == 0 && type.equals("ftyp");
        if (!typed || size < HEADER || at + size > channel.size()) {
          throw new IOException(typed ? "a file that is cut off" : "no ftyp box");
        }
        if (type.equals("moov")) {
          if (size > MOST) {
            throw new IOException("an index of " + size + " bytes");
          }
          var found = new Finder();
          found.look(bytes(channel, at, (int) size), 0, (int) size, 0);
          return found.summary();
        }
        at += size;
      }
    }
    throw new IOException("no moov box");
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
    var buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("a file that is cut off");
      }
    }
    return buffer.flip();
  }

  private static String type(ByteBuffer bytes, int at) {
    var name = new byte[4];
    bytes.get(at, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private static long size(ByteBuffer head, long rest) {
    long size = Integer.toUnsignedLong(head.getInt(0));
    if (size == 0) {
      return rest;
    }
    return size == 1 && head.limit() >= 16 ? head.getLong(8) : size;
  }

  /** Walks the boxes in memory. */
  private static final class Finder {
    private static final int DEEPEST = 4;

    private long scale;
    private long length;
    private boolean picture;
    private boolean sound;

    void look(ByteBuffer moov, int from, int to, int depth) throws IOException {
      int at = from + HEADER;
      while (at + HEADER <= to) {
        long size = Integer.toUnsignedLong(moov.getInt(at));
        if (size < HEADER || at + size > to) {
          throw new IOException("a damaged index");
        }
        int end = at + (int) size;
        switch (type(moov, at + 4)) {
          case "mvhd" -> header(moov, at + HEADER, end);
          case "hdlr" -> handler(moov, at + HEADER, end);
          case "trak", "mdia" -> {
            if (depth < DEEPEST) {
              look(moov, at, end, depth + 1);
            }
          }
          default -> {}
        }
        at = end;
      }
    }

    private void header(ByteBuffer moov, int at, int end) throws IOException {
      boolean wide = at < end && moov.get(at) == 1;
      if (at + (wide ? 32 : 20) > end) {
        throw new IOException("a damaged index");
      }
      scale = Integer.toUnsignedLong(moov.getInt(at + (wide ? 20 : 12)));
      length = wide ? moov.getLong(at + 24) : Integer.toUnsignedLong(moov.getInt(at + 16));
    }

    private void handler(ByteBuffer moov, int at, int end) {
      if (at + 12 <= end) {
        var kind = type(moov, at + 8);
        picture |= kind.equals("vide");
        sound |= kind.equals("soun");
      }
    }

    Mp4Summary summary() throws IOException {
      if (scale == 0) {
        throw new IOException("a damaged index");
      }
      boolean known = length > 0 && length < Integer.MAX_VALUE;
      var duration = known ? Duration.ofMillis(length * 1000 / scale) : Duration.ZERO;
      return new Mp4Summary(duration, picture, sound);
    }
  }
}
