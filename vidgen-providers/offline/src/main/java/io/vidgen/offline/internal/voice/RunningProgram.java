package io.vidgen.offline.internal.voice;

import io.vidgen.spi.LocalPrograms;
import io.vidgen.spi.ProgramGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A program that does not outlive its call, nor this JVM, and knows only what it needs. */
final class RunningProgram implements AutoCloseable {
  private final Process process;
  private final ProgramGuard guard;

  private RunningProgram(Process process, ProgramGuard guard) {
    this.process = process;
    this.guard = guard;
  }

  /**
   * Starts it.
   *
   * @param builder the program, with files for all that it reads and writes
   */
  static RunningProgram start(ProcessBuilder builder) throws IOException {
    LocalPrograms.reduce(builder.environment(), "ESPEAK_DATA_PATH", "OMP_NUM_THREADS");
    Process process = builder.start();
    return new RunningProgram(process, ProgramGuard.of(process.toHandle()));
  }

  /** Whether it ended within some time. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  int status() {
    return process.exitValue();
  }

  /** Leaves nothing running behind. */
  @Override
  public void close() {
    guard.close();
  }
}
