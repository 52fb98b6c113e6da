package io.vidgen.rest.did;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an account's credit.
 *
 * @param remaining credits left
 * @param total credits in all
 * @param portions what they consist of
 */
public record DidCredits(double remaining, double total, List<Portion> portions) {

  /** Copies the list. */
  public DidCredits {
    portions = List.copyOf(portions);
  }

  /**
   * Credits that end on a day.
   *
   * @param remaining credits left
   * @param total credits in all
   * @param expires when they end, null when not said
   * @param plan name of the plan, empty when not said
   */
  public record Portion(double remaining, double total, @Nullable Instant expires, String plan) {}
}
