package io.vidgen.storage;

import io.vidgen.internal.io.DirectoryLock;
import io.vidgen.internal.io.FileTrees;
import io.vidgen.internal.io.Sync;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Where one storage object builds what it will show, and puts what it deletes: {@code
 * .work/<uuid>/}, locked as long as its owner lives. So others that use the same root, now or after
 * a crash, know which leftovers nobody will come back for, without looking at any clock.
 */
final class StorageWork implements AutoCloseable {
  private static final String LOCK = "owner";
  private static final int TRIES = 20;

  private final Path all;
  private final Path own;
  private final DirectoryLock lock;

  private StorageWork(Path all, Path own, DirectoryLock lock) {
    this.all = all;
    this.own = own;
    this.lock = lock;
  }

  static StorageWork open(Path root, Sync sync) throws IOException {
    var all = root.resolve(".work");
    for (int i = 0; i < TRIES; i++) {
      var own = all.resolve(UUID.randomUUID().toString());
      sync.makeDirectories(own);
      try {
        var lock = DirectoryLock.acquire(own, LOCK);
        if (Files.exists(own)) {
          return new StorageWork(all, own, lock);
        }
        lock.close();
      } catch (DirectoryLock.HeldException | NoSuchFileException e) {
        // Somebody swept it before it was locked: take another.
      }
    }
    throw new IOException("no work directory can be locked in " + all);
  }

  /** A new, empty directory. */
  Path newDirectory() throws IOException {
    return Files.createTempDirectory(own, "");
  }

  /** A path that does not exist yet. */
  Path newPath() {
    return own.resolve(UUID.randomUUID().toString());
  }

  /** Deletes what dead owners left. */
  void sweep() throws IOException {
    for (var other : FileTrees.children(all)) {
      if (!other.equals(own) && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)) {
        sweep(other);
      }
    }
  }

  private void sweep(Path other) throws IOException {
    try {
      var lock = DirectoryLock.acquire(other, LOCK);
      try {
        // Out of the others' way first: two that sweep the same, or one that was about to lock its
        // new directory, would make new lock files in what is being deleted.
        var rubbish = newPath();
        Files.move(other, rubbish, StandardCopyOption.ATOMIC_MOVE);
        FileTrees.delete(rubbish);
      } finally {
        lock.close();
      }
    } catch (DirectoryLock.HeldException | NoSuchFileException e) {
      // Its owner lives, or somebody else swept it.
      return;
    } catch (DirectoryNotEmptyException e) {
      // Who had found it before it was moved made a lock file in it: it goes with our own.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      FileTrees.delete(own);
    }
  }
}
