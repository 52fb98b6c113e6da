package io.vidgen.whisper.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what {@code whisper-cli --output-json-full} writes (source: {@code output_json} in
 * examples/cli/cli.cpp of whisper.cpp 1.9.3). Three things about it are not quite JSON: before
 * 1.8.5 characters are cut over tokens, so that it is not UTF-8; control characters are not
 * escaped; and a number may be {@code nan}.
 */
final class FullJson {
  /** A token takes some 250 bytes, and an hour of speech has some 15,000. */
  private static final long MOST_BYTES = 64L << 20;

  private static final Pattern NO_NUMBER =
      Pattern.compile("(?m)^(\\s*\"(?:p|t_dtw)\": )[-+]?(?:nan|inf)[^,\\r\\n]*(,?)\\r?$");

  /** {@code [_BEG_]}, {@code [_TT_550]}, {@code [_LANG_en]}, and the same in older words. */
  private static final Pattern MARK = Pattern.compile("\\s*(\\[_[A-Za-z0-9_]+]|<\\|[^|]*\\|>)\\s*");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private FullJson() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is something else; the message says why
   */
  static Heard read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw new IOException("it has " + size + " bytes");
    }
    // a byte is a character until the tokens are joined
    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return read(parse(NO_NUMBER.matcher(text).replaceAll("$1-1$2")));
  }

  private static JsonNode parse(String text) throws IOException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      // the message of the parser quotes what was said in the recording
      var place = e.getLocation();
      throw new IOException(
          "it is no JSON" + (place == null ? "" : " at line " + place.getLineNr()), e);
    }
  }

  private static Heard read(JsonNode root) throws IOException {
    if (!root.path("transcription").isArray()) {
      throw new IOException("it has no transcription");
    }
    List<Segment> segments = new ArrayList<>();
    for (var node : root.path("transcription")) {
      segments.add(segment(node));
    }
    var language = SpokenLanguages.read(root.path("result").path("language").asText(""));
    return new Heard(language, segments);
  }

  private static Segment segment(JsonNode node) throws IOException {
    if (!node.path("tokens").isArray()) {
      throw new IOException("its segments have no tokens");
    }
    List<Token> tokens = new ArrayList<>();
    for (var token : node.path("tokens")) {
      var text = token.path("text").asText("");
      if (!text.isEmpty() && !MARK.matcher(text).matches()) {
        tokens.add(new Token(text, offset(token, "from"), offset(token, "to"), heard(token)));
      }
    }
    return new Segment(offset(node, "from"), offset(node, "to"), tokens);
  }

  private static long offset(JsonNode node, String end) {
    return node.path("offsets").path(end).asLong(-1);
  }

  /** It is in hundredths of a second, and -1 where it was not asked for. */
  private static long heard(JsonNode token) {
    double value = token.path("t_dtw").asDouble(-1);
    return value >= 0 && value < 1e9 ? Math.round(value * 10) : -1;
  }
}
