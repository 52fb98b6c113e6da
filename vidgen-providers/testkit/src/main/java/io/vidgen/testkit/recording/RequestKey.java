package io.vidgen.testkit.recording;

import io.vidgen.testkit.internal.SecretForms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What makes two requests the same one: method, path, query in any order, and what they say. Ids of
 * attempts are new every time and do not count.
 *
 * @param method the method
 * @param path the path
 * @param query the query, sorted
 * @param digest SHA-256 of the body in its canonical form
 */
record RequestKey(String method, String path, String query, String digest) {
  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  static RequestKey of(String method, String path, String query, String type, Path body)
      throws IOException {
    var parameters = query.split("&", -1);
    Arrays.sort(parameters);
    return new RequestKey(method, path, String.join("&", parameters), digest(type, body));
  }

  private static String digest(String type, Path body) throws IOException {
    var sha = sha256();
    if (Files.size(body) == 0) {
      return "";
    }
    sha.update(Bodies.essence(type).getBytes(StandardCharsets.UTF_8));
    if (Files.size(body) <= Bodies.IN_MEMORY) {
      var text = SecretForms.latin1(Files.readAllBytes(body));
      if (Bodies.isJson(type)) {
        text = JsonTexts.read(text).map(JsonTexts::sorted).map(JsonTexts::write).orElse(text);
      }
      var stable = UUID.matcher(text).replaceAll("[uuid]");
      sha.update(stable.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      try (var in = Files.newInputStream(body);
          var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
        in.transferTo(out);
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
