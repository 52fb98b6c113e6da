package io.vidgen.storage;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** The stores of characters that need no service. */
public final class CharacterStores {
  private CharacterStores() {}

  /**
   * A store that ends with the process, in a private temporary directory that is deleted on close.
   *
   * @return an empty store
   * @throws VidgenException if the temporary directory cannot be made
   */
  public static CharacterStore inMemory() {
    try {
      return new CharacterShelf(DirectoryStorage.temporary(InstantSource.system()));
    } catch (IOException e) {
      throw notOpened("a temporary directory", e);
    }
  }

  /**
   * A store in a directory, which several processes may use at once.
   *
   * @param root where, for nothing else; made when missing
   * @return the store with everybody who was saved there
   * @throws VidgenException if it cannot be used
   */
  public static CharacterStore directory(Path root) {
    try {
      return new CharacterShelf(DirectoryStorage.durable(root, InstantSource.system()));
    } catch (IOException e) {
      throw notOpened(root.toString(), e);
    }
  }

  private static VidgenException notOpened(String where, IOException cause) {
    var failure =
        Failure.of(
            FailureKind.LOCAL,
            "characters cannot be stored in " + where + ": " + cause,
            "check that it is a directory that this user may write to, and its free space");
    return new VidgenException(failure, cause);
  }
}
