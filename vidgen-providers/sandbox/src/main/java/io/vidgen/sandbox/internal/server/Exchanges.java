package io.vidgen.sandbox.internal.server;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads addresses and headers. */
public final class Exchanges {

  private Exchanges() {}

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Headers by lower-case name. */
  static Map<String, List<String>> headers(Map<String, List<String>> raw) {
    var result = new HashMap<String, List<String>>();
    raw.forEach((name, values) -> result.put(lower(name), List.copyOf(values)));
    return result;
  }

  /** Path segments, decoded; a trailing slash is one empty segment. */
  public static List<String> segments(URI uri) {
    var segments = new ArrayList<String>();
    for (String segment : uri.getRawPath().substring(1).split("/", -1)) {
      segments.add(decode(segment.replace("+", "%2B")));
    }
    return segments;
  }

  /** Query parameters in order of each name. */
  public static Map<String, List<String>> query(@Nullable String raw) {
    var result = new HashMap<String, List<String>>();
    if (raw == null || raw.isEmpty()) {
      return result;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      var name = decode(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      result.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return result;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
