package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.LocalPrograms;
import io.vidgen.spi.ProgramGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program that does not outlive its call, nor this JVM, and knows only what it needs. */
final class ProgramRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramRun.class);
  private static final long GLANCE_MILLIS = 100;
  private static final long LAST_WORDS_MILLIS = 2_000;

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param output the end of what it said
   */
  record End(int status, String output) {}

  /** Of graphics cards, Python's environments and numeric libraries. */
  private static final String[] PASSED = {
    "CUDA*",
    "NVIDIA_*",
    "HIP_*",
    "HSA_*",
    "ROC*",
    "TORCH*",
    "PYTORCH_*",
    "CONDA_*",
    "OMP_*",
    "MKL_*",
    "NUMBA_*",
    "OPENBLAS_*"
  };

  private final Process process;
  private final ProgramGuard guard;
  private final OutputTail tail;

  private ProgramRun(Process process, ProgramGuard guard) {
    this.process = process;
    this.guard = guard;
    this.tail = OutputTail.of(process.getInputStream());
  }

  static End run(List<String> command, Path directory, Patience patience)
      throws IOException, InterruptedException {
    LOG.debug("running {}", command);
    try (var run = start(command, directory)) {
      while (!run.process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        run.guard.look();
        patience.goOn();
      }
      return new End(run.process.exitValue(), run.tail.text(LAST_WORDS_MILLIS));
    }
  }

  private static ProgramRun start(List<String> command, Path directory) throws IOException {
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectErrorStream(true);
    LocalPrograms.reduce(builder.environment(), PASSED);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw VidgenException.of(
          FailureKind.LOCAL,
          "Python cannot be started for Wav2Lip: " + command.get(0),
          "set vidgen.wav2lip.python to a Python that runs");
    }
    return new ProgramRun(process, ProgramGuard.of(process.toHandle()));
  }

  /** Leaves nothing running behind. */
  @Override
  public void close() {
    guard.close();
    tail.close();
  }
}
