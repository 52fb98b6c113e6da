package io.vidgen.rest.internal.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;

/** A file that is streamed as it is sent. */
final class FileBody extends RequestBody {
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
    return Files.size(file);
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (var source = Okio.source(file)) {
      sink.writeAll(source);
    }
  }
}
