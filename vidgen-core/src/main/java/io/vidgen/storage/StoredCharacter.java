package io.vidgen.storage;

import io.vidgen.model.Character;
import java.nio.file.Path;
import java.util.List;

/**
 * A character that is kept.
 *
 * @param character who it is
 * @param pictures files with its reference pictures, in their order, to read only; gone once the
 *     character is saved again or deleted
 */
public record StoredCharacter(Character character, List<Path> pictures) {

  /** Copies the list. */
  public StoredCharacter {
    pictures = List.copyOf(pictures);
  }
}
