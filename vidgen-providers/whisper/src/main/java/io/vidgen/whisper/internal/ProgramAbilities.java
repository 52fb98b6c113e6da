package io.vidgen.whisper.internal;

import io.vidgen.error.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a build of the program can do, by its help: an argument that it does not know makes it print
 * that help and end with status 0.
 */
final class ProgramAbilities {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Path program;
  private @Nullable Known known;

  ProgramAbilities(Path program) {
    this.program = program;
  }

  /**
   * What it can do.
   *
   * @param attention whether it can read times from the model's attention
   * @param quickAttention whether it computes attention in a quicker way, without those times,
   *     unless told otherwise: since 1.8.0
   */
  record Known(boolean attention, boolean quickAttention) {}

  /** Asks the program, once. */
  synchronized Known get(Path directory, CallGuard guard) throws IOException, InterruptedException {
    var last = known;
    if (last == null) {
      last = ask(directory, guard);
      known = last;
    }
    return last;
  }

  private Known ask(Path directory, CallGuard guard) throws IOException, InterruptedException {
    var end =
        ProgramRun.run(
            List.of(program.toString(), "--help"), directory, LIMIT, progress -> guard.goOn());
    var help = end.output().text();
    if (!help.contains("--output-json-full") || !help.contains("--print-progress")) {
      throw CallGuard.failure(
          FailureKind.LOCAL,
          program
              + " is no whisper-cli of whisper.cpp 1.5.0 or later; its help says: "
              + end.output().complaint(),
          "set " + WhisperSettings.PROGRAM + " to a newer one");
    }
    return new Known(help.contains("--dtw"), help.contains("--no-flash-attn"));
  }
}
