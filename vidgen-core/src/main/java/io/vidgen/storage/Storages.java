package io.vidgen.storage;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** The storages that need no service. */
public final class Storages {
  private Storages() {}

  /**
   * A storage that ends with the process, in a private temporary directory that is deleted on
   * close.
   *
   * @return an empty storage
   * @throws VidgenException if the temporary directory cannot be made
   */
  public static VideoStorage inMemory() {
    return inMemory(InstantSource.system());
  }

  /**
   * A storage that ends with the process, by a clock of its own.
   *
   * @param clock says when something is stored and whether its life is over
   * @return an empty storage
   * @throws VidgenException if the temporary directory cannot be made
   */
  public static VideoStorage inMemory(InstantSource clock) {
    try {
      return DirectoryStorage.temporary(clock);
    } catch (IOException e) {
      throw notOpened("a temporary directory", e);
    }
  }

  /**
   * A storage in a directory, which several processes may use at once.
   *
   * @param root where; made when missing
   * @return the storage with everything that was stored there
   * @throws VidgenException if it cannot be used
   */
  public static VideoStorage directory(Path root) {
    return directory(root, InstantSource.system());
  }

  /**
   * A storage in a directory, by a clock of its own.
   *
   * @param root where; made when missing
   * @param clock says when something is stored and whether its life is over
   * @return the storage with everything that was stored there
   * @throws VidgenException if it cannot be used
   */
  public static VideoStorage directory(Path root, InstantSource clock) {
    try {
      return DirectoryStorage.durable(root, clock);
    } catch (IOException e) {
      throw notOpened(root.toString(), e);
    }
  }

  private static VidgenException notOpened(String where, IOException cause) {
    var failure =
        Failure.of(
            FailureKind.LOCAL,
            "videos cannot be stored in " + where + ": " + cause,
            "check that it is a directory that this user may write to, and its free space");
    return new VidgenException(failure, cause);
  }
}
