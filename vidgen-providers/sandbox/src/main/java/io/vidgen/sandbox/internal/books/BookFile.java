package io.vidgen.sandbox.internal.books;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Lines that are only ever added. A last line that was cut off by a crash is dropped. */
final class BookFile implements Closeable {
  private final Path file;
  private final FileChannel channel;

  private BookFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static BookFile open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      channel.position(endOfLastLine(channel));
      channel.truncate(channel.position());
      return new BookFile(file, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    var one = ByteBuffer.allocate(1);
    long end = channel.size();
    while (end > 0) {
      channel.read(one.clear(), end - 1);
      if (one.get(0) == '\n') {
        break;
      }
      end--;
    }
    return end;
  }

  void read(Consumer<String> line) throws IOException {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      lines.forEach(line);
    }
  }

  /** Hands a line to the system in one piece: it outlives this process from then on. */
  void append(String line) {
    try {
      var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
