package io.vidgen.whisper.internal;

import io.vidgen.error.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the program what is said in a recording. */
final class Recogniser {
  private static final Logger LOG = LoggerFactory.getLogger(Recogniser.class);
  private static final String OUTPUT = "heard";

  private final WhisperSettings settings;
  private final Effort effort;
  private final ProgramAbilities abilities;

  Recogniser(WhisperSettings settings, Effort effort) {
    this.settings = settings;
    this.effort = effort;
    this.abilities = new ProgramAbilities(settings.program());
  }

  /** Asks; a second time without attention when the program falls over that. */
  Heard hear(Recording recording, String language, Path directory, CallGuard guard)
      throws IOException, InterruptedException {
    var known = abilities.get(directory, guard);
    List<String> attention = attention(known);
    var limit = effort.limit(Duration.ofMillis(recording.millis()));
    var steps = new Steps(guard);
    var end = run(command(recording, language, attention, directory), directory, limit, steps);
    if (end.status() != 0 && !attention.isEmpty()) {
      LOG.debug("whisper.cpp failed with {}: {}", attention, end.output().complaint());
      end = run(command(recording, language, List.of(), directory), directory, limit, steps);
    }
    var answer = directory.resolve(OUTPUT + ".json");
    if (end.status() != 0) {
      throw failed("ended with status " + end.status() + ": " + end.output().complaint(), null);
    }
    // it ends with status 0 after many errors, too
    if (!Files.isRegularFile(answer)) {
      throw failed("wrote no answer: " + end.output().complaint(), null);
    }
    try {
      return FullJson.read(answer);
    } catch (IOException e) {
      throw failed("wrote an answer that cannot be read: " + e.getMessage(), e);
    }
  }

  private static ProgramRun.End run(
      List<String> command, Path directory, Duration limit, Steps steps)
      throws IOException, InterruptedException {
    Files.deleteIfExists(directory.resolve(OUTPUT + ".json"));
    return ProgramRun.run(command, directory, limit, steps::see);
  }

  private List<String> command(
      Recording recording, String language, List<String> attention, Path directory) {
    var command = new ArrayList<String>();
    command.add(settings.program().toString());
    command.addAll(List.of("--model", settings.model().toString()));
    command.addAll(List.of("--file", recording.file().toString()));
    command.addAll(List.of("--language", language));
    command.addAll(List.of("--threads", Integer.toString(settings.threads())));
    command.addAll(List.of("--output-json-full", "--print-progress"));
    command.addAll(List.of("--output-file", directory.resolve(OUTPUT).toString()));
    command.addAll(attention);
    return command;
  }

  private List<String> attention(ProgramAbilities.Known known) {
    var heads = settings.header().attention();
    if (!settings.attention() || !known.attention() || heads.isEmpty()) {
      return List.of();
    }
    var arguments = new ArrayList<>(List.of("--dtw", heads.get()));
    if (known.quickAttention()) {
      arguments.add("--no-flash-attn");
    }
    return List.copyOf(arguments);
  }

  private static RuntimeException failed(String what, @Nullable Throwable cause) {
    var message = "whisper.cpp " + what;
    var remedy = "run whisper-cli by hand with the same model and recording";
    return cause == null
        ? CallGuard.failure(FailureKind.LOCAL, message, remedy)
        : CallGuard.failure(FailureKind.LOCAL, message, remedy, cause);
  }

  /** Reports progress when it changes, and never back. */
  private static final class Steps {
    private final CallGuard guard;
    private double last;

    Steps(CallGuard guard) {
      this.guard = guard;
    }

    void see(double progress) throws InterruptedException {
      guard.goOn();
      if (progress > last) {
        last = progress;
        guard.progress(progress);
      }
    }
  }
}
