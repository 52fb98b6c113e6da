package io.vidgen.internal.io;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that only this user can read and that goes with its owner: deleted on close, or when
 * the process ends in an orderly way.
 */
public final class PrivateDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateDirectory.class);

  private static final int TRIES = 20;

  private final Path path;
  private final Thread hook;

  private PrivateDirectory(Path path) {
    this.path = path;
    // The hook knows the path only, so it keeps no owner alive.
    this.hook = new Thread(() -> delete(path), "vidgen-delete-" + path.getFileName());
  }

  /**
   * Makes one in the system's directory for temporary files.
   *
   * @param prefix how its name begins
   * @return the directory
   * @throws IOException if it cannot be made
   */
  public static PrivateDirectory create(String prefix) throws IOException {
    var directory = new PrivateDirectory(Files.createTempDirectory(prefix).toRealPath());
    Runtime.getRuntime().addShutdownHook(directory.hook);
    return directory;
  }

  /**
   * Where it is.
   *
   * @return the path
   */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("Shutting down already: {} is deleted by its hook too", path);
    }
    delete(path);
  }

  /** Again when somebody writes in it still, as threads do while the process ends. */
  private static void delete(Path path) {
    for (int i = 1; ; i++) {
      try {
        FileTrees.delete(path);
        return;
      } catch (IOException e) {
        if (i == TRIES || !(e instanceof DirectoryNotEmptyException)) {
          LOG.warn("Temporary directory {} could not be deleted: {}", path, e.toString());
          return;
        }
      }
    }
  }
}
