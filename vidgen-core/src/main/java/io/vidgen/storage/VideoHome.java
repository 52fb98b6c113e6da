package io.vidgen.storage;

import io.vidgen.internal.io.FileTrees;
import io.vidgen.internal.io.Sync;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The directory of one video, {@code <root>/<id>/}. In it are generations, {@code 00000001} and so
 * on, of which the highest counts: no system replaces a full directory in one step, so a new one
 * appears beside the old one, complete, and the old one goes afterwards.
 */
final class VideoHome {
  private static final Pattern GENERATION = Pattern.compile("\\d{8}");
  private static final int TRIES = 20;

  private final Path path;

  VideoHome(Path path) {
    this.path = path;
  }

  /** A video as it lies on the disk. */
  record Found(Path directory, VideoMeta meta) {}

  Path path() {
    return path;
  }

  /** The newest complete generation. */
  Optional<Found> newest() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      var directory = newestDirectory();
      if (directory.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Found(directory.get(), VideoMeta.read(directory.get())));
      } catch (NoSuchFileException e) {
        // Replaced or deleted between two looks: look again.
      }
    }
    return Optional.empty();
  }

  /** Where the newest complete generation is, readable or not. */
  Optional<Path> newestDirectory() throws IOException {
    var generations = generations();
    for (int i = 0; ; i++) {
      for (int g = generations.size() - 1; g >= 0; g--) {
        var directory = generations.get(g);
        if (isComplete(directory)) {
          return Optional.of(directory);
        }
      }
      var now = generations();
      if (now.equals(generations) || i == TRIES) {
        return Optional.empty();
      }
      // All that was there was replaced between two looks: look again.
      generations = now;
    }
  }

  private static boolean isComplete(Path generation) {
    return Files.isDirectory(generation, LinkOption.NOFOLLOW_LINKS)
        && Files.exists(generation.resolve(StorageNames.META), LinkOption.NOFOLLOW_LINKS);
  }

  /** Moves a complete directory in as the newest generation. */
  Path add(Path complete, Sync sync) throws IOException {
    for (int i = 0; ; i++) {
      sync.makeDirectories(path);
      var generations = generations();
      var target = path.resolve(String.format(Locale.ROOT, "%08d", 1 + newestNumber(generations)));
      try {
        Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
      } catch (FileSystemException e) {
        // Another process took the number, or removed the empty home.
        if (i == TRIES || (Files.exists(path) && !Files.exists(target))) {
          throw e;
        }
      }
    }
  }

  /** Deletes what a generation replaced. A newer one may be there already and stays. */
  void deleteBefore(Path generation) throws IOException {
    for (var child : FileTrees.children(path)) {
      if (child.compareTo(generation) < 0) {
        FileTrees.delete(child);
      }
    }
  }

  /**
   * Deletes a generation, and the home if nothing else is in it. What another process stores
   * meanwhile stays.
   *
   * @param generation the newest one
   * @param rubbish a path that does not exist yet, for what is out of sight but not deleted yet
   */
  void delete(Path generation, Path rubbish, Sync sync) throws IOException {
    // First, lest the older ones come back to light.
    deleteBefore(generation);
    Files.move(generation, rubbish, StandardCopyOption.ATOMIC_MOVE);
    sync.directory(path);
    FileTrees.delete(rubbish);
    deleteIfEmpty();
  }

  /** Deletes the home unless something is in it. */
  void deleteIfEmpty() throws IOException {
    try {
      Files.deleteIfExists(path);
    } catch (DirectoryNotEmptyException e) {
      // Used again.
      return;
    }
  }

  boolean exists() {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** By their names alone: one that goes while it is looked at is seen, not left out. */
  private List<Path> generations() throws IOException {
    if (!exists()) {
      return List.of();
    }
    try {
      return FileTrees.children(path).stream()
          .filter(child -> GENERATION.matcher(child.getFileName().toString()).matches())
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static int newestNumber(List<Path> generations) {
    return generations.isEmpty()
        ? 0
        : Integer.parseInt(generations.get(generations.size() - 1).getFileName().toString());
  }
}
