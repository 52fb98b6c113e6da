package io.vidgen.rest.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import okhttp3.Headers;

/**
 * A 2xx answer whose body was read whole.
 *
 * @param status 200 to 299
 * @param headers its headers
 * @param text the body, empty when there was none
 * @param json the body as JSON; {@link MissingNode} when the call did not ask for JSON or there was
 *     no body
 */
public record Reply(int status, Headers headers, String text, JsonNode json) {

  /**
   * A header.
   *
   * @param name its name, in any case
   * @return its last value, empty when it is absent
   */
  public String header(String name) {
    var value = headers.get(name);
    return value == null ? "" : value;
  }
}
