package io.vidgen.spi;

/**
 * What a vendor lets an account do at once. Plans differ, so what is not certain is better left
 * unknown: it is found out carefully from what the vendor answers.
 *
 * @param requestsPerMinute calls that make something, in any 60 seconds; 0 when not known
 * @param concurrent calls and operations that run at the same time; 0 when not known
 */
public record AccountLimits(int requestsPerMinute, int concurrent) {
  /** Nothing is known. */
  public static final AccountLimits UNKNOWN = new AccountLimits(0, 0);

  /** The most that either may be. */
  public static final int MOST = 100_000;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if a value is less than 0 or more than {@link #MOST}
   */
  public AccountLimits {
    if (requestsPerMinute < 0 || requestsPerMinute > MOST || concurrent < 0 || concurrent > MOST) {
      throw new IllegalArgumentException(
          "limits must be 0 to " + MOST + ", not " + requestsPerMinute + " and " + concurrent);
    }
  }
}
