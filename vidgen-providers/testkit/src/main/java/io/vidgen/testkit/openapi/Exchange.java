package io.vidgen.testkit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request and its answer, as they went over the wire.
 *
 * @param method such as {@code POST}
 * @param path path of the request as it was sent, without query, such as {@code /talks/tlk_1}
 * @param query query of the request as it was sent, without question mark; empty for none
 * @param requestHeaders headers of the request; the case of names does not matter
 * @param requestBody body of the request, empty for none
 * @param status status of the answer; 0 when there was none, and then only the request is checked
 * @param responseHeaders headers of the answer; the case of names does not matter
 * @param responseBody body of the answer, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Bodies are large and never compared.
public record Exchange(
    String method,
    String path,
    String query,
    Map<String, List<String>> requestHeaders,
    byte[] requestBody,
    int status,
    Map<String, List<String>> responseHeaders,
    byte[] responseBody) {
  private static final byte[] NOTHING = {};
  private static final String CONTENT_TYPE = "content-type";

  /** Copies the headers under lower-case names. */
  public Exchange {
    method = method.toUpperCase(Locale.ROOT);
    requestHeaders = lowerCase(requestHeaders);
    responseHeaders = lowerCase(responseHeaders);
  }

  /**
   * A request without headers, body and answer.
   *
   * @param method such as {@code GET}
   * @param target path and query, such as {@code /voices?limit=5}
   * @return the exchange
   */
  public static Exchange of(String method, String target) {
    int question = target.indexOf('?');
    var path = question < 0 ? target : target.substring(0, question);
    var query = question < 0 ? "" : target.substring(question + 1);
    return new Exchange(method, path, query, Map.of(), NOTHING, 0, Map.of(), NOTHING);
  }

  /**
   * The same exchange with one more header of the request.
   *
   * @param name name of the header
   * @param value its value
   * @return the new exchange
   */
  public Exchange header(String name, String value) {
    return new Exchange(
        method,
        path,
        query,
        plus(requestHeaders, name, value),
        requestBody,
        status,
        responseHeaders,
        responseBody);
  }

  /**
   * The same exchange with a body of the request.
   *
   * @param contentType its type, with parameters
   * @param body its bytes
   * @return the new exchange
   */
  public Exchange sent(String contentType, byte[] body) {
    return new Exchange(
        method,
        path,
        query,
        plus(requestHeaders, CONTENT_TYPE, contentType),
        body,
        status,
        responseHeaders,
        responseBody);
  }

  /**
   * The same exchange with an answer.
   *
   * @param status its status
   * @param contentType its type; empty for none
   * @param body its bytes
   * @return the new exchange
   */
  public Exchange answered(int status, String contentType, byte[] body) {
    var headers =
        contentType.isEmpty()
            ? Map.<String, List<String>>of()
            : Map.of(CONTENT_TYPE, List.of(contentType));
    return new Exchange(method, path, query, requestHeaders, requestBody, status, headers, body);
  }

  Optional<String> requestHeader(String name) {
    return first(requestHeaders, name);
  }

  String requestType() {
    return first(requestHeaders, CONTENT_TYPE).orElse("");
  }

  String responseType() {
    return first(responseHeaders, CONTENT_TYPE).orElse("");
  }

  @Override
  public String toString() {
    return method + " " + path + (status == 0 ? "" : " -> " + status);
  }

  private static Optional<String> first(Map<String, List<String>> headers, String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  private static Map<String, List<String>> plus(
      Map<String, List<String>> headers, String name, String value) {
    var all = new TreeMap<>(headers);
    all.put(name.toLowerCase(Locale.ROOT), List.of(value));
    return all;
  }

  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    var all = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, values) ->
            all.merge(
                name.toLowerCase(Locale.ROOT),
                List.copyOf(values),
                (a, b) -> {
                  var both = new ArrayList<>(a);
                  both.addAll(b);
                  return List.copyOf(both);
                }));
    return Map.copyOf(all);
  }
}
