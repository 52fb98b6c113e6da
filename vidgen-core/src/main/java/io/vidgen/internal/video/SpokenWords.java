package io.vidgen.internal.video;

import io.vidgen.error.Failure;
import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Attempt;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.subtitle.WordAligner;
import io.vidgen.subtitle.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times of spoken words: the voice's own; or those that a recogniser or aligner hears; or
 * the text spread over what is loud. What is shown is always spelt as the text is, where there is
 * one.
 */
public final class SpokenWords {
  /** The kind of the step that lays the text over what was heard. */
  public static final String WORDS = "words";

  private static final Recipe RECIPE = new Recipe("align", "1");
  private static final Duration EXPECTED = Duration.ofMillis(20);

  private final Listeners listeners;
  private final EstimatedWords estimated;
  private final Memo memo;

  /**
   * For one job or plan.
   *
   * @param tools what there is
   * @param memo its steps
   */
  public SpokenWords(Toolbox tools, Memo memo) {
    this.listeners = new Listeners(tools);
    this.estimated = new EstimatedWords(tools, memo);
    this.memo = memo;
  }

  /**
   * What is said.
   *
   * @param shown what captions show, blank when nobody wrote it down
   * @param said what the voice says, blank when nobody wrote it down
   * @param language its language, null when that is not known either
   * @param take which version of what is heard is wanted
   * @param isNeeded whether the video cannot do without its words
   */
  public record Text(
      String shown, String said, @Nullable Locale language, int take, boolean isNeeded) {

    /**
     * A text that is needed.
     *
     * @param shown what captions show, blank when nobody wrote it down
     * @param said what the voice says, blank when nobody wrote it down
     * @param language its language, null when that is not known either
     * @param take which version of what is heard is wanted
     */
    public Text(String shown, String said, @Nullable Locale language, int take) {
      this(shown, said, language, take, true);
    }

    boolean isKnown() {
      return !said.isBlank();
    }
  }

  /**
   * Where it is said.
   *
   * @param audio a file with the sound
   * @param from where in the file it begins, null for all of the file
   * @param length its length
   * @param words what the voice itself says about its words; empty for nothing
   */
  public record Recording(
      Artifact audio, @Nullable Duration from, Duration length, List<WordTiming> words) {

    /**
     * A whole file.
     *
     * @param audio a file with the sound
     * @param length its length
     * @param words what the voice itself says about its words; empty for nothing
     */
    public Recording(Artifact audio, Duration length, List<WordTiming> words) {
      this(audio, null, length, words);
    }

    AudioRequest asked() {
      var form = AudioRequest.Form.SPEECH;
      return from == null
          ? new AudioRequest(audio, form)
          : new AudioRequest(audio, form, from, length);
    }
  }

  /**
   * Words with their times.
   *
   * @param words the words from the start of the recording
   * @param language their language, null when nothing was heard that could tell
   */
  public record Heard(List<WordTiming> words, @Nullable Locale language) {}

  /**
   * Asks for the words of a recording.
   *
   * @param place where it belongs
   * @param text what is said in it
   * @param recording the recording
   * @param port where to ask
   * @return the words; empty while steps are missing
   */
  public Optional<Heard> words(Place place, Text text, Recording recording, StepPort port) {
    if (!text.isKnown()) {
      return recognised(place, text, recording, port);
    }
    var times = recording.words();
    boolean unknown = times.isEmpty() && !text.shown().isBlank();
    if (unknown) {
      var listener = listeners.forText(text);
      if (listener.isPresent()) {
        var listening = new Missing(port);
        var attempt = listener.get().attempt(place, text, recording, memo, listening);
        if (attempt.isPending()) {
          listening.then().expect(place.key(WORDS), RECIPE.id(), EXPECTED);
          return Optional.empty();
        }
        times = attempt.result().map(TranscriptionResult::words).orElse(List.of());
        warnOfEstimate(place, attempt, port);
      }
    }
    var words =
        unknown && times.isEmpty()
            ? estimated.need(place, text, recording, port)
            : laid(place, text, recording.length(), times, port);
    return words.map(all -> new Heard(all, text.language()));
  }

  private static void warnOfEstimate(
      Place place, Attempt<TranscriptionResult> attempt, StepPort port) {
    var effect = "the times of the words are estimated";
    warnOfFailure(place, effect, attempt.failure(), port);
    if (attempt.result().filter(result -> result.words().isEmpty()).isPresent()) {
      warn(place, effect + ": no words were heard in the recording", "", port);
    }
  }

  private static void warnOfFailure(
      Place place, String effect, @Nullable Failure failure, StepPort port) {
    if (failure != null) {
      warn(place, effect + ": " + failure.message(), failure.remedy(), port);
    }
  }

  private static void warn(Place place, String message, String remedy, StepPort port) {
    var scene = place.scene() == 0 ? "" : "scene " + place.scene() + ": ";
    port.warn(Problem.warning(place.key(WORDS).id(), scene + message, remedy));
  }

  private Optional<Heard> recognised(Place place, Text text, Recording recording, StepPort port) {
    var listener = listeners.forSpeech(text);
    if (listener.isEmpty()) {
      return Optional.of(new Heard(List.of(), text.language()));
    } else if (text.isNeeded()) {
      return listener.get().need(place, text, recording, memo, port).map(SpokenWords::heard);
    }
    var attempt = listener.get().attempt(place, text, recording, memo, port);
    if (attempt.isPending()) {
      return Optional.empty();
    }
    warnOfFailure(place, "the caption files have no words", attempt.failure(), port);
    var heard = attempt.result().map(SpokenWords::heard);
    return Optional.of(heard.orElse(new Heard(List.of(), text.language())));
  }

  private static Heard heard(TranscriptionResult result) {
    return new Heard(result.words(), result.language());
  }

  private Optional<List<WordTiming>> laid(
      Place place, Text text, Duration length, List<WordTiming> times, StepPort port) {
    var language = text.language() == null ? Locale.ROOT : text.language();
    var key = place.key(WORDS);
    var step =
        memo.once(
            key,
            () -> {
              var asked = new WordsRequest(text.shown(), language, length, times);
              return Steps.local(
                  key,
                  WordsResult.class,
                  RECIPE,
                  asked,
                  EXPECTED,
                  context -> new WordsResult(lay(asked)));
            });
    return port.need(step).map(WordsResult::words);
  }

  /**
   * Announces the steps for a recording that is not made yet.
   *
   * @param place where it belongs
   * @param text what will be said in it
   * @param length how long it will be, roughly
   * @param timed whether its voice says when each word is heard
   * @param port where to announce
   */
  public void expect(Place place, Text text, Duration length, boolean timed, StepPort port) {
    boolean unknown = !timed && !(text.isKnown() && text.shown().isBlank());
    var listener = unknown ? listeners.forAny(text) : Optional.<Listener>empty();
    var listening = new Missing(port);
    listener.ifPresent(l -> l.expect(place, text, length, listening));
    if (text.isKnown() && unknown && listener.isEmpty()) {
      estimated.expect(place, port);
    } else if (text.isKnown()) {
      listening.then().expect(place.key(WORDS), RECIPE.id(), EXPECTED);
    }
  }

  private static List<WordTiming> lay(WordsRequest asked) {
    var shown = Words.split(asked.caption(), asked.language());
    var heard = asked.heard();
    if (heard.isEmpty()) {
      return List.of();
    }
    var end = heard.get(heard.size() - 1).end();
    var to = end.compareTo(asked.duration()) > 0 ? end : asked.duration();
    return WordAligner.align(shown, heard, Duration.ZERO, to);
  }

  /** What the words of a scene depend on. */
  private record WordsRequest(
      String caption, Locale language, Duration duration, List<WordTiming> heard) {}
}
