package io.vidgen.rest.internal.http;

import java.time.Duration;
import java.util.List;

/**
 * Limits of a {@link VendorClient}. Times end with the call's own deadline at the latest.
 *
 * @param submit longest submit, its answer included; 5 min by default
 * @param submitStall longest silence of the other side in a submit; 4 min by default, since a voice
 *     may be spoken whole before its first byte comes
 * @param ask longest question; 30 s by default
 * @param askStall longest silence in a question; 20 s by default
 * @param download longest download, all its attempts together; 30 min by default
 * @param downloadStall longest silence in a download; 30 s by default
 * @param answerBytes most bytes of an answer in memory; 16 MiB by default
 * @param maxSubmits most submits at once by this client; 8 by default
 */
public record ClientLimits(
    Duration submit,
    Duration submitStall,
    Duration ask,
    Duration askStall,
    Duration download,
    Duration downloadStall,
    int answerBytes,
    int maxSubmits) {
  /** The usual limits. */
  public static final ClientLimits DEFAULT =
      new ClientLimits(
          Duration.ofMinutes(5),
          Duration.ofMinutes(4),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofMinutes(30),
          Duration.ofSeconds(30),
          16 << 20,
          8);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number or time is not more than zero
   */
  public ClientLimits {
    for (var time : List.of(submit, submitStall, ask, askStall, download, downloadStall)) {
      requirePositive(time);
    }
    if (answerBytes <= 0 || maxSubmits <= 0) {
      throw new IllegalArgumentException("sizes and counts must be more than zero");
    }
  }

  /**
   * The same with other times for submits.
   *
   * @param longest the whole submit
   * @param stall silence of the other side
   * @return new limits
   */
  public ClientLimits submit(Duration longest, Duration stall) {
    return new ClientLimits(
        longest, stall, ask, askStall, download, downloadStall, answerBytes, maxSubmits);
  }

  /**
   * The same with other times for questions.
   *
   * @param longest the whole question
   * @param stall silence of the other side
   * @return new limits
   */
  public ClientLimits ask(Duration longest, Duration stall) {
    return new ClientLimits(
        submit, submitStall, longest, stall, download, downloadStall, answerBytes, maxSubmits);
  }

  /**
   * The same with other times for downloads.
   *
   * @param longest all attempts together
   * @param stall silence of the other side
   * @return new limits
   */
  public ClientLimits download(Duration longest, Duration stall) {
    return new ClientLimits(
        submit, submitStall, ask, askStall, longest, stall, answerBytes, maxSubmits);
  }

  /**
   * The same with another size of answers in memory.
   *
   * @param bytes the most bytes
   * @return new limits
   */
  public ClientLimits answerBytes(int bytes) {
    return new ClientLimits(
        submit, submitStall, ask, askStall, download, downloadStall, bytes, maxSubmits);
  }

  /**
   * The same with another number of submits.
   *
   * @param most submits at once
   * @return new limits
   */
  public ClientLimits places(int most) {
    return new ClientLimits(
        submit, submitStall, ask, askStall, download, downloadStall, answerBytes, most);
  }

  /** To the HTTP library no time means any time. */
  static void requirePositive(Duration time) {
    if (time.toMillis() <= 0) {
      throw new IllegalArgumentException("a limit must be a millisecond or more, not " + time);
    }
  }
}
