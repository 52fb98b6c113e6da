package io.vidgen.rest.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is logged, read where the logger writes it. The process has one such place, so that tests
 * take turns.
 */
public final class StandardError {
  private static final ReentrantLock TURN = new ReentrantLock();

  private StandardError() {}

  /**
   * Reads along while something runs. What tests beside it log is read, too.
   *
   * @param action what runs
   * @return what was written meanwhile
   * @throws Exception what the action throws
   */
  public static String during(Action action) throws Exception {
    TURN.lock();
    try {
      var written = new ByteArrayOutputStream();
      var usual = System.err;
      System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
      try {
        action.run();
      } finally {
        System.setErr(usual);
      }
      return written.toString(StandardCharsets.UTF_8);
    } finally {
      TURN.unlock();
    }
  }

  /** Something that may throw. */
  @FunctionalInterface
  public interface Action {
    /**
     * Runs.
     *
     * @throws Exception what went wrong
     */
    void run() throws Exception;
  }
}
