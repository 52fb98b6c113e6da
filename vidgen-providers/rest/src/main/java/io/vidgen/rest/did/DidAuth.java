package io.vidgen.rest.did;

/**
 * How the key is sent. D-ID documents one form and uses another in its own client, so it can be
 * chosen.
 */
public enum DidAuth {
  /** {@code Basic}, then the key as it is: the form of D-ID's reference pages. */
  RAW,
  /**
   * {@code Basic}, then the key in base64, as RFC 7617 wants it and D-ID's own agents SDK does. A
   * key without a colon counts as encoded already and is sent as it is.
   */
  BASE64,
  /** {@code Bearer}, then the key as it is: for tokens. */
  BEARER
}
