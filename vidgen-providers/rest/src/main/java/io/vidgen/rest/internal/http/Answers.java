package io.vidgen.rest.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.Response;
import okio.Buffer;

/** Reads bodies of answers and trusts none of them. */
final class Answers {
  /** What a person gets to see of a body that makes no sense. */
  private static final int EXCERPT = 160;

  private static final int ERROR_BYTES = 64 << 10;

  /** Lines of one answer together: far more than an hour of speech with its times. */
  private static final long ALL_LINES = 1L << 30;

  private Answers() {}

  /** A body in memory. */
  static Reply reply(Response response, ApiCall.Answer answer, int maxBytes) throws IOException {
    var headers = response.headers();
    if (answer == ApiCall.Answer.IGNORED) {
      return new Reply(response.code(), headers, "", MissingNode.getInstance());
    }
    var bytes = bytes(response, maxBytes);
    var text = text(response, bytes);
    if (answer == ApiCall.Answer.TEXT) {
      refuse(response, text, "html");
      return new Reply(response.code(), headers, text, MissingNode.getInstance());
    }
    if (answer == ApiCall.Answer.ANY_TEXT) {
      if (text.stripLeading().startsWith("<")) {
        throw new BadAnswerException("it is a page");
      }
      return new Reply(response.code(), headers, text, MissingNode.getInstance());
    }
    if (text.isBlank() && (response.code() == 204 || response.code() == 205)) {
      return new Reply(response.code(), headers, "", MissingNode.getInstance());
    }
    refuse(response, text, "html", "xml", "audio/", "video/", "image/");
    return new Reply(response.code(), headers, text, json(text));
  }

  /** One JSON document on each line. */
  static Headers lines(Response response, Consumer<JsonNode> line, int maxLine) throws IOException {
    refuse(response, "", "html", "xml", "audio/", "video/", "image/");
    var source = response.body().source();
    long all = 0;
    while (!source.exhausted()) {
      long end = source.indexOf((byte) '\n', 0, maxLine);
      if (end < 0 && source.request(maxLine)) {
        throw new BadAnswerException("a line is longer than " + maxLine + " bytes");
      }
      var text = end < 0 ? source.readUtf8() : source.readUtf8(end + 1);
      all += text.length();
      if (all > ALL_LINES) {
        throw new BadAnswerException("its lines are more than " + ALL_LINES + " bytes");
      }
      if (!text.isBlank()) {
        line.accept(json(text));
      }
    }
    return response.headers();
  }

  /** The beginning of an error's body, as much as comes: a broken one still has a status. */
  static ErrorReply error(Response response, boolean paid, Scrubber scrubber) {
    var read = new Buffer();
    try {
      var source = response.body().source();
      while (read.size() < ERROR_BYTES && source.read(read, ERROR_BYTES - read.size()) >= 0) {
        // Reads on.
      }
    } catch (IOException e) {
      // What came so far is all that there is.
    }
    var body = scrubber.clean(read.readString(StandardCharsets.UTF_8));
    return new ErrorReply(response.code(), response.headers(), body, paid);
  }

  /** Refuses a type that no vendor means, such as a proxy's page with status 200. */
  static void refuse(Response response, String text, String... types) throws BadAnswerException {
    var type = type(response);
    for (var refused : types) {
      if (type.contains(refused)) {
        throw new BadAnswerException("it is " + type + excerpt(text));
      }
    }
  }

  static String type(Response response) {
    var type = response.header("Content-Type");
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  static String excerpt(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.isEmpty() || line.startsWith("<")) {
      return "";
    }
    return ": " + (line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…");
  }

  private static Buffer bytes(Response response, int maxBytes) throws IOException {
    var body = response.body();
    if (body.contentLength() > maxBytes) {
      throw new BadAnswerException(
          "it is " + body.contentLength() + " bytes long, more than " + maxBytes);
    }
    var source = body.source();
    if (source.request(maxBytes + 1L)) {
      throw new BadAnswerException("it is longer than " + maxBytes + " bytes");
    }
    return source.getBuffer();
  }

  private static String text(Response response, Buffer bytes) {
    var type = response.body().contentType();
    var charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
    return bytes.readString(charset == null ? StandardCharsets.UTF_8 : charset);
  }

  private static JsonNode json(String text) throws IOException {
    try {
      var node = Json.parse(text);
      if (node.isContainerNode()) {
        return node;
      }
    } catch (JsonEOFException e) {
      throw truncated(e);
    } catch (JsonProcessingException e) {
      throw new BadAnswerException("it is no JSON" + excerpt(text));
    }
    throw new BadAnswerException("it is no JSON object" + excerpt(text));
  }

  /** A body without a declared length ends where the connection does, be it too early. */
  private static IOException truncated(JsonProcessingException cause) {
    var e = new EOFException("the answer ends in the middle of its JSON");
    e.addSuppressed(new IOException(cause.getClass().getSimpleName()));
    return e;
  }
}
