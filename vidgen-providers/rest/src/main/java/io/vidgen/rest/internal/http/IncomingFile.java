package io.vidgen.rest.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;

/** A file that comes in pieces. Its name is made here; it gets its last name when it is whole. */
final class IncomingFile {
  private static final int CHUNK = 64 << 10;

  private final Path directory;
  private final String name;
  private final Path part;
  private final Expected expected;
  private long size;
  private boolean recognised;

  IncomingFile(Path directory, Expected expected) {
    this.directory = directory;
    this.expected = expected;
    name = "received-" + UUID.randomUUID();
    part = directory.resolve(name + ".part");
  }

  long size() {
    return size;
  }

  /** Forgets what came so far. */
  void restart() {
    size = 0;
    recognised = false;
  }

  /** Refuses what cannot become the file, before a byte of it is read. */
  void check(Response response) throws IOException {
    var type = Answers.type(response);
    if (type.startsWith("text/") || type.contains("json") || type.contains("xml")) {
      var text = response.body().source();
      text.request(512);
      var head = text.getBuffer().snapshot((int) Math.min(512, text.getBuffer().size())).utf8();
      throw new BadAnswerException("it is " + type + Answers.excerpt(head));
    }
    long declared = response.body().contentLength();
    if (declared >= 0 && size + declared > expected.maxBytes()) {
      throw tooLong();
    }
  }

  /** Takes what comes to its end. */
  void append(BufferedSource source) throws IOException {
    var bytes = new byte[CHUNK];
    try (var out = open()) {
      for (int read = source.read(bytes); read >= 0; read = source.read(bytes)) {
        if (size + read > expected.maxBytes()) {
          throw tooLong();
        }
        write(out, ByteBuffer.wrap(bytes, 0, read));
        size += read;
        if (!recognised && size >= MediaKind.HEAD) {
          recognise();
        }
      }
    }
  }

  /** Gives the file its last name. */
  Received finish(Headers headers) throws IOException {
    if (size == 0) {
      throw new BadAnswerException("it is empty");
    }
    var kind = recognise();
    var file = directory.resolve(name + "." + kind.extension());
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LocalFileException(e);
    }
    return new Received(file, kind, size, headers);
  }

  /** Leaves nothing behind. */
  void discard() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The work directory is deleted after the call anyway.
    }
  }

  private MediaKind recognise() throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(part)) {
      head = in.readNBytes(MediaKind.HEAD);
    } catch (IOException e) {
      throw new LocalFileException(e);
    }
    for (var kind : expected.kinds()) {
      if (kind.matches(head)) {
        recognised = true;
        return kind;
      }
    }
    throw new BadAnswerException("it is none of " + expected.kinds());
  }

  private FileChannel open() throws LocalFileException {
    try {
      var out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      out.truncate(size);
      out.position(size);
      return out;
    } catch (IOException e) {
      throw new LocalFileException(e);
    }
  }

  private static void write(FileChannel out, ByteBuffer bytes) throws LocalFileException {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new LocalFileException(e);
    }
  }

  private BadAnswerException tooLong() {
    return new BadAnswerException("it is longer than " + expected.maxBytes() + " bytes");
  }

  /** What came is shorter than was said. */
  static EOFException tooShort(long came, long declared) {
    return new EOFException("only " + came + " of " + declared + " bytes came");
  }
}
