package io.vidgen.offline.internal.voice;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a program to its end. Text goes in and out through files, so that no thread is needed and no
 * pipe can fill up; the program and what it started are killed on cancel, interrupt and deadline.
 */
final class LocalProgram {
  private static final Logger LOG = LoggerFactory.getLogger(LocalProgram.class);
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final int MOST_ERROR_TEXT = 500;

  private final String name;
  private final CallContext context;

  LocalProgram(String name, CallContext context) {
    this.name = name;
    this.context = context;
  }

  /**
   * Runs it.
   *
   * @param command program and arguments
   * @param input what it reads from standard input, as UTF-8
   * @throws VidgenException if it fails, takes too long or nobody wants its result any more
   */
  void run(List<String> command, String input) throws IOException, InterruptedException {
    Path directory = context.workDirectory();
    Path text = Files.writeString(directory.resolve(name + ".in"), input);
    File output = directory.resolve(name + ".out").toFile();
    Path errors = directory.resolve(name + ".err");
    LOG.debug("running {}", command);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(text.toFile())
            .redirectOutput(Redirect.to(output))
            .redirectError(Redirect.to(errors.toFile()));
    int status;
    try (RunningProgram running = RunningProgram.start(builder)) {
      while (!running.endsWithin(GLANCE)) {
        Narrator.goOn(context);
      }
      status = running.status();
    }
    if (status != 0) {
      throw failed("ended with status " + status + ": " + start(errors));
    }
  }

  /** A failure of this program, for the caller's own checks of what it made. */
  VidgenException failed(String what) {
    return VidgenException.of(
        FailureKind.LOCAL, name + " " + what, "run " + name + " by hand with the same text");
  }

  private static String start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_ERROR_TEXT), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? "it said nothing" : text;
    }
  }
}
