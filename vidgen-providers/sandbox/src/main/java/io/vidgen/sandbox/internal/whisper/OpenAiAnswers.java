package io.vidgen.sandbox.internal.whisper;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.whisper.Hearing.Word;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers of {@code /v1/audio/transcriptions}: of OpenAI, or of speaches where the two differ. */
final class OpenAiAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_TOKEN = 50_364;

  private final boolean speaches;

  OpenAiAnswers(boolean speaches) {
    this.speaches = speaches;
  }

  Reply reply(Hearing hearing, String format, List<String> granularities) {
    return switch (format) {
      case "text" -> Reply.text(200, "text/plain; charset=utf-8", text(hearing) + "\n");
      case "srt" -> Reply.text(200, "text/plain; charset=utf-8", TranscriptTexts.srt(hearing));
      case "vtt" -> Reply.text(200, "text/plain; charset=utf-8", TranscriptTexts.vtt(hearing));
      case "verbose_json" -> Reply.json(200, verbose(hearing, granularities));
      default -> {
        var json = JSON.createObjectNode().put("text", text(hearing));
        yield Reply.json(200, speaches ? json : usage(json, hearing));
      }
    };
  }

  static Reply error(int status, String type, @Nullable String code, String message) {
    var json = JSON.createObjectNode();
    json.putObject("error")
        .put("message", message)
        .put("type", type)
        .putNull("param")
        .put("code", code);
    return Reply.json(status, json);
  }

  /** The headers that say how the account stands. */
  static Reply counted(Reply reply, LimitDesk.Count count) {
    return reply
        .header("x-ratelimit-limit-requests", String.valueOf(count.limit()))
        .header("x-ratelimit-remaining-requests", String.valueOf(count.left()))
        .header("x-ratelimit-reset-requests", seconds(count.untilAll()));
  }

  static Reply tooMany(LimitDesk.Count count) {
    var message =
        "Rate limit reached for whisper-1 on requests per min (RPM): Limit "
            + count.limit()
            + ", Used "
            + count.limit()
            + ", Requested 1. Please try again in "
            + seconds(count.untilNext())
            + ".";
    return counted(error(429, "requests", "rate_limit_exceeded", message), count);
  }

  /** As in {@code 1.2s}. */
  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + "s";
  }

  private static String text(Hearing hearing) {
    return Hearing.text(hearing.words());
  }

  private ObjectNode verbose(Hearing hearing, List<String> granularities) {
    var json = JSON.createObjectNode().put("task", "transcribe");
    var language = Locale.forLanguageTag(hearing.language());
    json.put(
        "language",
        speaches
            ? language.getLanguage()
            : language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
    json.put("duration", hearing.seconds()).put("text", text(hearing));
    if (granularities.isEmpty() || granularities.contains("segment")) {
      segments(json, hearing);
    }
    if (granularities.contains("word")) {
      var words = json.putArray("words");
      for (var word : hearing.words()) {
        words
            .addObject()
            .put("word", shown(word))
            .put("start", word.start())
            .put("end", word.end());
      }
    } else if (speaches) {
      json.putNull("words");
    }
    return speaches ? json : usage(json, hearing);
  }

  /** OpenAI leaves punctuation out; speaches keeps it, and the space before the word. */
  private String shown(Word word) {
    return speaches
        ? " " + word.text()
        : word.text().replaceAll("^[\\p{Punct}“‘«¿¡]+|[\\p{Punct}”’»…]+$", "");
  }

  private static void segments(ObjectNode json, Hearing hearing) {
    var segments = json.putArray("segments");
    int id = 0;
    for (var words : hearing.segments()) {
      var segment =
          segments
              .addObject()
              .put("id", id++)
              .put("seek", 0)
              .put("start", words.get(0).start())
              .put("end", words.get(words.size() - 1).end())
              .put("text", " " + Hearing.text(words));
      var tokens = segment.putArray("tokens");
      words.forEach(word -> tokens.add(FIRST_TOKEN + Math.floorMod(word.text().hashCode(), 1000)));
      segment
          .put("temperature", 0.0)
          .put("avg_logprob", -0.2)
          .put("compression_ratio", 1.2)
          .put("no_speech_prob", 0.01);
    }
  }

  private static ObjectNode usage(ObjectNode json, Hearing hearing) {
    json.putObject("usage")
        .put("type", "duration")
        .put("seconds", (long) Math.ceil(hearing.seconds()));
    return json;
  }
}
