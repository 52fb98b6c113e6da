package io.vidgen.storage;

import io.vidgen.model.Character;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps characters with the bytes of their reference pictures, so that they outlive a ledger and
 * can be used with another one. Each owner has ids of its own: two owners may both have a {@code
 * lea}. A character is either there with all its pictures or not there at all, also after a crash.
 * Safe for use by several threads.
 */
public interface CharacterStore extends AutoCloseable {

  /**
   * Copies a character and its pictures in, all or nothing. It replaces the one of the same owner
   * with the same id.
   *
   * @param character who is kept
   * @param pictures files with the bytes of {@link Character#references()}, in the same order; they
   *     stay untouched
   * @return what is kept
   * @throws IOException if it cannot be stored, or a file has other bytes than its reference says;
   *     what was kept before stays then
   * @throws IllegalArgumentException if there are more or fewer files than references
   */
  StoredCharacter save(Character character, List<Path> pictures) throws IOException;

  /**
   * Looks up a character.
   *
   * @param owner who it belongs to, null for nobody
   * @param id its id
   * @return the character; empty when there is none
   * @throws IOException if it cannot be read, or is damaged; the message names the file
   */
  Optional<StoredCharacter> find(@Nullable String owner, String id) throws IOException;

  /**
   * All characters of an owner. One that cannot be read is left out and logged.
   *
   * @param owner who they belong to, null for those who belong to nobody
   * @return the characters, in order of their ids
   * @throws IOException if they cannot be read
   */
  List<Character> list(@Nullable String owner) throws IOException;

  /**
   * Deletes a character and its pictures.
   *
   * @param owner who it belongs to, null for nobody
   * @param id its id
   * @return true if it was there
   * @throws IOException if it cannot be deleted
   */
  boolean delete(@Nullable String owner, String id) throws IOException;

  /** Lets go of resources; an in-memory store deletes its files. */
  @Override
  void close();
}
