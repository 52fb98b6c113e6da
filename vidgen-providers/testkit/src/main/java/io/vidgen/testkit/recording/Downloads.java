package io.vidgen.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses of results. In answers they are changed to lead through the proxy, and in requests
 * they are changed back, since the vendor could not reach the proxy. Safe for use by several
 * threads.
 */
final class Downloads {
  static final String PREFIX = "/-/download/";

  /** Stands for the proxy's own address in files: its port is another one every time. */
  static final String PLACEHOLDER = "http://replay.invalid";

  private static final Pattern ADDRESS_FIELD = Pattern.compile("(?i).*ur[li]s?|location");

  /** What the vendor only repeats. */
  private static final Pattern NOT_A_RESULT =
      Pattern.compile("(?i)(source|webhook|callback|.*hook).*");

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

  private final URI self;
  private final List<URI> known = new ArrayList<>();

  Downloads(URI self) {
    this.self = self;
  }

  JsonNode toProxy(JsonNode answer) {
    return JsonTexts.mapped(answer, (name, text) -> TextNode.valueOf(toProxy(name, text)));
  }

  /** A field's text; any but a result's address stays. */
  String toProxy(String field, String text) {
    boolean result =
        ADDRESS_FIELD.matcher(field).matches() && !NOT_A_RESULT.matcher(field).matches();
    if (!result || !text.matches("https?://[^\\s]+")) {
      return text;
    }
    try {
      return self + PREFIX + path(new URI(text));
    } catch (java.net.URISyntaxException e) {
      return text;
    }
  }

  /** Changes the proxy's addresses in a request's text back to those of the vendor. */
  synchronized String toVendor(String text) {
    var result = text;
    for (int i = known.size(); i > 0; i--) {
      var proxied = self + PREFIX + i + "/" + name(known.get(i - 1));
      result = result.replace(proxied, known.get(i - 1).toString());
    }
    return result;
  }

  /** The address behind a path of the proxy. */
  synchronized Optional<URI> find(String path) {
    var rest = path.substring(PREFIX.length());
    int slash = rest.indexOf('/');
    try {
      int number = Integer.parseInt(slash < 0 ? rest : rest.substring(0, slash));
      return number >= 1 && number <= known.size()
          ? Optional.of(known.get(number - 1))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Presigned addresses change with every poll; what they lead to is known by the rest. */
  private synchronized String path(URI address) {
    for (int i = 0; i < known.size(); i++) {
      if (same(known.get(i), address)) {
        known.set(i, address);
        return (i + 1) + "/" + name(address);
      }
    }
    known.add(address);
    return known.size() + "/" + name(address);
  }

  private static boolean same(URI a, URI b) {
    return java.util.Objects.equals(a.getRawAuthority(), b.getRawAuthority())
        && java.util.Objects.equals(a.getRawPath(), b.getRawPath())
        && a.getScheme().equals(b.getScheme())
        && plain(a).equals(plain(b));
  }

  /** What of the query is not the presigning. */
  private static String plain(URI address) {
    var query = address.getRawQuery();
    return query == null ? "" : new Scrubber(List.of()).query(query);
  }

  /** The file's name, since readers may look at its ending. */
  private static String name(URI address) {
    var path = address.getRawPath() == null ? "" : address.getRawPath();
    var last = UNSAFE.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("_");
    return last.isEmpty() ? "file" : last.substring(Math.max(0, last.length() - 60));
  }
}
