package io.vidgen.sandbox.internal.whisper;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.whisper.Hearing.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers of whisper.cpp's server (233fe1f, 2026): tokens for words, inside their segments. */
final class CppAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_SEGMENT = 60;
  private static final int LONGEST_TOKEN = 6;
  private static final String BLANK = "[BLANK_AUDIO]";

  private CppAnswers() {}

  static Reply reply(Hearing hearing, String format, boolean splitOnWord, boolean languages) {
    var segments = segments(heard(hearing), splitOnWord);
    return switch (format) {
      case "text" -> Reply.text(200, "text/html; charset=utf-8", text(segments));
      case "srt" -> Reply.text(200, "application/x-subrip", TranscriptTexts.srt(hearing));
      case "vtt" -> Reply.text(200, "text/vtt", TranscriptTexts.vtt(hearing));
      case "verbose_json" -> Reply.json(200, verbose(hearing, segments, languages));
      default -> Reply.json(200, JSON.createObjectNode().put("text", text(segments)));
    };
  }

  /** What httplib's own handler makes of statuses without a body. */
  static Reply notFound(String path) {
    return Reply.text(404, "text/plain", "File Not Found (" + path + ")");
  }

  static Reply invalid() {
    return Reply.text(400, "text/plain", "Invalid request");
  }

  static Reply error(int status, String message) {
    return Reply.json(status, JSON.createObjectNode().put("error", message));
  }

  private static List<List<Word>> heard(Hearing hearing) {
    return hearing.words().isEmpty()
        ? List.of(List.of(new Word(BLANK, 0, Math.min(hearing.seconds(), 30))))
        : hearing.segments();
  }

  /** Segments of tokens, each wrapped at 60 characters: inside words, unless that was forbidden. */
  private static List<List<Word>> segments(List<List<Word>> sentences, boolean splitOnWord) {
    List<List<Word>> out = new ArrayList<>();
    for (var sentence : sentences) {
      List<Word> current = new ArrayList<>();
      int length = 0;
      for (var token : tokens(sentence)) {
        boolean mayWrap = !splitOnWord || token.text().startsWith(" ");
        if (mayWrap && length > 0 && length + token.text().length() > LONGEST_SEGMENT) {
          out.add(List.copyOf(current));
          current.clear();
          length = 0;
        }
        current.add(token);
        length += token.text().length();
      }
      out.add(List.copyOf(current));
    }
    return out;
  }

  private static List<Word> tokens(List<Word> words) {
    List<Word> tokens = new ArrayList<>();
    for (var word : words) {
      var pieces = pieces(" " + word.text());
      double step = (word.end() - word.start()) / pieces.size();
      for (int i = 0; i < pieces.size(); i++) {
        tokens.add(new Word(pieces.get(i), word.start() + i * step, word.start() + (i + 1) * step));
      }
    }
    return tokens;
  }

  private static List<String> pieces(String word) {
    List<String> pieces = new ArrayList<>();
    for (var part : word.split("(?=['’]\\p{L})|(?<=\\p{L})(?=[.,!?;:])", -1)) {
      int start = 0;
      while (part.length() - start > LONGEST_TOKEN) {
        pieces.add(part.substring(start, start + LONGEST_TOKEN - 2));
        start += LONGEST_TOKEN - 2;
      }
      pieces.add(part.substring(start));
    }
    return pieces;
  }

  private static String text(List<List<Word>> segments) {
    var out = new StringBuilder();
    segments.forEach(segment -> out.append(joined(segment)).append('\n'));
    return out.toString();
  }

  private static String joined(List<Word> tokens) {
    return String.join("", tokens.stream().map(Word::text).toList());
  }

  private static ObjectNode verbose(Hearing hearing, List<List<Word>> segments, boolean languages) {
    var locale = Locale.forLanguageTag(hearing.language());
    var language = locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    var json =
        JSON.createObjectNode()
            .put("task", "transcribe")
            .put("language", language)
            .put("duration", hearing.seconds())
            .put("text", text(segments));
    var list = json.putArray("segments");
    int id = 0;
    for (var segment : segments) {
      var node =
          list.addObject()
              .put("id", id++)
              .put("text", joined(segment))
              .put("start", rounded(segment.get(0).start()))
              .put("end", rounded(segment.get(segment.size() - 1).end()));
      var tokens = node.putArray("tokens");
      var words = node.putArray("words");
      for (var token : segment) {
        tokens.add(Math.floorMod(token.text().hashCode(), 50_000));
        words
            .addObject()
            .put("word", token.text())
            .put("start", rounded(token.start()))
            .put("end", rounded(token.end()))
            .put("t_dtw", -1)
            .put("probability", 0.9);
      }
      node.put("temperature", 0.0).put("avg_logprob", -0.2).put("no_speech_prob", 0.01);
    }
    if (languages) {
      json.put("detected_language", language).put("detected_language_probability", 0.98);
      json.putObject("language_probabilities").put(locale.getLanguage(), 0.98);
    }
    return json;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 100) / 100.0;
  }
}
