package io.vidgen.internal.story;

import io.vidgen.error.Problem.Severity;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.model.Scene;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The free voice that speaks drafts, if there is one. */
final class DraftVoice {
  private final Telling telling;
  private final Voices voices;
  private final Optional<SpeechProvider> speaker;

  /** With tools that are free. */
  DraftVoice(Telling telling, Toolbox tools) {
    this.telling = telling;
    this.voices = new Voices(tools);
    this.speaker = voices.speaking(telling.language()).stream().findFirst();
  }

  Optional<SpeechProvider> speaker() {
    return speaker;
  }

  /**
   * A voice if the free provider has it: names of voices are each provider's own, and most are a
   * paid one's.
   */
  @Nullable String known(@Nullable String voice) {
    if (voice == null || speaker.isEmpty()) {
      return null;
    }
    var asked =
        new SpeechRequest("Hello.", telling.language(), voice, telling.request().speed(), 0);
    boolean refused =
        speaker.get().check(asked).stream()
            .anyMatch(problem -> problem.severity() == Severity.ERROR);
    return refused ? null : voice;
  }

  /** What is said in a shot, with the voice of the request if it is known. */
  SpeechRequest asked(Place place, Scene part) {
    var wanted = telling.speech(place.scene(), part);
    return new SpeechRequest(
        wanted.text(), wanted.language(), known(wanted.voice()), wanted.speed(), wanted.take());
  }

  Step<SpeechResult> step(Place place, Scene part) {
    return voices.step(place.key(Voices.SPEECH), asked(place, part));
  }
}
