package io.vidgen.sandbox.internal.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart/form-data body (RFC 7578); each lies in a file of the call. */
public final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final int MOST_PARTS = 100;
  private static final int LONGEST_HEADER = 8 << 10;

  /**
   * A part.
   *
   * @param name of the field
   * @param fileName as the client says it, null for a plain value; never to be used as a path
   * @param contentType as the client says it, null if it does not
   * @param file its bytes, deleted after the call
   */
  public record Part(
      String name, @Nullable String fileName, @Nullable String contentType, Path file) {
    /** Its bytes as UTF-8. */
    public String text() throws IOException {
      return Files.readString(file, StandardCharsets.UTF_8);
    }
  }

  private final List<Part> parts;

  private Multipart(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** All parts in order. */
  public List<Part> parts() {
    return parts;
  }

  /** The first part of a name. */
  public Optional<Part> part(String name) {
    return parts.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** The first value of a name. */
  public Optional<String> text(String name) throws IOException {
    var part = part(name);
    return part.isEmpty() ? Optional.empty() : Optional.of(part.get().text());
  }

  /** All values of a name, in order. */
  public List<String> texts(String name) throws IOException {
    var values = new ArrayList<String>();
    for (Part part : parts) {
      if (part.name().equals(name)) {
        values.add(part.text());
      }
    }
    return values;
  }

  /** Splits a body; empty when it is not multipart or broken. */
  static Optional<Multipart> parse(Body body, @Nullable String contentType, Path directory)
      throws IOException {
    if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return Optional.empty();
    }
    var matcher = BOUNDARY.matcher(contentType);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String boundary = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    var parts = new ArrayList<Part>();
    try (InputStream in = new BufferedInputStream(body.open(), 1 << 16)) {
      var delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
      if (!copy(in, OutputStream.nullOutputStream(), delimiter, 2)) {
        return Optional.empty();
      }
      while (!lineIsEnd(in)) {
        var headers = headers(in);
        var name = find(NAME, headers, "content-disposition");
        if (name == null || parts.size() == MOST_PARTS) {
          return Optional.empty();
        }
        var file = Files.createTempFile(directory, "part", null);
        try (OutputStream out = Files.newOutputStream(file)) {
          if (!copy(in, out, delimiter, 0)) {
            return Optional.empty();
          }
        }
        var fileName = find(FILE_NAME, headers, "content-disposition");
        parts.add(new Part(name, fileName, value(headers, "content-type"), file));
      }
    }
    return Optional.of(new Multipart(parts));
  }

  /** After a delimiter: two dashes end the body, a line break begins a part. */
  private static boolean lineIsEnd(InputStream in) throws IOException {
    int first = in.read();
    int second = in.read();
    return first != '\r' || second != '\n';
  }

  private static List<String> headers(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream();
    int matched = 0;
    var end = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    for (int b; matched < end.length && (b = in.read()) >= 0 && out.size() < LONGEST_HEADER; ) {
      out.write(b);
      matched = b == end[matched] ? matched + 1 : b == '\r' ? 1 : 0;
    }
    return List.of(out.toString(StandardCharsets.UTF_8).strip().split("\r\n", -1));
  }

  private static @Nullable String value(List<String> headers, String name) {
    for (String line : headers) {
      if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return null;
  }

  private static @Nullable String find(Pattern pattern, List<String> headers, String header) {
    var value = value(headers, header);
    if (value == null) {
      return null;
    }
    var matcher = pattern.matcher(value);
    return matcher.find() ? matcher.group(1) : null;
  }

  /**
   * Copies up to a delimiter. It begins with the only CR in it, so that a mismatch can only begin
   * anew at the byte that did not fit.
   */
  private static boolean copy(InputStream in, OutputStream out, byte[] delimiter, int matched)
      throws IOException {
    int have = matched;
    var buffered = new java.io.BufferedOutputStream(out, 1 << 16);
    for (int b; (b = in.read()) >= 0; ) {
      if (b == delimiter[have]) {
        have++;
        if (have == delimiter.length) {
          buffered.flush();
          return true;
        }
        continue;
      }
      buffered.write(delimiter, 0, have);
      have = 0;
      if (b == delimiter[0]) {
        have = 1;
      } else {
        buffered.write(b);
      }
    }
    return false;
  }
}
