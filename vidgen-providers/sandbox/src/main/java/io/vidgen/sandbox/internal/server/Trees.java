package io.vidgen.sandbox.internal.server;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes directories in which somebody may still be at work. */
public final class Trees {
  private static final int TRIES = 5;

  private Trees() {}

  /** Deletes a directory and what is in it; files that vanish meanwhile are fine. */
  public static void delete(Path root) throws IOException {
    for (int i = 1; Files.exists(root); i++) {
      try {
        Files.walkFileTree(root, new Deleting());
      } catch (DirectoryNotEmptyException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
