package io.vidgen.sandbox.internal.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** A part of a file, for downloads that go on where they broke off. */
final class ByteRange {
  private static final Pattern FROM = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

  private ByteRange() {}

  /** The reply itself, or a 206 or 416 when a range of the file was asked for. */
  static Reply apply(Reply whole, String header) {
    var file = whole.file();
    var matcher = FROM.matcher(header);
    if (file == null || !matcher.matches()) {
      return whole.header("Accept-Ranges", "bytes");
    }
    try {
      long size = Files.size(file);
      long from = Long.parseLong(matcher.group(1));
      long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
      long to = Math.min(last, size - 1);
      if (from > to) {
        return Reply.empty(416).header("Content-Range", "bytes */" + size);
      }
      var type = whole.headers().getOrDefault("Content-Type", "application/octet-stream");
      return Reply.stream(206, type, out -> copy(file, from, to - from + 1, out))
          .header("Content-Range", "bytes " + from + "-" + to + "/" + size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(
      java.nio.file.Path file, long from, long length, java.io.OutputStream out)
      throws IOException {
    try (var channel = FileChannel.open(file);
        var in = Channels.newInputStream(channel.position(from))) {
      var buffer = new byte[16 << 10];
      for (long left = length; left > 0; ) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          throw new EOFException();
        }
        out.write(buffer, 0, n);
        left -= n;
      }
    }
  }
}
