package io.vidgen.whisper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes what whisper-cli writes, byte for byte in the shape of {@code output_json} of whisper.cpp
 * 1.9.3. Texts of tokens are bytes, so that a character may be cut.
 */
public final class FullJson {
  private final String language;
  private final List<String> segments = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private FullJson(String language) {
    this.language = language;
  }

  public static FullJson in(String language) {
    return new FullJson(language);
  }

  /** A token of whole characters. */
  public FullJson token(String text, long from, long to) {
    return token(text, from, to, -1);
  }

  /** A token with the hundredths of a second at which it was heard. */
  public FullJson token(String text, long from, long to, long heard) {
    return raw(text.getBytes(StandardCharsets.UTF_8), from, to, heard);
  }

  /** A token of any bytes. */
  public FullJson raw(byte[] bytes, long from, long to, long heard) {
    var shown = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!shown.startsWith("[_")) {
      text.append(shown);
    }
    tokens.add(
        "\t\t\t\t{\n\t\t\t\t\t\"text\": \""
            + escaped(shown)
            + "\",\n"
            + times("\t\t\t\t\t", from, to)
            + "\t\t\t\t\t\"id\": 100,\n\t\t\t\t\t\"p\": 0.912345,\n\t\t\t\t\t\"t_dtw\": "
            + heard
            + "\n\t\t\t\t}");
    return this;
  }

  /** Ends a segment. */
  public FullJson segment(long from, long to) {
    segments.add(
        "\t\t{\n"
            + times("\t\t\t", from, to)
            + "\t\t\t\"text\": \""
            + escaped(text.toString())
            + "\",\n\t\t\t\"tokens\": [\n"
            + String.join(",\n", tokens)
            + "\n\t\t\t]\n\t\t}");
    tokens.clear();
    text.setLength(0);
    return this;
  }

  public byte[] bytes() {
    var json =
        "{\n\t\"systeminfo\": \"WHISPER : COREML = 0 | CPU : AVX2 = 1 | \",\n"
            + "\t\"model\": {\n\t\t\"type\": \"base\",\n\t\t\"multilingual\": true,\n"
            + "\t\t\"vocab\": 51865,\n\t\t\"audio\": {\n\t\t\t\"ctx\": 1500,\n\t\t\t\"state\": 512,\n"
            + "\t\t\t\"head\": 8,\n\t\t\t\"layer\": 6\n\t\t},\n\t\t\"text\": {\n\t\t\t\"ctx\": 448,\n"
            + "\t\t\t\"state\": 512,\n\t\t\t\"head\": 8,\n\t\t\t\"layer\": 6\n\t\t},\n"
            + "\t\t\"mels\": 80,\n\t\t\"ftype\": 1\n\t},\n\t\"params\": {\n"
            + "\t\t\"model\": \"ggml-base.bin\",\n\t\t\"language\": \"auto\",\n"
            + "\t\t\"translate\": false\n\t},\n\t\"result\": {\n\t\t\"language\": \""
            + language
            + "\"\n\t},\n\t\"transcription\": [\n"
            + String.join(",\n", segments)
            + "\n\t]\n}\n";
    return json.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String times(String indent, long from, long to) {
    return indent
        + "\"timestamps\": {\n"
        + indent
        + "\t\"from\": \""
        + stamp(from)
        + "\",\n"
        + indent
        + "\t\"to\": \""
        + stamp(to)
        + "\"\n"
        + indent
        + "},\n"
        + indent
        + "\"offsets\": {\n"
        + indent
        + "\t\"from\": "
        + from
        + ",\n"
        + indent
        + "\t\"to\": "
        + to
        + "\n"
        + indent
        + "},\n";
  }

  private static String stamp(long millis) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d,%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }

  /** Control characters stay, as there. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
