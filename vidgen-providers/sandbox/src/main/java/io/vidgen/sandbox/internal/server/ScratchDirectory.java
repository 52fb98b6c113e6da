package io.vidgen.sandbox.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A directory of one call, made when it is first needed and deleted with what is in it. */
final class ScratchDirectory implements AutoCloseable {
  private final Path parent;
  private @Nullable Path path;

  ScratchDirectory(Path parent) {
    this.parent = parent;
  }

  Path path() throws IOException {
    var made = path;
    if (made == null) {
      made = Files.createTempDirectory(parent, "call");
      path = made;
    }
    return made;
  }

  @Override
  public void close() throws IOException {
    if (path != null) {
      Trees.delete(path);
    }
  }
}
