package io.vidgen.error;

/** What kind of thing went wrong. The kind alone decides about retry, fallback and money. */
public enum FailureKind {
  /** The request can never work as it is. Not sent, or refused; nothing was charged. */
  INVALID_REQUEST(false),
  /** Key missing, wrong or without permission. Nothing was charged. */
  AUTHENTICATION(false),
  /** Credit or quota used up. Nothing was charged. */
  QUOTA(false),
  /** A budget allows no more. Not sent; nothing was charged. */
  OVER_BUDGET(false),
  /** Too many requests; refused, may be tried again after a delay. Nothing was charged. */
  RATE_LIMITED(true),
  /** A safety filter refused the request or withheld the result. */
  CONTENT_FILTERED(false),
  /** The service cannot be reached or declined certainly without starting work. */
  UNAVAILABLE(true),
  /** A step of known outcome, such as a poll or a local program, took longer than it may. */
  TIMEOUT(false),
  /** A request left this machine and nobody knows what became of it: it may have been charged. */
  UNKNOWN_OUTCOME(false),
  /** What was made once is no longer there. */
  EXPIRED(false),
  /** The other side answered something that its contract does not allow. */
  PROTOCOL(false),
  /** Something on this machine failed: disk, a program, a damaged file. */
  LOCAL(false),
  /** Somebody cancelled. */
  CANCELLED(false);

  private final boolean retryable;

  FailureKind(boolean retryable) {
    this.retryable = retryable;
  }

  /**
   * Whether a new attempt may be sent without asking anybody, because the last one certainly was
   * not accepted.
   *
   * @return true if so
   */
  public boolean retryable() {
    return retryable;
  }

  /**
   * Whether it says by itself that nothing was charged.
   *
   * @return true if the call was certainly not accepted
   */
  public boolean isRefusal() {
    return switch (this) {
      case INVALID_REQUEST, AUTHENTICATION, QUOTA, OVER_BUDGET, RATE_LIMITED, UNAVAILABLE -> true;
      default -> false;
    };
  }
}
