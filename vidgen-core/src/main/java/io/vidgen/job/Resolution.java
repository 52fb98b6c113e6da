package io.vidgen.job;

import io.vidgen.model.RemoteOperation;

/** What became of a paid call whose outcome was not known, or whose result cannot be got. */
public sealed interface Resolution {

  /**
   * The vendor has it: its operation is waited for and collected like any other. Where the step was
   * done and booked before, and only its files are gone, nothing is booked again: an operation that
   * was bought by hand in place of it is in nobody's books here.
   *
   * @param operation the vendor's handle
   */
  record Adopt(RemoteOperation operation) implements Resolution {}

  /**
   * The vendor certainly never had it, or did not charge it: the next render sends a new attempt.
   */
  record Resubmit() implements Resolution {}

  /**
   * The vendor charged it and there is nothing to be had for it: the money counts as spent, and the
   * next render buys the step afresh.
   */
  record GiveUp() implements Resolution {}
}
