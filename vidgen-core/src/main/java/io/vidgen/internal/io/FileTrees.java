package io.vidgen.internal.io;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole directories. Symbolic links are never followed. */
public final class FileTrees {
  private FileTrees() {}

  /**
   * Deletes a file or a directory with everything in it; nothing happens if it is not there.
   *
   * @param root what to delete
   * @throws IOException if something cannot be deleted
   */
  public static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          /** What somebody else has deleted meanwhile is gone as well. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Deletes everything in a directory but not the directory.
   *
   * @param directory a directory
   * @throws IOException if something cannot be deleted
   */
  public static void deleteContents(Path directory) throws IOException {
    for (var child : children(directory)) {
      delete(child);
    }
  }

  /**
   * What is in a directory.
   *
   * @param directory a directory
   * @return its entries, in order of their names
   * @throws IOException if it cannot be read
   */
  public static List<Path> children(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
