package io.vidgen.spi;

import io.vidgen.error.Failure;
import java.time.Duration;

/** The answer to a poll. */
public sealed interface Poll {

  /**
   * Still under way.
   *
   * @param progress 0 to 1, or negative when the vendor does not say
   * @param after when to ask again
   */
  record Running(double progress, Duration after) implements Poll {}

  /** Done; the result can be collected. */
  record Ready() implements Poll {}

  /**
   * It failed for good.
   *
   * @param failure why, and whether it was charged
   */
  record Failed(Failure failure) implements Poll {}
}
