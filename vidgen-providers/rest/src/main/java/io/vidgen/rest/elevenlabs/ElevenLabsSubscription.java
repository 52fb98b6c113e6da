package io.vidgen.rest.elevenlabs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left in this period.
 *
 * @param tier name of the plan
 * @param status such as {@code active}
 * @param used credits spent
 * @param limit credits of the period
 * @param extensible whether more may be spent and is billed by use
 * @param nextReset when the next period begins, null when unknown
 */
public record ElevenLabsSubscription(
    String tier,
    String status,
    long used,
    long limit,
    boolean extensible,
    @Nullable Instant nextReset) {

  /**
   * Credits that are left.
   *
   * @return zero or more
   */
  public long left() {
    return Math.max(0, limit - used);
  }
}
