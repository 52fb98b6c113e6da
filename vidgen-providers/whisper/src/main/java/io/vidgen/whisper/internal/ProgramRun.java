package io.vidgen.whisper.internal;

import io.vidgen.error.FailureKind;
import io.vidgen.spi.LocalPrograms;
import io.vidgen.spi.ProgramGuard;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the program, which outlives neither its call nor this JVM and sees no keys. */
final class ProgramRun {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramRun.class);
  private static final long GLANCE_MILLIS = 50;

  /** Of graphics cards and numeric libraries. */
  private static final String[] PASSED = {
    "GGML_*", "OMP_*", "OPENBLAS_*", "CUDA_*", "NVIDIA_*", "HIP_*", "HSA_*", "ROCR_*", "VK_*"
  };

  private ProgramRun() {}

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param output what it said
   */
  record End(int status, ErrorOutput output) {}

  /** Takes how far it is, 0 to 1, and may end the run by an exception. */
  interface Watcher {
    void see(double progress) throws InterruptedException;
  }

  /**
   * Runs it to its end.
   *
   * @param command program and arguments
   * @param directory where
   * @param limit the longest time
   * @param watcher is asked twenty times a second
   */
  static End run(List<String> command, Path directory, Duration limit, Watcher watcher)
      throws IOException, InterruptedException {
    LOG.debug("running {}", command);
    long end = System.nanoTime() + limit.toNanos();
    var process = start(command, directory);
    var output = new ErrorOutput(process.getErrorStream());
    try (var guard = ProgramGuard.of(process.toHandle())) {
      while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        output.read();
        guard.look();
        watcher.see(output.progress());
        if (System.nanoTime() - end > 0) {
          throw CallGuard.failure(
              FailureKind.TIMEOUT,
              "whisper.cpp did not end within " + limit.toSeconds() + " s: " + output.complaint(),
              "use a smaller model, or cut the recording");
        }
      }
      output.read();
    }
    return new End(process.exitValue(), output);
  }

  private static Process start(List<String> command, Path directory) throws IOException {
    var builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectOutput(Redirect.DISCARD);
    LocalPrograms.reduce(builder.environment(), PASSED);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw CallGuard.failure(
          FailureKind.LOCAL,
          "whisper.cpp cannot be started: " + e.getMessage(),
          "set " + WhisperSettings.PROGRAM + " to a whisper-cli that runs here",
          e);
    }
    process.getOutputStream().close();
    return process;
  }
}
