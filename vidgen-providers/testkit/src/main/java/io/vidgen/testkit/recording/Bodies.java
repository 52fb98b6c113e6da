package io.vidgen.testkit.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How bodies are read, and the form in which they are kept and compared. */
final class Bodies {
  /** Larger ones are only streamed. */
  static final int IN_MEMORY = 32 << 20;

  private static final String BOUNDARY = "vidgen-boundary";
  private static final Pattern BOUNDARY_PARAMETER =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private final Scrubber scrubber;
  private final Replacements replacements;

  /**
   * For one proxy.
   *
   * @param self address of the proxy, which is kept as a placeholder
   */
  Bodies(Scrubber scrubber, java.net.URI self) {
    this.scrubber = scrubber;
    this.replacements = scrubber.replacements().and(self.toString(), Downloads.PLACEHOLDER);
  }

  static boolean isJson(String type) {
    var essence = essence(type);
    return essence.equals("application/json") || essence.endsWith("+json");
  }

  static boolean isText(String type) {
    var essence = essence(type);
    return isJson(type)
        || essence.startsWith("text/")
        || essence.endsWith("/xml")
        || essence.endsWith("ndjson")
        || isForm(type);
  }

  static boolean isForm(String type) {
    return essence(type).equals("application/x-www-form-urlencoded");
  }

  static String essence(String type) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /** The content type as it is kept: boundaries are chosen at random. */
  static String type(String type) {
    return essence(type).startsWith("multipart/")
        ? BOUNDARY_PARAMETER
            .matcher(type)
            .replaceFirst(Matcher.quoteReplacement("boundary=" + BOUNDARY))
        : type;
  }

  /** Copies, up to a limit. */
  static void copy(InputStream from, OutputStream to, long most) throws IOException {
    var buffer = new byte[1 << 16];
    long sum = 0;
    for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
      sum += n;
      if (sum > most) {
        throw new IOException("a body is larger than " + most + " bytes");
      }
      to.write(buffer, 0, n);
    }
  }

  /** Writes what may be kept of a body. */
  void keep(Path raw, String type, Path kept) throws IOException {
    if (isText(type) && Files.size(raw) <= IN_MEMORY) {
      Files.writeString(kept, text(Files.readString(raw, StandardCharsets.UTF_8), type));
      return;
    }
    if (!essence(type).startsWith("multipart/")) {
      copy(raw, kept, replacements);
      return;
    }
    copy(raw, kept, withFixedBoundary(type));
    if (Files.size(kept) <= IN_MEMORY) {
      var text = Files.readString(kept, StandardCharsets.ISO_8859_1);
      Files.writeString(kept, scrubber.addresses(text), StandardCharsets.ISO_8859_1);
    }
  }

  private Replacements withFixedBoundary(String type) {
    var boundary = BOUNDARY_PARAMETER.matcher(type);
    if (!boundary.find()) {
      return replacements;
    }
    var own = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
    return replacements.and("--" + own, "--" + BOUNDARY);
  }

  private static void copy(Path from, Path to, Replacements replacements) throws IOException {
    try (var in = Files.newInputStream(from);
        var out = Files.newOutputStream(to)) {
      replacements.copy(in, out);
    }
  }

  /** A short text with the placeholder for the proxy's address. */
  String placeholder(String text) {
    return replacements.inText(text);
  }

  private String text(String text, String type) {
    var own = replacements.inText(text);
    if (isJson(type)) {
      var json = JsonTexts.read(own);
      if (json.isPresent()) {
        return replacements.inText(JsonTexts.write(scrubber.json(json.get())));
      }
    }
    return isForm(type) ? scrubber.query(own) : scrubber.text(own);
  }
}
