package io.vidgen.internal.engine;

import java.time.Instant;

/**
 * What bringing a job forward came to.
 *
 * @param <T> the end result
 */
public sealed interface Advance<T> {

  /**
   * It is over.
   *
   * @param result the end result
   * @param <T> the end result
   */
  record Done<T>(T result) implements Advance<T> {}

  /**
   * Nothing of it runs here; it goes on when somebody advances it again.
   *
   * @param time when that makes sense
   * @param <T> the end result
   */
  record WakeAt<T>(Instant time) implements Advance<T> {}
}
