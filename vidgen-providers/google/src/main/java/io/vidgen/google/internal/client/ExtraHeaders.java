package io.vidgen.google.internal.client;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers that a user adds to those of the SDK. */
public final class ExtraHeaders {
  /** What the SDK writes by itself, and what carries credentials. */
  private static final Set<String> OWN =
      Set.of(
          "content-type",
          "user-agent",
          "x-goog-api-client",
          "x-goog-api-key",
          "authorization",
          "x-goog-user-project",
          "x-server-timeout");

  /** Parts of names such as Proxy-Authorization, X-Goog-IAM-Authorization-Token and Set-Cookie. */
  private static final List<String> CREDENTIALS =
      List.of("authorization", "api-key", "apikey", "cookie");

  private ExtraHeaders() {}

  /**
   * Refuses names of headers that carry credentials: a value could be seen in a message, and a
   * second key beside the configured one decides by chance who pays.
   *
   * @throws IllegalArgumentException if it does
   */
  public static void requireNoCredential(String name) {
    var low = name.toLowerCase(Locale.ROOT);
    if (CREDENTIALS.stream().anyMatch(low::contains)) {
      throw new IllegalArgumentException(
          "header " + name + " carries credentials: give a key, access tokens or credentials");
    }
  }

  /** Those of a ready client that say something of its user's own. */
  static Map<String, String> of(Map<String, String> headers) {
    var kept = new HashMap<String, String>();
    headers.forEach(
        (name, value) -> {
          if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
            kept.put(name, value);
          }
        });
    return kept;
  }
}
