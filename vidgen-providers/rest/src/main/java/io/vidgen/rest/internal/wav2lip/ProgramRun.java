package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program that does not outlive its call, nor this JVM, and knows only what it needs. */
final class ProgramRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramRun.class);
  private static final long GLANCE_MILLIS = 100;
  private static final long TICK_MILLIS = 20;
  private static final long KILL_MILLIS = 10_000;
  private static final long LAST_WORDS_MILLIS = 2_000;

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param output the end of what it said
   */
  record End(int status, String output) {}

  private final Process process;
  private final OutputTail tail;
  private final Thread atExit = new Thread(this::kill, "vidgen-wav2lip-exit");

  /** What it started, as what an orphan was started by cannot be found out. */
  private final Set<ProcessHandle> started = new LinkedHashSet<>();

  private ProgramRun(Process process) {
    this.process = process;
    this.tail = OutputTail.of(process.getInputStream());
  }

  static End run(List<String> command, Path directory, Patience patience)
      throws IOException, InterruptedException {
    LOG.debug("running {}", command);
    try (var run = start(command, directory)) {
      while (!run.process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        run.noteStarted();
        patience.goOn();
      }
      return new End(run.process.exitValue(), run.tail.text(LAST_WORDS_MILLIS));
    }
  }

  private static ProgramRun start(List<String> command, Path directory) throws IOException {
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectErrorStream(true);
    RunEnvironment.reduce(builder.environment());
    ProgramRun run;
    try {
      var process = builder.start();
      process.getOutputStream().close();
      run = new ProgramRun(process);
    } catch (IOException e) {
      throw VidgenException.of(
          FailureKind.LOCAL,
          "Python cannot be started for Wav2Lip: " + command.get(0),
          "set vidgen.wav2lip.python to a Python that runs");
    }
    try {
      Runtime.getRuntime().addShutdownHook(run.atExit);
    } catch (IllegalStateException e) {
      run.kill();
      throw new IOException("this Java process is shutting down", e);
    }
    return run;
  }

  private synchronized void noteStarted() {
    process.descendants().forEach(started::add);
  }

  /** Leaves nothing running behind. */
  @Override
  public void close() {
    kill();
    awaitDeath();
    tail.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // Shutting down already: the hook is doing its work.
      LOG.debug("JVM is shutting down", e);
    }
  }

  private synchronized void kill() {
    noteStarted();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private void awaitDeath() {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KILL_MILLIS);
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
