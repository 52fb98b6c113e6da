package io.vidgen.testkit.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A path such as {@code /talks/{id}} and how it is recognised. */
final class PathTemplate implements Comparable<PathTemplate> {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  private final String text;
  private final List<String> names;
  private final Pattern pattern;

  PathTemplate(String text) {
    this.text = text;
    this.names = PARAMETER.matcher(text).results().map(found -> found.group(1)).toList();
    var regex = new StringBuilder();
    int end = 0;
    for (var found : PARAMETER.matcher(text).results().toList()) {
      regex.append(Pattern.quote(text.substring(end, found.start()))).append("([^/]+)");
      end = found.end();
    }
    regex.append(Pattern.quote(text.substring(end)));
    this.pattern = Pattern.compile(regex.toString());
  }

  /** The parameters by name, decoded; empty when the path is another one. */
  Optional<Map<String, String>> match(String path) {
    var matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      // A plus stands for itself in a path.
      var raw = matcher.group(i + 1).replace("+", "%2B");
      values.put(names.get(i), decoded(raw));
    }
    return Optional.of(values);
  }

  static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }

  /** Fixed paths come before those with parameters, as OpenAPI wants it. */
  @Override
  public int compareTo(PathTemplate other) {
    int fewer = Integer.compare(names.size(), other.names.size());
    return fewer != 0 ? fewer : text.compareTo(other.text);
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof PathTemplate that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
