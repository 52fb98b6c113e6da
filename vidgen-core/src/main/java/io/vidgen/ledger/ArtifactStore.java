package io.vidgen.ledger;

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
   * @throws IOException if it cannot be read or stored
   */
  Artifact take(Path file, String mediaType) throws IOException;

  /**
   * Where the bytes are.
   *
   * @param artifact an artifact
   * @return a file to read only; empty when it is not here or not whole
   */
  Optional<Path> find(Artifact artifact);

  /**
   * A new, empty, private directory on the same file system, for work on files to be taken in.
   *
   * @return the directory; whoever asked deletes it
   * @throws IOException if it cannot be made
   */
  Path newWorkDirectory() throws IOException;
}
