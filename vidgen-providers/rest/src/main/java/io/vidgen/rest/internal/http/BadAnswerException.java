package io.vidgen.rest.internal.http;

import java.io.IOException;

/** A 2xx answer that came whole and is not what was asked for. */
final class BadAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  BadAnswerException(String what) {
    super(what);
  }
}
