package io.vidgen.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault hits.
 *
 * @param vendor whose requests; null for everyone's
 * @param operation name as in {@link AskedRequest#operation()}; {@code *} for all, {@code Get*} for
 *     all that begin so
 * @param fault what goes wrong
 * @param times how many requests it hits; -1 for all
 * @param probability with which a matching request is hit, 0 to 1, drawn from the sandbox's seed
 */
public record FaultRule(
    @Nullable Vendor vendor, String operation, Fault fault, int times, double probability) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public FaultRule {
    Objects.requireNonNull(fault, "fault");
    if (times < -1 || times == 0) {
      throw new IllegalArgumentException("times must be 1 or more, or -1, not " + times);
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability must be above 0 and at most 1, not " + probability);
    }
  }

  /**
   * Hits the next matching request, once.
   *
   * @param vendor whose requests
   * @param operation name or pattern
   * @param fault what goes wrong
   * @return the rule
   */
  public static FaultRule next(Vendor vendor, String operation, Fault fault) {
    return new FaultRule(vendor, operation, fault, 1, 1);
  }

  /**
   * Hits every matching request.
   *
   * @param vendor whose requests
   * @param operation name or pattern
   * @param fault what goes wrong
   * @return the rule
   */
  public static FaultRule always(Vendor vendor, String operation, Fault fault) {
    return new FaultRule(vendor, operation, fault, -1, 1);
  }

  /**
   * The same for a number of requests.
   *
   * @param count how many it hits
   * @return a new rule
   */
  public FaultRule times(int count) {
    return new FaultRule(vendor, operation, fault, count, probability);
  }

  /**
   * The same for some of the requests.
   *
   * @param chance 0 to 1
   * @return a new rule
   */
  public FaultRule withProbability(double chance) {
    return new FaultRule(vendor, operation, fault, times, chance);
  }
}
