package io.vidgen.sandbox.internal.server;

/** The connection is to be cut without another byte. */
final class CutException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CutException() {
    super("cut on purpose", null, false, false);
  }
}
