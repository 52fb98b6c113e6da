package io.vidgen.ledger;

import io.vidgen.internal.io.Digests;
import io.vidgen.model.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Files by their content. Safe for use by several threads. */
public interface ArtifactStore {

  /**
   * Takes a file in: moved when possible, else copied; what is stored already is not stored twice.
   * When this returns, the bytes are durable as far as the store is.
   *
   * @param file a finished file, gone afterwards
   * @param mediaType its type
   * @return the artifact
   * @throws IOException if it cannot be read or stored, or is not a regular file (a symbolic link
   *     is not one); the file is still there then
   * @throws IllegalArgumentException if the media type is blank; the file is still there then
   */
  Artifact take(Path file, String mediaType) throws IOException;

  /**
   * Where the bytes are. Quick: existence and size are checked, not every byte; see {@link
   * #verify}.
   *
   * @param artifact an artifact
   * @return a file to read only; empty when it is not here or not whole
   */
  Optional<Path> find(Artifact artifact);

  /**
   * Reads all bytes and compares them with the digest.
   *
   * @param artifact an artifact
   * @return true if it is here and exactly as it was taken
   * @throws IOException if it is here but cannot be read
   */
  default boolean verify(Artifact artifact) throws IOException {
    var file = find(artifact);
    return file.isPresent() && Digests.of(file.get()).sha256().equals(artifact.digest());
  }

  /**
   * A new, empty, private directory on the same file system, for work on files to be taken in.
   *
   * @return the directory; whoever asked deletes it
   * @throws IOException if it cannot be made
   */
  Path newWorkDirectory() throws IOException;
}
