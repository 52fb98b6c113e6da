package io.vidgen.rest.internal.http;

import io.vidgen.spi.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from what others wrote before it is shown: known secrets in every usual encoding,
 * what follows the name of a credential, and the queries of addresses, which sign them.
 */
public final class Scrubber {
  private static final String HIDDEN = "***";

  /** What is shorter is no secret, and would take the text apart. */
  private static final int SHORTEST = 4;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:proxy-)?authorization|(?:set-)?cookie|api[-_]?key"
              + "|access[-_]?token|signature|credential|client[-_]?secret"
              + "|password)(\\\\?[\"']?\\s{0,3}[:=]\\s{0,3}\\\\?[\"']?)"
              // JSON stays JSON: its other kinds of value are no secrets.
              + "(?!\\s|(?:null|true|false|-?[0-9.]{1,20})\\s{0,9}[,}\\]])"
              + "[^\"'\\\\\\r\\n,;&}<{\\[]{1,4000}");
  private static final Pattern SCHEME =
      Pattern.compile("(?i)\\b(basic|bearer|client-key|token)( {1,3})[\\w+/=.:@~-]{16,}");
  private static final Pattern QUERY =
      Pattern.compile(
          "(?i)\\b((?:https?|s3|gs)://[^\\s\"'<>?\\\\]{1,2000})\\?"
              + "(?:[^\\s\"'<>\\\\]++|\\\\u[0-9a-fA-F]{4}|\\\\/){0,300}+");
  private static final Pattern USER = Pattern.compile("(?i)\\b(https?://)[^\\s\"'<>/?@]{1,500}@");

  private final List<String> forms;

  /**
   * Knows some secrets.
   *
   * @param secrets the secrets
   */
  public Scrubber(Collection<Secret> secrets) {
    var all = new LinkedHashSet<String>();
    for (var secret : secrets) {
      addForms(all, secret.reveal());
      int colon = secret.reveal().indexOf(':');
      if (colon >= 0) {
        addForms(all, secret.reveal().substring(0, colon));
        addForms(all, secret.reveal().substring(colon + 1));
      }
    }
    // The longest first, so that a form that holds another one is replaced whole.
    forms =
        all.stream()
            .filter(form -> form.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /**
   * A text without secrets.
   *
   * @param text what somebody wrote
   * @return the text with {@code ***} in place of secrets
   */
  public String clean(String text) {
    var clean = withoutKnown(text);
    clean = QUERY.matcher(clean).replaceAll("$1?" + HIDDEN);
    clean = USER.matcher(clean).replaceAll("$1" + HIDDEN + "@");
    clean = NAMED.matcher(clean).replaceAll("$1$2" + HIDDEN);
    return SCHEME.matcher(clean).replaceAll("$1$2" + HIDDEN);
  }

  /** The cause itself if nothing in it needs hiding, else null. */
  @Nullable Throwable harmless(Throwable cause) {
    Throwable link = cause;
    for (int depth = 0; link != null && depth < 10; depth++) {
      var text = String.valueOf(link.getMessage());
      if (!clean(text).equals(text)) {
        return null;
      }
      for (var suppressed : link.getSuppressed()) {
        if (!clean(suppressed.toString()).equals(suppressed.toString())) {
          return null;
        }
      }
      link = link.getCause();
    }
    return link == null ? cause : null;
  }

  private String withoutKnown(String text) {
    var clean = text;
    for (var form : forms) {
      clean = clean.replace(form, HIDDEN);
    }
    return clean;
  }

  private static void addForms(Set<String> forms, String secret) {
    forms.add(secret);
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(secret.replace("/", "\\/"));
    for (var text : List.of(secret, secret + ":", ":" + secret)) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        var encoded = encoder.withoutPadding().encodeToString(bytes);
        forms.add(encoded);
        forms.add(encoded.replace("/", "\\/"));
        forms.add(URLEncoder.encode(encoded, StandardCharsets.UTF_8));
      }
    }
  }
}
