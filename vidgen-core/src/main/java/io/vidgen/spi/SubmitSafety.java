package io.vidgen.spi;

/** What may be done when nobody knows whether a paid call arrived. */
public enum SubmitSafety {
  /** The vendor takes an idempotency key: sending again with the same key is harmless. */
  IDEMPOTENT_KEY,
  /** The vendor can be asked whether it has the attempt. */
  RECONCILABLE,
  /** Neither: it is shown to a person and never sent again on its own. */
  AT_MOST_ONCE
}
