package io.vidgen.job;

/** How far a job is. */
public enum JobState {
  /** Waits for its turn. */
  QUEUED(false),
  /** Something of it runs here. */
  RUNNING(false),
  /** All that is left runs at vendors, or waits for its turn there or its next attempt. */
  WAITING_REMOTE(false),
  /** The outcome of a paid call is not known; a person has to decide. */
  NEEDS_ATTENTION(true),
  /** There is a video. */
  SUCCEEDED(true),
  /** It failed. */
  FAILED(true),
  /** Somebody cancelled it. */
  CANCELLED(true),
  /** There was a video; its life is over. */
  EXPIRED(true);

  private final boolean terminal;

  JobState(boolean terminal) {
    this.terminal = terminal;
  }

  /**
   * Whether the job does nothing more on its own.
   *
   * @return true if so
   */
  public boolean isTerminal() {
    return terminal;
  }
}
