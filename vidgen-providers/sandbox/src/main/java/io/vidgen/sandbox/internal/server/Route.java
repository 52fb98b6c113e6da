package io.vidgen.sandbox.internal.server;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a vendor.
 *
 * @param method such as {@code POST}
 * @param template path below the vendor's prefix, such as {@code /talks/{id}} or {@code
 *     /models/{model}:predict}
 * @param operation its name in the vendor's OpenAPI document, such as {@code GetTalk}
 * @param bodyLimit most bytes of a body; more is answered with 413
 * @param handler does it
 */
public record Route(
    String method, String template, String operation, long bodyLimit, Handler handler) {
  private static final long JSON_LIMIT = 1 << 20;

  /** Does an operation. */
  @FunctionalInterface
  public interface Handler {
    /** Answers an authorised call whose body has been read. */
    Reply handle(Call call) throws IOException, InterruptedException;
  }

  /** An operation with a small body or none. */
  public static Route of(String method, String template, String operation, Handler handler) {
    return new Route(method, template, operation, JSON_LIMIT, handler);
  }

  /** The same with another limit. */
  public Route limit(long bytes) {
    return new Route(method, template, operation, bytes, handler);
  }

  /** Values of the placeholders when the segments fit, else null. */
  @Nullable Map<String, String> match(List<String> segments) {
    var parts = List.of(template.substring(1).split("/", -1));
    if (parts.size() != segments.size()) {
      return null;
    }
    var values = new HashMap<String, String>();
    for (int i = 0; i < parts.size(); i++) {
      if (!fits(parts.get(i), segments.get(i), values)) {
        return null;
      }
    }
    return values;
  }

  private static boolean fits(String part, String segment, Map<String, String> values) {
    if (!part.startsWith("{")) {
      return part.equals(segment);
    }
    int end = part.indexOf('}');
    var verb = part.substring(end + 1);
    if (!segment.endsWith(verb)) {
      return false;
    }
    values.put(part.substring(1, end), segment.substring(0, segment.length() - verb.length()));
    return true;
  }
}
