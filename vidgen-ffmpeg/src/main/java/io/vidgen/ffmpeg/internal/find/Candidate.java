package io.vidgen.ffmpeg.internal.find;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An ffmpeg that may be used.
 *
 * @param program puts it where it can be run, if it is not there yet, and gives its path
 * @param origin where it is from, for a person, such as {@code on the PATH}
 * @param chosen whether somebody asked for just this one
 */
public record Candidate(Program program, String origin, boolean chosen) {
  /** Where a program is. */
  @FunctionalInterface
  public interface Program {
    /** Its path; unpacks it when it is inside a jar. */
    Path path() throws IOException;
  }

  /** Puts it where it can be run. */
  public Located locate() throws IOException {
    return new Located(program.path(), origin, chosen);
  }
}
