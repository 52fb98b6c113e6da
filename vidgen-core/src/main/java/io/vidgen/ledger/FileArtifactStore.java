package io.vidgen.ledger;

import io.vidgen.internal.io.Digests;
import io.vidgen.internal.io.FileTrees;
import io.vidgen.internal.io.Sync;
import io.vidgen.internal.io.Uninterrupted;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Artifacts as {@code artifacts/ab/<digest>}, work in progress under {@code work}. */
final class FileArtifactStore implements ArtifactStore {
  private final Path artifacts;
  private final Path work;
  private final Sync sync;

  private FileArtifactStore(Path artifacts, Path work, Sync sync) {
    this.artifacts = artifacts;
    this.work = work;
    this.sync = sync;
  }

  /** Opens it in a directory that the caller owns alone, and clears what a crash left there. */
  static FileArtifactStore open(Path root, Sync sync) throws IOException {
    var store = new FileArtifactStore(root.resolve("artifacts"), root.resolve("work"), sync);
    sync.makeDirectories(store.artifacts);
    sync.makeDirectories(store.work);
    FileTrees.deleteContents(store.work);
    return store;
  }

  @Override
  public Artifact take(Path file, String mediaType) throws IOException {
    requireFile(file);
    var content = Digests.of(file);
    var artifact = new Artifact(content.sha256(), mediaType, content.size());
    var target = pathOf(content.sha256());
    var shard = artifacts.resolve(target.getFileName().toString().substring(0, 2));
    sync.makeDirectories(shard);
    // Compared byte by byte: a damaged copy of the right size is healed, not kept.
    if (isWhole(target, content.size()) && sameBytes(file, target)) {
      Files.delete(file);
    } else {
      place(file, target, content);
    }
    // Also for a copy that was there: whoever put it there may not have come this far yet.
    sync.directory(shard);
    return artifact;
  }

  @Override
  public Optional<Path> find(Artifact artifact) {
    var file = pathOf(artifact.digest());
    return isWhole(file, artifact.size()) ? Optional.of(file) : Optional.empty();
  }

  @Override
  public Path newWorkDirectory() throws IOException {
    return Files.createTempDirectory(work, "");
  }

  private Path pathOf(Fingerprint digest) {
    return artifacts.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
  }

  private void place(Path file, Path target, Digests.Content content) throws IOException {
    try {
      sync.file(file);
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      copy(file, target, content);
      Files.delete(file);
    }
  }

  /** The file lies on another file system. */
  private void copy(Path file, Path target, Digests.Content content) throws IOException {
    var copy = Files.createTempFile(work, "take-", "");
    try {
      if (!Digests.copy(file, copy).equals(content)) {
        throw new IOException(file + " changed while it was taken");
      }
      sync.file(copy);
      Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static void requireFile(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(file.toString());
    }
    // A link would be moved instead of what it points to.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is not a regular file (a directory, link or device)");
    }
  }

  private static boolean sameBytes(Path one, Path other) throws IOException {
    try {
      return Uninterrupted.call(() -> Files.mismatch(one, other)) == -1;
    } catch (NoSuchFileException e) {
      if (!Files.exists(one)) {
        throw e;
      }
      return false;
    }
  }

  private static boolean isWhole(Path file, long size) {
    try {
      var is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isRegularFile() && is.size() == size;
    } catch (IOException e) {
      return false;
    }
  }
}
