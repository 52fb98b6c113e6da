package io.vidgen.sandbox;

import io.vidgen.sandbox.internal.fault.FaultText;
import java.time.Duration;

/**
 * Something that goes wrong with a request. Each has a short {@link #text()} for command lines and
 * {@code POST /sandbox/faults}, which {@link #parse(String)} reads.
 */
public sealed interface Fault {

  /** Where in an exchange something happens. */
  enum Moment {
    /** The headers have arrived, nothing of the body was read. */
    BEFORE_BODY,
    /** Half of the body was read. A request without body counts as {@link #BEFORE_BODY}. */
    MID_BODY,
    /** The request was accepted (and charged), nothing was answered. */
    AFTER_ACCEPTANCE,
    /** Half of the answer's body was sent. */
    MID_ANSWER
  }

  /** What an answer becomes. */
  enum Garbling {
    /** The connection ends after half of the body that was announced. */
    TRUNCATED,
    /** A body of the right length and type that holds nonsense. */
    NONSENSE,
    /** The right body under {@code text/plain}. */
    WRONG_CONTENT_TYPE,
    /** Status 200 and no body. */
    EMPTY
  }

  /** What becomes of an operation that was accepted. */
  enum Fate {
    /** It stays in its running state for ever. */
    NEVER_DONE,
    /** Its state becomes the vendor's for "refused by moderation". */
    REJECTED,
    /** It fails; the vendor gives back what it charged, where it does so. */
    FAILED,
    /** It is done, but the address of its result has always expired. */
    RESULT_EXPIRED,
    /** It is done, but its result is a file that holds nonsense. */
    RESULT_CORRUPT,
    /** It is done, but the address of its result redirects to {@code http://169.254.169.254/}. */
    RESULT_REDIRECTED,
    /** It is done, but the address of its result is itself {@code http://169.254.169.254/}. */
    RESULT_FORBIDDEN
  }

  /** How a 429 says when to come back. */
  enum RetryAfter {
    /** It does not. */
    NONE,
    /** In seconds. */
    SECONDS,
    /** As an HTTP date. */
    DATE
  }

  /**
   * The connection is cut: {@code drop:after-acceptance}.
   *
   * @param moment when
   */
  record Drop(Moment moment) implements Fault {}

  /**
   * Nothing happens for a while, then the exchange goes on: {@code stall:mid-answer,PT5S}.
   *
   * @param moment when
   * @param time how long, at most 10 minutes
   */
  record Stall(Moment moment, Duration time) implements Fault {}

  /**
   * One of the vendor's own errors instead of any work: {@code error:InsufficientCreditsError}.
   *
   * @param name one of {@link Sandbox#errors(Vendor)}
   */
  record VendorError(String name) implements Fault {}

  /**
   * The request is accepted (and charged), the answer is an error: {@code
   * accepted-error:gateway-timeout}.
   *
   * @param name one of {@link Sandbox#errors(Vendor)}
   */
  record AcceptedError(String name) implements Fault {}

  /**
   * 429 in the vendor's envelope: {@code rate-limited:seconds,3}.
   *
   * @param form how it says when to come back
   * @param seconds when; without meaning for {@link RetryAfter#NONE}
   */
  record RateLimited(RetryAfter form, int seconds) implements Fault {}

  /**
   * A web page instead of the answer, as from a proxy: {@code html:503}.
   *
   * @param status its status
   */
  record Html(int status) implements Fault {}

  /**
   * The answer's body drips: {@code slow:200}.
   *
   * @param bytesPerSecond how fast, 1 or more
   */
  record Slow(int bytesPerSecond) implements Fault {}

  /**
   * The answer is spoilt: {@code garbled:truncated}.
   *
   * @param how in which way
   */
  record Garbled(Garbling how) implements Fault {}

  /**
   * A redirect instead of any work: {@code redirect:302,http://169.254.169.254/}.
   *
   * @param status 301 to 308
   * @param location where to
   */
  record Redirect(int status, String location) implements Fault {}

  /**
   * The request is accepted and the operation takes a bad end: {@code fate:rejected}. Hits only
   * requests that start an operation or make a result.
   *
   * @param fate which
   */
  record Doomed(Fate fate) implements Fault {}

  /**
   * The request is accepted and something happens that only this vendor does: {@code
   * quirk:max-tokens}.
   *
   * @param name one of {@link Sandbox#quirks(Vendor)}
   */
  record Quirk(String name) implements Fault {}

  /**
   * The short form.
   *
   * @return such as {@code drop:before-body}
   */
  default String text() {
    return FaultText.write(this);
  }

  /**
   * Reads the short form.
   *
   * @param text such as {@code stall:mid-answer,PT5S}
   * @return the fault
   * @throws IllegalArgumentException if it is none
   */
  static Fault parse(String text) {
    return FaultText.read(text);
  }
}
