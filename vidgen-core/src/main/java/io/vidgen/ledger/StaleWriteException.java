package io.vidgen.ledger;

/** Somebody else wrote first: read again, then decide again. */
public final class StaleWriteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A refused write.
   *
   * @param what what was to be written
   * @param version the version it carried
   * @param current the version that is there
   */
  public StaleWriteException(String what, long version, long current) {
    super(what + ": version " + version + " does not follow " + current);
  }
}
