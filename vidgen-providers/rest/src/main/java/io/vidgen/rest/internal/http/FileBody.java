package io.vidgen.rest.internal.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** A file that is streamed as it is sent. */
final class FileBody extends RequestBody {
  private static final long CHUNK = 64 << 10;

  private final Path file;
  private final MediaType type;

  FileBody(Path file, MediaType type) {
    this.file = file;
    this.type = type;
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() throws IOException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new LocalFileException(e);
    }
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    var piece = new Buffer();
    try (var source = open()) {
      while (read(source, piece) >= 0) {
        sink.write(piece, piece.size());
      }
    }
  }

  private Source open() throws IOException {
    try {
      return Okio.source(file);
    } catch (IOException e) {
      throw new LocalFileException(e);
    }
  }

  private static long read(Source source, Buffer piece) throws IOException {
    try {
      return source.read(piece, CHUNK);
    } catch (IOException e) {
      throw new LocalFileException(e);
    }
  }
}
