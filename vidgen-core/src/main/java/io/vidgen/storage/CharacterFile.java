package io.vidgen.storage;

import io.vidgen.internal.codec.Json;
import io.vidgen.model.Character;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code character.json} holds.
 *
 * @param format version of this form
 * @param character who it is
 */
record CharacterFile(int format, Character character) {
  /** Its name beside the pictures. */
  static final String NAME = "character.json";

  private static final int FORMAT = 1;

  /** No picture makes it long; what is longer is something else. */
  private static final long LONGEST = 1 << 20;

  static CharacterFile of(Character character) {
    return new CharacterFile(FORMAT, character);
  }

  void write(Path file) throws IOException {
    Files.write(file, Json.writePretty(this).getBytes(StandardCharsets.UTF_8));
  }

  static Character read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException(file + " is too long for a character: delete its folder");
    }
    CharacterFile read;
    try {
      read = Json.read(file, CharacterFile.class);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw damaged(file, e);
    }
    if (read.format != FORMAT) {
      throw new IOException(
          file + " has format " + read.format + ": use the version of vidgen that wrote it");
    } else if (read.character == null) {
      throw damaged(file, null);
    }
    return read.character;
  }

  private static IOException damaged(Path file, @Nullable IOException e) {
    return new IOException(file + " is not a character: delete its folder", e);
  }
}
