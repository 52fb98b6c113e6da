package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;
import io.vidgen.error.VidgenException;

/**
 * An address of a result is no longer good (403, 404 or 410). A vendor that signs addresses anew
 * should ask for a fresh one and download from there, once. Left alone it is a failure of kind
 * {@code EXPIRED}.
 */
public final class ExpiredAddressException extends VidgenException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ExpiredAddressException(Failure failure, int status) {
    super(failure);
    this.status = status;
  }

  /**
   * What the other side answered.
   *
   * @return 403, 404 or 410
   */
  public int status() {
    return status;
  }
}
