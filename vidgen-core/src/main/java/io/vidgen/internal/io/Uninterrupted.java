package io.vidgen.internal.io;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Runs short file operations to their end although the thread is interrupted. A channel closes
 * itself when its thread is interrupted, and a cancelled render must not cost a ledger its journal.
 */
public final class Uninterrupted {

  /**
   * A file operation that may be done again from the start.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface Action<T> {
    /**
     * Does it.
     *
     * @return what it gives
     * @throws IOException if it fails
     */
    T run() throws IOException;
  }

  private Uninterrupted() {}

  /**
   * Runs an action, again if an interrupt closed its channel; the thread's interrupted state is the
   * same afterwards.
   *
   * @param action what to do
   * @param <T> what it gives
   * @return what it gave
   * @throws IOException if it fails for another reason
   */
  public static <T> T call(Action<T> action) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return action.run();
        } catch (ClosedByInterruptException e) {
          Thread.interrupted();
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
