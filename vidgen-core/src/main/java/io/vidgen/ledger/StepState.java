package io.vidgen.ledger;

/** How far a step is. */
public enum StepState {
  /** A paid call is about to be sent, or was sent by somebody who did not live to say so. */
  INTENT,
  /** A vendor runs it; the record holds its handle. */
  SUBMITTED,
  /** A call was sent and nobody knows what became of it. Never sent again on its own. */
  UNKNOWN,
  /** Done; the record names the result. */
  COMPLETED,
  /** It failed and certainly does not run; a new attempt may follow. */
  FAILED;

  /**
   * Whether money may be on its way for it.
   *
   * @return true for an intent, a submitted or an unknown step
   */
  public boolean isOpen() {
    return this == INTENT || this == SUBMITTED || this == UNKNOWN;
  }
}
