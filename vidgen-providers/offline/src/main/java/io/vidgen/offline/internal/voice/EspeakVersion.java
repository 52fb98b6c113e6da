package io.vidgen.offline.internal.voice;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which espeak-ng is installed; the program is asked once, when somebody wants to know. */
final class EspeakVersion {
  private static final Logger LOG = LoggerFactory.getLogger(EspeakVersion.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_TEXT = 500;
  private static final String UNKNOWN = "unknown";
  private static final Pattern VERSION = Pattern.compile("[0-9]+(?:\\.[0-9]+)+(?:-[A-Za-z0-9]+)?");

  private final Path program;
  private @Nullable String known;

  EspeakVersion(Path program) {
    this.program = program;
  }

  /** Its version, or "unknown". */
  synchronized String get() {
    String version = known;
    if (version == null) {
      try {
        version = ask();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return UNKNOWN;
      } catch (IOException e) {
        LOG.debug("{} does not tell its version", program, e);
        version = UNKNOWN;
      }
      known = version;
    }
    return version;
  }

  private String ask() throws IOException, InterruptedException {
    Path answer = Files.createTempFile("vidgen-espeak", ".txt");
    try {
      return read(answer) ? find(answer) : UNKNOWN;
    } finally {
      Files.deleteIfExists(answer);
    }
  }

  private boolean read(Path answer) throws IOException, InterruptedException {
    // The answer file is empty until the program writes: it is what the program reads, too.
    ProcessBuilder builder =
        new ProcessBuilder(List.of(program.toString(), "--version"))
            .redirectInput(answer.toFile())
            .redirectOutput(Redirect.to(answer.toFile()))
            .redirectError(Redirect.DISCARD);
    try (RunningProgram running = RunningProgram.start(builder)) {
      return running.endsWithin(LIMIT) && running.status() == 0;
    }
  }

  private static String find(Path answer) throws IOException {
    try (var in = Files.newInputStream(answer)) {
      String text = new String(in.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(text);
      return version.find() ? version.group() : UNKNOWN;
    }
  }
}
