package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.SceneTimes;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.SpokenWords;
import io.vidgen.internal.video.SpokenWords.Heard;
import io.vidgen.internal.video.StandIn;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.model.Scene;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.CueSegmenter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clips whose own sound is not used: a speech provider speaks over their picture. */
final class VoicedClips {
  private final Telling telling;
  private final Voices voices;
  private final SpokenWords words;
  private final CueSegmenter segmenter;
  private final Memo memo;

  VoicedClips(Telling telling, Toolbox tools, SpokenWords words, Memo memo) {
    this.telling = telling;
    this.voices = telling.voices(tools);
    this.words = words;
    this.segmenter = new CueSegmenter(telling.request().captionOptions());
    this.memo = memo;
  }

  /** What is said over a clip, and when its words are heard. */
  record Spoken(SpeechResult made, Heard heard) {}

  /** The shot with our voice instead of its own sound; null while that is not there. */
  @Nullable Shot shot(Filmed filmed, Shot silent, StepPort port) {
    return spoken(silent.place(), filmed.asking().part(), port)
        .map(said -> spoken(filmed, silent, said.made(), said.heard(), port))
        .orElse(null);
  }

  /** What is said over a clip, which may not be there yet; empty while that is not there. */
  Optional<Spoken> spoken(Place place, Scene part, StepPort port) {
    var asked = telling.speech(place.scene(), part);
    var key = place.key(Voices.SPEECH);
    var voice = new Missing(port);
    Optional<SpeechResult> speech = voice.need(memo.once(key, () -> voices.step(key, asked)));
    var text = telling.text(part);
    if (speech.isEmpty()) {
      var length = StandIn.length(asked.text(), asked.language(), asked.speed());
      boolean timed = voices.voice(asked).capabilities().has(Feature.WORD_TIMINGS);
      words.expect(place, text, length, timed, voice.then());
      return Optional.empty();
    }
    var made = speech.get();
    var recording = new SpokenWords.Recording(made.audio(), made.duration(), made.words());
    return words.words(place, text, recording, port).map(heard -> new Spoken(made, heard));
  }

  /** The last picture of a clip that is over too soon stays until everything is said. */
  private Shot spoken(Filmed filmed, Shot silent, SpeechResult made, Heard heard, StepPort port) {
    var lead = telling.request().lead();
    int needed = SceneTimes.framesFor(lead.plus(made.duration()));
    if (needed > silent.frames()) {
      port.warn(
          Problem.warning(
              filmed.clip().field(),
              "our own voice takes "
                  + seconds(made.duration())
                  + ", the clip "
                  + seconds(filmed.clip().length())
                  + ", so its last picture stays until everything is said",
              "shorten the scene, or give it more clips"));
    }
    var placed = heard.words().stream().map(word -> word.shifted(lead)).toList();
    return new Shot(
        silent.place(),
        Math.max(needed, silent.frames()),
        new Sound(made.audio(), lead, made.duration()),
        placed,
        segmenter.segment(placed, telling.language()),
        silent.visual(),
        silent.inSync());
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0).replace(".0 s", " s");
  }
}
