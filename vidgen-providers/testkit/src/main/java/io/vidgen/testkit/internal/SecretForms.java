package io.vidgen.testkit.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The forms in which a secret may be written, each as Latin-1 text of its bytes, so that texts and
 * binary files are searched alike.
 */
public final class SecretForms {
  /** Shorter ones are found by chance in every large file. */
  public static final int SHORTEST = 8;

  /**
   * A form.
   *
   * @param name what it is, such as {@code base64}
   * @param secret number of the secret, from 1
   * @param text what to look for
   * @param anyCase whether letters match in both cases
   */
  public record Form(String name, int secret, String text, boolean anyCase) {}

  private SecretForms() {}

  /**
   * All forms of secrets.
   *
   * @param secrets the secrets
   * @return the forms, the longest first
   * @throws IllegalArgumentException if one is shorter than {@link #SHORTEST}
   */
  public static List<Form> of(List<String> secrets) {
    var all = new LinkedHashMap<String, Form>();
    for (int i = 0; i < secrets.size(); i++) {
      add(secrets.get(i), i + 1, all);
    }
    var sorted = new ArrayList<>(all.values());
    sorted.sort(Comparator.comparingInt((Form form) -> form.text().length()).reversed());
    return List.copyOf(sorted);
  }

  /**
   * Bytes as Latin-1 text.
   *
   * @param bytes any bytes
   * @return a text of as many characters
   */
  public static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * Where a form begins.
   *
   * @param form the form
   * @param text Latin-1 text
   * @param lower the same text in lower case
   * @param from where to begin
   * @return the index, -1 for nowhere
   */
  public static int find(Form form, String text, String lower, int from) {
    return form.anyCase() ? lower.indexOf(form.text(), from) : text.indexOf(form.text(), from);
  }

  private static void add(String secret, int number, Map<String, Form> all) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "secret " + number + " is too short to be looked for: use " + SHORTEST + " characters");
    }
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    put("plain", number, latin1(bytes), false, all);
    put("hex", number, HexFormat.of().formatHex(bytes), true, all);
    var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    put("URL-encoded", number, encoded.toLowerCase(Locale.ROOT), true, all);
    put("URL-encoded", number, encoded.replace("+", "%20").toLowerCase(Locale.ROOT), true, all);
    put("JSON-escaped", number, latin1(json(secret).getBytes(StandardCharsets.UTF_8)), false, all);
    for (int offset = 0; offset < 3; offset++) {
      var inner = innerBase64(bytes, offset);
      put("base64", number, inner, false, all);
      put("base64", number, inner.replace('+', '-').replace('/', '_'), false, all);
    }
  }

  private static void put(
      String name, int number, String text, boolean anyCase, Map<String, Form> all) {
    all.putIfAbsent(text, new Form(name, number, text, anyCase));
  }

  /**
   * What base64 makes of a secret that stands anywhere in a text, such as in {@code user:password}:
   * the characters that depend on the secret alone.
   */
  private static String innerBase64(byte[] secret, int offset) {
    var padded = new byte[offset + secret.length];
    System.arraycopy(secret, 0, padded, offset, secret.length);
    var text = Base64.getEncoder().withoutPadding().encodeToString(padded);
    int first = offset == 0 ? 0 : offset + 1;
    return text.substring(first, padded.length * 8 / 6);
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
  }
}
