package io.vidgen.storage;

import io.vidgen.internal.io.Digests;
import io.vidgen.internal.io.FileTrees;
import io.vidgen.internal.io.PrivateDirectory;
import io.vidgen.internal.io.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Videos as directories. What is seen is always complete; see {@link VideoHome}. */
final class DirectoryStorage implements VideoStorage {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryStorage.class);
  private static final int TRIES = 20;

  private final Path root;
  private final Sync sync;
  private final InstantSource clock;
  private final Runnable onClose;
  private final StorageWork work;
  private final Object changes = new Object();
  private volatile boolean closed;

  private DirectoryStorage(Path root, Sync sync, InstantSource clock, Runnable onClose)
      throws IOException {
    this.root = root;
    this.sync = sync;
    this.clock = clock;
    this.onClose = onClose;
    this.work = StorageWork.open(root, sync);
    work.sweep();
  }

  static DirectoryStorage durable(Path root, InstantSource clock) throws IOException {
    var absolute = root.toAbsolutePath().normalize();
    Sync.DISK.makeDirectories(absolute);
    return new DirectoryStorage(absolute.toRealPath(), Sync.DISK, clock, () -> {});
  }

  static DirectoryStorage temporary(InstantSource clock) throws IOException {
    var directory = PrivateDirectory.create("vidgen-storage-");
    return new DirectoryStorage(directory.path(), Sync.NONE, clock, directory::close);
  }

  @Override
  public StoredVideo store(
      String id, Map<String, Path> files, Map<String, String> metadata, Duration life)
      throws IOException {
    var home = home(id);
    StorageNames.checkFiles(files.keySet());
    if (life.isNegative() || life.isZero()) {
      throw new IllegalArgumentException("life must be more than zero, not " + life);
    }
    if (closed) {
      throw new IOException("the storage in " + root + " is closed");
    }
    var draft = work.newDirectory();
    try {
      var now = clock.instant();
      var entries = copy(files, draft);
      var meta = new VideoMeta(VideoMeta.FORMAT, id, now, end(now, life), metadata, entries);
      // Last, because its presence says that the rest is complete.
      meta.write(draft);
      sync.file(draft.resolve(StorageNames.META));
      sync.directory(draft);
      return meta.in(publish(home, draft, id));
    } finally {
      FileTrees.delete(draft);
    }
  }

  /**
   * Copies, never links: the files may be artifacts of a ledger, and a user who edits a stored
   * video in place must not change what the ledger will use again.
   */
  private List<VideoMeta.Entry> copy(Map<String, Path> files, Path draft) throws IOException {
    var entries = new ArrayList<VideoMeta.Entry>();
    for (var file : new TreeMap<>(files).entrySet()) {
      var name = file.getKey();
      if (!Files.isRegularFile(file.getValue())) {
        throw new IOException(file.getValue() + " is not there or not a regular file");
      }
      var target = draft.resolve(name);
      var content = Digests.copy(file.getValue(), target);
      sync.file(target);
      entries.add(
          new VideoMeta.Entry(
              name, StorageNames.mediaType(name), content.size(), content.sha256()));
    }
    return entries;
  }

  private Path publish(VideoHome home, Path draft, String id) throws IOException {
    synchronized (changes) {
      if (isCalledOtherwise(home, id)) {
        throw new IOException(
            "this file system takes upper and lower case for the same, and '"
                + id
                + "' is there in other letters: choose another id");
      }
      var generation = home.add(draft, sync);
      try {
        sync.directory(home.path());
      } catch (IOException e) {
        FileTrees.delete(generation);
        throw e;
      }
      try {
        home.deleteBefore(generation);
      } catch (IOException e) {
        LOG.debug("What {} replaced will be deleted later", generation, e);
      }
      return generation;
    }
  }

  private static Instant end(Instant now, Duration life) {
    try {
      return now.plus(life);
    } catch (DateTimeException | ArithmeticException e) {
      return Instant.MAX;
    }
  }

  /** An empty directory for files that will be stored; whoever asked deletes it. */
  Path newDraft() throws IOException {
    if (closed) {
      throw new IOException("the storage in " + root + " is closed");
    }
    return work.newDirectory();
  }

  @Override
  public Optional<StoredVideo> find(String id) throws IOException {
    try {
      return findWhole(id);
    } catch (IncompleteException e) {
      LOG.warn("Video {} is not shown: {}", id, e.getMessage());
      return Optional.empty();
    }
  }

  /** The same, but files that are missing or were changed are an error. */
  Optional<StoredVideo> findWhole(String id) throws IOException {
    return look(home(id), id, clock.instant());
  }

  /** Something is there, but not as it was stored. */
  private static final class IncompleteException extends IOException {
    private static final long serialVersionUID = 1L;

    IncompleteException(Path file) {
      super(file + " is missing or was changed");
    }
  }

  @Override
  public List<StoredVideo> list() throws IOException {
    var found = new ArrayList<StoredVideo>();
    for (var home : homes()) {
      lookIfReadable(home, home.path().getFileName().toString()).ifPresent(found::add);
    }
    found.sort(Comparator.comparing(StoredVideo::createdAt).thenComparing(StoredVideo::id));
    return List.copyOf(found);
  }

  private Optional<StoredVideo> look(VideoHome home, String id, Instant now) throws IOException {
    var found = lookMeanwhile(home, id, now);
    if (found.isPresent() || !home.exists()) {
      return found;
    }
    // Whoever looks may lose to replacement after replacement: nobody replaces during this look.
    synchronized (changes) {
      return lookMeanwhile(home, id, now);
    }
  }

  /** A look while others may store. */
  private static Optional<StoredVideo> lookMeanwhile(VideoHome home, String id, Instant now)
      throws IOException {
    for (int i = 0; i < TRIES; i++) {
      var newest = home.newest();
      if (newest.isEmpty()) {
        return Optional.empty();
      }
      var meta = newest.get().meta();
      var directory = newest.get().directory();
      if (!meta.id().equals(id) || meta.isOver(now)) {
        return Optional.empty();
      }
      var broken = meta.broken(directory);
      if (broken.isEmpty()) {
        return Optional.of(meta.in(directory));
      } else if (home.newest().equals(newest)) {
        throw new IncompleteException(broken.get());
      }
      // Replaced or deleted between two looks: look again.
    }
    return Optional.empty();
  }

  /** One damaged video must not hide the others, nor be there for ever. */
  private Optional<StoredVideo> lookIfReadable(VideoHome home, String id) {
    try {
      return look(home, id, clock.instant());
    } catch (IOException e) {
      LOG.warn("{} is left out: {}", home.path(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether another id lies where this one belongs: some file systems ignore the case. */
  private static boolean isCalledOtherwise(VideoHome home, String id) {
    try {
      return home.newest().map(found -> !found.meta().id().equals(id)).orElse(false);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean delete(String id) throws IOException {
    var home = home(id);
    synchronized (changes) {
      boolean visible = lookIfReadable(home, id).isPresent();
      var newest = home.newestDirectory();
      if (newest.isPresent() && !isCalledOtherwise(home, id)) {
        home.delete(newest.get(), work.newPath(), sync);
      }
      return visible;
    }
  }

  @Override
  public int deleteExpired(Instant now) throws IOException {
    int deleted = 0;
    IOException failure = null;
    for (var home : homes()) {
      try {
        deleted += tidy(home, now) ? 1 : 0;
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    work.sweep();
    if (failure != null) {
      throw failure;
    }
    return deleted;
  }

  /** Deletes a video that is over, or else what crashes left beside it. */
  private boolean tidy(VideoHome home, Instant now) throws IOException {
    synchronized (changes) {
      var newest = home.newest();
      if (newest.isEmpty()) {
        home.deleteIfEmpty();
        return false;
      }
      if (newest.get().meta().isOver(now)) {
        home.delete(newest.get().directory(), work.newPath(), sync);
        return true;
      }
      home.deleteBefore(newest.get().directory());
      return false;
    }
  }

  private VideoHome home(String id) throws IOException {
    var path = root.resolve(StorageNames.check("id of a video", id));
    if (Files.isSymbolicLink(path)) {
      throw new IOException(path + " is a symbolic link, which a storage never follows");
    }
    return new VideoHome(path);
  }

  private List<VideoHome> homes() throws IOException {
    return FileTrees.children(root).stream()
        .filter(path -> !path.getFileName().toString().startsWith("."))
        .map(VideoHome::new)
        .filter(VideoHome::exists)
        .toList();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      work.close();
    } catch (IOException e) {
      LOG.warn("Leftovers in {} could not be deleted: {}", root, e.toString());
    }
    onClose.run();
  }
}
