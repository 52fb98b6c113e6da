package io.vidgen.routing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a provider has served one pipeline lately: its last 20 calls, none older than ten minutes.
 *
 * @param kind what kind of work, as steps name it, such as {@code speech}
 * @param provider its id
 * @param resting whether it failed so often that nothing is sent to it for a while
 * @param calls how many calls are counted, 0 to 20
 * @param failureRate how many of them failed, 0 to 1; 0 when there were none. What is the request's
 *     own fault does not count
 * @param latency how long those that succeeded took, the median; null when there were none
 * @param pace how long they took compared with what the provider declares, the median; 1 when there
 *     were none
 * @param delay how long a request would wait for the limits of its key; null when nobody knows
 */
public record Health(
    String kind,
    String provider,
    boolean resting,
    int calls,
    double failureRate,
    @Nullable Duration latency,
    double pace,
    @Nullable Duration delay) {

  /**
   * Of a provider that was not asked yet.
   *
   * @param kind what kind of work
   * @param provider its id
   * @return nothing bad and nothing good
   */
  public static Health unknown(String kind, String provider) {
    return new Health(kind, provider, false, 0, 0, null, 1, null);
  }

  /**
   * The same with what is known of its limits.
   *
   * @param delay how long a request would wait
   * @return the new health
   */
  public Health withDelay(Duration delay) {
    return new Health(kind, provider, resting, calls, failureRate, latency, pace, delay);
  }
}
