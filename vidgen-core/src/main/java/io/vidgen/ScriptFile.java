package io.vidgen;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Script;
import io.vidgen.script.ScriptParser;
import java.io.IOException;
import java.nio.file.Path;

/** A script on disk. */
final class ScriptFile {
  private ScriptFile() {}

  static Script read(Path file) {
    try {
      return ScriptParser.ofDefaults().parse(file);
    } catch (IOException e) {
      throw new VidgenException(
          Failure.of(
              FailureKind.INVALID_REQUEST,
              "script " + file + " cannot be read: " + e,
              "check the path"),
          e);
    }
  }
}
