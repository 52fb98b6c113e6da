package io.vidgen.testkit.recording;

import java.time.Duration;
import java.util.List;

/**
 * What a {@link RecordingProxy} must know besides where to send.
 *
 * @param secrets values that must not reach the recording in any form, each of 8 characters or
 *     more; for {@code Basic} authentication name the password
 * @param maxBody most bytes of a request's or an answer's body, 1 or more; default 512 MiB
 * @param timeout how long one exchange may take, with its bodies; default 5 minutes
 */
public record RecordingOptions(List<String> secrets, long maxBody, Duration timeout) {

  /**
   * Copies the list and checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public RecordingOptions {
    secrets = List.copyOf(secrets);
    if (maxBody < 1 || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "largest body and timeout must be more than zero, not " + maxBody + " and " + timeout);
    }
  }

  /**
   * No secrets, bodies up to 512 MiB, 5 minutes.
   *
   * @return the options
   */
  public static RecordingOptions ofDefaults() {
    return new RecordingOptions(List.of(), 512L << 20, Duration.ofMinutes(5));
  }

  /**
   * The same options with secrets.
   *
   * @param values replaces those named before
   * @return the new options
   */
  public RecordingOptions secrets(String... values) {
    return new RecordingOptions(List.of(values), maxBody, timeout);
  }

  /**
   * The same options with another limit for bodies.
   *
   * @param bytes 1 or more
   * @return the new options
   */
  public RecordingOptions maxBody(long bytes) {
    return new RecordingOptions(secrets, bytes, timeout);
  }

  /**
   * The same options with another time limit.
   *
   * @param limit of one exchange, more than zero
   * @return the new options
   */
  public RecordingOptions timeout(Duration limit) {
    return new RecordingOptions(secrets, maxBody, limit);
  }

  /** Does not show the secrets. */
  @Override
  public String toString() {
    return "RecordingOptions["
        + secrets.size()
        + " secrets, "
        + maxBody
        + " bytes, "
        + timeout
        + "]";
  }
}
