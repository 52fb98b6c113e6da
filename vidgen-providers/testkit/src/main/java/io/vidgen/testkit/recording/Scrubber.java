package io.vidgen.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes out what nobody else may see: by its name, and by the values that were given. */
final class Scrubber {
  static final String SCRUBBED = "[scrubbed]";

  private static final Pattern SECRET_HEADER =
      Pattern.compile(
          "authorization|proxy-authorization|cookie|set-cookie2?|www-authenticate"
              + "|.*api-?key.*|.*token.*|.*secret.*|.*signature.*|x-amz-.*",
          Pattern.CASE_INSENSITIVE);

  /** Of presigned addresses: Amazon S3 and CloudFront, Google Cloud Storage, Azure. */
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "x-amz-.*|x-goog-.*|signature|sig|policy|key-pair-id|awsaccesskeyid|googleaccessid"
              + "|.*token.*|key|.*api_?-?key.*|.*secret.*|password|expires",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>\\\\]+");
  private static final Pattern USER = Pattern.compile("^(https?://)[^/?#@]+@");

  /** Change from day to day, or belong to the connection and not to the exchange. */
  private static final Set<String> NOT_KEPT =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "accept-encoding");

  private final Replacements secrets;

  Scrubber(List<String> secrets) {
    this.secrets = Replacements.ofSecrets(secrets);
  }

  Replacements replacements() {
    return secrets;
  }

  Map<String, List<String>> headers(Map<String, List<String>> headers) {
    var kept = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, values) -> {
          var lower = name.toLowerCase(Locale.ROOT);
          if (!NOT_KEPT.contains(lower)) {
            kept.put(lower, values.stream().map(value -> header(lower, value)).toList());
          }
        });
    return kept;
  }

  /** Names and order stay; the values of some are taken out. */
  String query(String query) {
    var parts = new ArrayList<String>();
    for (var pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      boolean secret = equals >= 0 && SECRET_PARAMETER.matcher(decoded(name)).matches();
      parts.add(secret ? name + "=" + SCRUBBED : secrets.inText(pair));
    }
    return String.join("&", parts);
  }

  String path(String path) {
    return secrets.inText(path);
  }

  /** Also the addresses inside. */
  String text(String text) {
    return secrets.inText(addresses(text));
  }

  /** Only what addresses carry in their queries. */
  String addresses(String text) {
    return ADDRESS.matcher(text).replaceAll(found -> quoted(address(found.group())));
  }

  JsonNode json(JsonNode value) {
    return JsonTexts.mapped(value, (name, text) -> TextNode.valueOf(text(text)));
  }

  private String header(String name, String value) {
    return SECRET_HEADER.matcher(name).matches() ? SCRUBBED : text(value);
  }

  private String address(String address) {
    var anonymous = USER.matcher(address).replaceFirst("$1");
    int question = anonymous.indexOf('?');
    return question < 0
        ? anonymous
        : anonymous.substring(0, question + 1) + query(anonymous.substring(question + 1));
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
