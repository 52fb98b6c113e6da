package io.vidgen.rest.internal.wav2lip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vidgen.rest.wav2lip.Wav2LipShape;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** {@code {"input": {…}}} with files as {@code data:} addresses, encoded while they are sent. */
final class CogInput extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Wav2LipShape shape;
  private final Map<String, String> fields;
  private final FaceFiles files;

  CogInput(Wav2LipShape shape, Map<String, String> fields, FaceFiles files) {
    this.shape = shape;
    this.fields = fields;
    this.files = files;
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() throws IOException {
    return head().getBytes(StandardCharsets.UTF_8).length
        + encoded(files.face())
        + middle().getBytes(StandardCharsets.UTF_8).length
        + encoded(files.speech())
        + end().getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.writeUtf8(head());
    copy(files.face(), sink);
    sink.writeUtf8(middle());
    copy(files.speech(), sink);
    sink.writeUtf8(end());
  }

  private String head() {
    return "{\"input\":{" + name(shape.facePart()) + "\"data:" + files.faceType() + ";base64,";
  }

  private String middle() {
    return "\"," + name(shape.audioPart()) + "\"data:" + files.speechType() + ";base64,";
  }

  private String end() {
    var end = new StringBuilder("\"");
    fields.forEach((name, value) -> end.append(',').append(name(name)).append(node(value)));
    return end.append("}}").toString();
  }

  /** Cog checks types: numbers and truth values are sent as such. */
  private static JsonNode node(String value) {
    if (value.equals("true") || value.equals("false")) {
      return BooleanNode.valueOf(value.equals("true"));
    }
    return value.matches("[0-9]{1,9}")
        ? IntNode.valueOf(Integer.parseInt(value))
        : TextNode.valueOf(value);
  }

  private static String name(String name) {
    return TextNode.valueOf(name) + ":";
  }

  private static long encoded(Path file) throws IOException {
    return (Files.size(file) + 2) / 3 * 4;
  }

  private static void copy(Path file, BufferedSink sink) throws IOException {
    try (OutputStream out = Base64.getEncoder().wrap(new Unclosed(sink.outputStream()))) {
      Files.copy(file, out);
    }
  }

  /** The encoder must be closed to write its last bytes, the request must not. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
