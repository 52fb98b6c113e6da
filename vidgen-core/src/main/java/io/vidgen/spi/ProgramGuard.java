package io.vidgen.spi;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a program, and whatever that started, outlives neither the call that started it
 * nor this JVM. Safe for use by several threads.
 */
public final class ProgramGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramGuard.class);
  private static final long TICK_MILLIS = 20;
  private static final long KILL_MILLIS = 10_000;
  private static final long STARTED_MILLIS = 1_000;

  private final ProcessHandle program;
  private final Thread atExit = new Thread(this::kill, "vidgen-program-exit");
  private final Set<ProcessHandle> started = new LinkedHashSet<>();

  private ProgramGuard(ProcessHandle program) {
    this.program = program;
  }

  /**
   * Guards a program from now on.
   *
   * @param program one that was just started
   * @return its guard, to be closed when the call ends
   * @throws IOException if this JVM is shutting down; the program is killed then
   */
  public static ProgramGuard of(ProcessHandle program) throws IOException {
    var guard = new ProgramGuard(program);
    try {
      // children outlive a JVM that ends normally unless somebody ends them
      Runtime.getRuntime().addShutdownHook(guard.atExit);
    } catch (IllegalStateException e) {
      guard.kill();
      throw new IOException("this Java process is shutting down", e);
    }
    return guard;
  }

  /**
   * Notes what the program has started so far. To be called now and then where it may end before
   * what it started: by what an orphan was started cannot be found out.
   */
  public synchronized void look() {
    program.descendants().forEach(started::add);
  }

  /** Kills what still runs, and waits for its end: at most 10 s, and 1 s for what it started. */
  @Override
  public void close() {
    var killed = kill();
    // the work directory is deleted next: the program must be gone by then
    awaitDeath(List.of(program), KILL_MILLIS);
    // what it started may stay listed, dead, where nobody collects it
    awaitDeath(killed, STARTED_MILLIS);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // shutting down already: the hook is doing its work
      LOG.debug("JVM is shutting down", e);
    }
  }

  private synchronized List<ProcessHandle> kill() {
    if (program.isAlive()) {
      look();
    }
    program.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    return List.copyOf(started);
  }

  private static void awaitDeath(List<ProcessHandle> killed, long millis) {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (killed.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
      // an interrupt must not turn this into a busy loop
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
