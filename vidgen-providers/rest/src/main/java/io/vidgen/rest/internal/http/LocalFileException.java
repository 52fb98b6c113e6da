package io.vidgen.rest.internal.http;

import java.io.IOException;

/** A file on this machine could not be written or read; the other side is not to blame. */
final class LocalFileException extends IOException {
  private static final long serialVersionUID = 1L;

  LocalFileException(IOException cause) {
    super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
  }
}
