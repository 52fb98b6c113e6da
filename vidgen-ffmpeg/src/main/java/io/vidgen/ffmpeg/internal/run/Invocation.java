package io.vidgen.ffmpeg.internal.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One run of ffmpeg.
 *
 * @param what what it does, for messages, such as {@code segment}
 * @param arguments what follows the program's name
 * @param directory where it runs and finds files with relative names, null for anywhere
 * @param micros how much it will write, in microseconds of media; 0 when not known, -1 when it
 *     prints a list instead
 * @param keep which lines of its standard error the caller wants to read
 */
public record Invocation(
    String what,
    List<String> arguments,
    @Nullable Path directory,
    long micros,
    Predicate<String> keep) {

  /** Copies the list. */
  public Invocation {
    arguments = List.copyOf(arguments);
  }
}
