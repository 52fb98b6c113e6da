package io.vidgen.testkit.openapi;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data}, RFC 7578. */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile(";\\s*name=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");
  private static final Pattern FILE_NAME =
      Pattern.compile(";\\s*filename\\*?=", Pattern.CASE_INSENSITIVE);

  private Multipart() {}

  /**
   * The parts.
   *
   * @throws IllegalArgumentException if it is not what it says; the text says why
   */
  static Fields read(String contentType, byte[] body) {
    var boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new IllegalArgumentException("the content type names no boundary");
    }
    var mark = "--" + (boundary.group(1) != null ? boundary.group(1) : boundary.group(2));
    // Latin-1 keeps every byte, so that binary parts do not disturb the search.
    var text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    var pieces = text.split(Pattern.quote("\r\n" + mark), -1);
    if (pieces.length < 2 || !pieces[pieces.length - 1].startsWith("--")) {
      throw new IllegalArgumentException("the last boundary is missing");
    }
    var fields = new Fields();
    for (int i = 1; i < pieces.length - 1; i++) {
      addPart(pieces[i], fields);
    }
    return fields;
  }

  private static void addPart(String piece, Fields fields) {
    int blank = piece.indexOf("\r\n\r\n");
    if (blank < 0) {
      throw new IllegalArgumentException("a part has no blank line after its headers");
    }
    var disposition = "";
    var type = "";
    for (var line : piece.substring(0, blank).split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        var header = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        var value = utf8(line.substring(colon + 1).strip());
        disposition = header.equals("content-disposition") ? value : disposition;
        type = header.equals("content-type") ? MediaTypes.essence(value) : type;
      }
    }
    var name = NAME.matcher(disposition);
    if (!name.find()) {
      throw new IllegalArgumentException("a part has no name");
    }
    boolean file = FILE_NAME.matcher(disposition).find();
    var text = file ? "(file)" : utf8(piece.substring(blank + 4));
    fields.add(
        name.group(1) != null ? name.group(1) : name.group(2), new Fields.Value(text, file, type));
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
