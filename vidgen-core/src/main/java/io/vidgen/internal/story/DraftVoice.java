package io.vidgen.internal.story;

import io.vidgen.error.Problem.Severity;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.narrated.SpeakingVoice;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.internal.video.Voices;
import io.vidgen.model.Scene;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.util.Optional;

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

  /** What is said in a shot, with the voice of the request if the free provider has that. */
  SpeechRequest asked(Place place, Scene part) {
    var story = telling.request();
    var wanted = SpeakingVoice.of(part, story.characters(), story.voice());
    var asked =
        new SpeechRequest(
            part.spokenText(),
            telling.language(),
            wanted,
            story.speed(),
            story.takeOf(place.scene()));
    // Names of voices are each provider's own, and most of them are of the paid one's.
    boolean unknown =
        wanted != null
            && speaker.stream()
                .flatMap(who -> who.check(asked).stream())
                .anyMatch(problem -> problem.severity() == Severity.ERROR);
    return unknown
        ? new SpeechRequest(asked.text(), asked.language(), null, asked.speed(), asked.take())
        : asked;
  }

  Step<SpeechResult> step(Place place, Scene part) {
    return voices.step(place.key(Voices.SPEECH), asked(place, part));
  }
}
