package io.vidgen.rest.internal.whisper;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.subtitle.WordInterpolator;
import io.vidgen.subtitle.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code verbose_json} of every server: words at the top (OpenAI, speaches) or inside
 * segments (whisper.cpp); where a segment has none, as with LocalAI and vLLM, its text is spread
 * over its time and said to be interpolated.
 */
final class AnswerWords {
  private static final long MILLI = 1_000_000;

  private final JsonNode answer;
  private final double length;

  /**
   * An answer.
   *
   * @param length seconds of sound that were sent; infinite when they are not known
   */
  private AnswerWords(JsonNode answer, double length) {
    this.answer = answer;
    this.length = length;
  }

  static Transcript read(JsonNode answer, double sentSeconds) {
    double said = Json.number(answer, "duration").orElse(Double.POSITIVE_INFINITY);
    var length = Double.isInfinite(sentSeconds) ? said : sentSeconds;
    var reader = new AnswerWords(answer, length);
    var language =
        Json.text(answer, "language").or(() -> Json.text(answer, "detected_language")).orElse("");
    return new Transcript(language, reader.words());
  }

  private List<WordTiming> words() {
    var top = heard(answer.path("words"));
    if (!top.isEmpty()) {
      return inOrder(timed(TokenJoiner.join(top), 0, length));
    }
    List<WordTiming> words = new ArrayList<>();
    for (var segment : answer.path("segments")) {
      words.addAll(ofSegment(segment));
    }
    if (words.isEmpty()) {
      words.addAll(spread(Json.text(answer, "text").orElse(""), 0, length));
    }
    return inOrder(words);
  }

  private List<WordTiming> ofSegment(JsonNode segment) {
    double start = Json.number(segment, "start").orElse(0.0);
    double end = Json.number(segment, "end").orElse(length);
    var own = heard(segment.path("words"));
    return own.isEmpty()
        ? spread(Json.text(segment, "text").orElse(""), start, end)
        : timed(TokenJoiner.join(own), start, end);
  }

  private static List<HeardWord> heard(JsonNode list) {
    List<HeardWord> words = new ArrayList<>();
    for (var node : list) {
      words.add(HeardWord.of(node));
    }
    return words;
  }

  /** Words without a time share the room between those that have one. */
  private static List<WordTiming> timed(List<HeardWord> words, double from, double to) {
    List<WordTiming> timed = new ArrayList<>();
    double before = from;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.isTimed()) {
        timed.add(
            new WordTiming(
                word.text().strip(),
                time(word.start()),
                time(word.end()),
                TimingSource.RECOGNISED));
        before = word.end();
        continue;
      }
      int next = i;
      List<String> lost = new ArrayList<>();
      while (next < words.size() && !words.get(next).isTimed()) {
        lost.add(words.get(next++).text().strip());
      }
      double after = next < words.size() ? words.get(next).start() : to;
      timed.addAll(spread(lost, before, after));
      i = next - 1;
    }
    return timed;
  }

  private List<WordTiming> spread(String text, double start, double end) {
    var words =
        TokenJoiner.join(
            Words.split(text, Locale.ROOT).stream()
                .map(word -> new HeardWord(" " + word, Double.NaN, Double.NaN))
                .toList());
    return spread(words.stream().map(word -> word.text().strip()).toList(), start, end);
  }

  private static List<WordTiming> spread(List<String> words, double start, double end) {
    if (words.isEmpty() || !(start >= 0) || !Double.isFinite(start) || !Double.isFinite(end)) {
      return List.of();
    }
    return WordInterpolator.spread(words, time(start), time(Math.max(start, end)));
  }

  /** Times never go back and end with the sound; what was heard after it was not there. */
  private List<WordTiming> inOrder(List<WordTiming> words) {
    List<WordTiming> out = new ArrayList<>();
    var most = Double.isInfinite(length) ? null : time(length);
    var clock = Duration.ZERO;
    for (var word : words) {
      var start = later(word.start(), clock);
      var end = later(word.end(), start);
      if (most != null && end.compareTo(most) > 0) {
        if (start.compareTo(most) >= 0) {
          continue;
        }
        end = most;
      }
      out.add(new WordTiming(word.text(), start, end, word.source()));
      clock = start;
    }
    return out;
  }

  private static Duration later(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration time(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1000) * MILLI);
  }
}
