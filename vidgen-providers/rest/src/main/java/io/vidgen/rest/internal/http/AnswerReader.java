package io.vidgen.rest.internal.http;

import java.io.IOException;
import okhttp3.Response;

/** Reads a 2xx answer. */
@FunctionalInterface
interface AnswerReader<T> {

  /**
   * Reads it whole.
   *
   * @throws BadAnswerException if it came whole and is not what was asked for
   * @throws LocalFileException if a file on this machine failed
   * @throws IOException if it did not come whole
   */
  T read(Response response) throws IOException;
}
