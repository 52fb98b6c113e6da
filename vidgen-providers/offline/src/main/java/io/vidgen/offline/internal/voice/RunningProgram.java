package io.vidgen.offline.internal.voice;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program that does not outlive its call, nor this JVM, and knows only what it needs. */
final class RunningProgram implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningProgram.class);
  private static final long TICK_MILLIS = 20;
  private static final long KILL_MILLIS = 10_000;
  private static final long STARTED_MILLIS = 1_000;

  private final Process process;
  private final Thread atExit = new Thread(this::kill, "vidgen-offline-exit");

  private RunningProgram(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param builder the program, with files for all that it reads and writes
   */
  static RunningProgram start(ProcessBuilder builder) throws IOException {
    ProgramEnvironment.reduce(builder.environment());
    RunningProgram running = new RunningProgram(builder.start());
    try {
      // children outlive a JVM that ends normally unless somebody ends them
      Runtime.getRuntime().addShutdownHook(running.atExit);
    } catch (IllegalStateException e) {
      var unused = running.kill();
      throw new IOException("this Java process is shutting down", e);
    }
    return running;
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
    List<ProcessHandle> started = kill();
    // the work directory is deleted next: the program must be gone by then
    awaitDeath(List.of(process.toHandle()), KILL_MILLIS);
    // what it started may stay listed, dead, where nobody collects it
    awaitDeath(started, STARTED_MILLIS);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // shutting down already: the hook is doing its work
      LOG.debug("JVM is shutting down", e);
    }
  }

  /** Kills the program and what it started; the latter is returned. */
  private List<ProcessHandle> kill() {
    List<ProcessHandle> started = process.descendants().toList();
    started.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return started;
  }

  private static void awaitDeath(List<ProcessHandle> killed, long millis) {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (killed.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
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
