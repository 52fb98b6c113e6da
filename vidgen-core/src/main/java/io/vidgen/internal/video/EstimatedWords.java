package io.vidgen.internal.video;

import io.vidgen.internal.engine.Attempt;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.internal.video.SpokenWords.Recording;
import io.vidgen.internal.video.SpokenWords.Text;
import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.AudioResult;
import io.vidgen.spi.CallContext;
import io.vidgen.subtitle.WordInterpolator;
import io.vidgen.subtitle.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words that nobody listens to: spread over the part of their recording in which something is loud.
 */
final class EstimatedWords {
  private static final Logger LOG = LoggerFactory.getLogger(EstimatedWords.class);
  private static final Recipe RECIPE = new Recipe("estimate", "1");
  private static final Duration EXPECTED = Duration.ofMillis(20);

  private final Toolbox tools;
  private final Memo memo;

  EstimatedWords(Toolbox tools, Memo memo) {
    this.tools = tools;
    this.memo = memo;
  }

  /** Empty while steps are missing. */
  Optional<List<WordTiming>> need(Place place, Text text, Recording recording, StepPort port) {
    var audioKey = place.key(AudioSteps.AUDIO, Listener.SPEECH);
    var hearing = new Missing(port);
    Attempt<AudioResult> audio =
        hearing.attempt(
            memo.once(audioKey, () -> AudioSteps.step(audioKey, recording.asked(), tools)));
    if (audio.isPending()) {
      hearing.then().expect(place.key(SpokenWords.WORDS), RECIPE.id(), EXPECTED);
      return Optional.empty();
    }
    var sound = audio.result().map(AudioResult::audio).orElse(null);
    var key = place.key(SpokenWords.WORDS);
    return port.need(memo.once(key, () -> step(place, text, recording.length(), sound)))
        .map(WordsResult::words);
  }

  private static Step<WordsResult> step(
      Place place, Text text, Duration length, @Nullable Artifact sound) {
    var language = text.language() == null ? Locale.ROOT : text.language();
    var asked = new EstimateRequest(text.shown(), language, length, sound);
    return Steps.local(
        place.key(SpokenWords.WORDS),
        WordsResult.class,
        RECIPE,
        asked,
        EXPECTED,
        context -> new WordsResult(spread(asked, context)));
  }

  /** Announces the steps for a recording that is not made yet. */
  void expect(Place place, StepPort port) {
    var hearing = new Missing(port);
    hearing.expect(
        place.key(AudioSteps.AUDIO, Listener.SPEECH), tools.composer().id(), AudioSteps.EXPECTED);
    hearing.then().expect(place.key(SpokenWords.WORDS), RECIPE.id(), EXPECTED);
  }

  private static List<WordTiming> spread(EstimateRequest asked, CallContext context) {
    var shown = Words.split(asked.caption(), asked.language());
    var all = new LoudStretch(Duration.ZERO, asked.duration());
    var loud = loud(asked.sound(), context).filter(s -> s.start().compareTo(all.end()) < 0);
    var where = loud.orElse(all);
    var end = where.end().compareTo(all.end()) < 0 ? where.end() : all.end();
    return WordInterpolator.spread(shown, where.start(), end);
  }

  private static Optional<LoudStretch> loud(@Nullable Artifact sound, CallContext context) {
    if (sound == null) {
      return Optional.empty();
    }
    try {
      return LoudStretch.in(context.file(sound));
    } catch (IOException e) {
      LOG.debug("A sound cannot be looked at, so its words are spread over all of it", e);
      return Optional.empty();
    }
  }

  /** What estimated words depend on. */
  private record EstimateRequest(
      String caption, Locale language, Duration duration, @Nullable Artifact sound) {}
}
