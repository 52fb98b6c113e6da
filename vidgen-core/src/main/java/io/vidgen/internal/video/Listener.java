package io.vidgen.internal.video;

import io.vidgen.error.Problem;
import io.vidgen.internal.discovery.Candidates;
import io.vidgen.internal.engine.Attempt;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.video.SpokenWords.Recording;
import io.vidgen.internal.video.SpokenWords.Text;
import io.vidgen.model.Artifact;
import io.vidgen.spi.AudioResult;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import java.time.Duration;
import java.util.Optional;

/** The steps with which somebody listens to a recording: its sound alone, then its words. */
final class Listener {
  private static final String AUDIO = AudioSteps.AUDIO;
  static final String TRANSCRIPTION = "transcription";

  static final String SPEECH = "speech";

  private final Candidates<TranscriptionProvider> fitting;
  private final Toolbox tools;

  Listener(Candidates<TranscriptionProvider> fitting, Toolbox tools) {
    this.fitting = fitting;
    this.tools = tools;
  }

  Optional<TranscriptionResult> need(
      Place place, Text text, Recording recording, Memo memo, StepPort port) {
    return step(place, text, recording, memo, port).flatMap(port::need);
  }

  /** Its failure is no harm to the job when it costs nothing. */
  Attempt<TranscriptionResult> attempt(
      Place place, Text text, Recording recording, Memo memo, StepPort port) {
    return step(place, text, recording, memo, port).map(port::attempt).orElseGet(Attempt::pending);
  }

  private Optional<Step<TranscriptionResult>> step(
      Place place, Text text, Recording recording, Memo memo, StepPort port) {
    var audioKey = place.key(AUDIO, SPEECH);
    var hearing = new Missing(port);
    var audio =
        hearing.need(
            memo.once(audioKey, () -> AudioSteps.step(audioKey, recording.asked(), tools)));
    if (audio.isEmpty()) {
      announce(place, text, recording.length(), hearing.then());
      return Optional.empty();
    }
    var key = place.key(TRANSCRIPTION);
    return Optional.of(
        memo.once(
            key,
            () -> {
              var asked = request(text, audio.get());
              var route = tools.router().route(TRANSCRIPTION, fitting, asked);
              return Steps.of(key, TranscriptionResult.class, route);
            }));
  }

  /**
   * Checks what would be asked. What is wrong with a listener who costs nothing, and whom the video
   * can do without, is only a warning.
   */
  void check(Text text, Listeners.Length length, String field, Checklist list) {
    var who = who(expected(text, length.time()));
    var problems =
        length.isEstimated()
            ? StandIn.problems(length.time(), time -> who.check(expected(text, time)))
            : who.check(expected(text, length.time()));
    boolean needed = (!text.isKnown() && text.isNeeded()) || !who.priceCard().isFree();
    for (var problem : problems) {
      list.add(
          needed ? problem : Problem.warning(problem.field(), problem.message(), problem.remedy()));
    }
    list.priceKnown(StandIn.price(who, expected(text, length.time())), field);
  }

  private TranscriptionProvider who(TranscriptionRequest asked) {
    return tools.router().route(TRANSCRIPTION, fitting, asked).who();
  }

  private static TranscriptionRequest expected(Text text, Duration length) {
    return request(text, new AudioResult(standIn(length), length));
  }

  /** Announces both steps. */
  void expect(Place place, Text text, Duration length, StepPort port) {
    var hearing = new Missing(port);
    hearing.expect(place.key(AUDIO, SPEECH), tools.composer().id(), AudioSteps.EXPECTED);
    announce(place, text, length, hearing.then());
  }

  private void announce(Place place, Text text, Duration length, StepPort port) {
    var asked = expected(text, length);
    var who = who(asked);
    port.expect(
        place.key(TRANSCRIPTION), who.id(), who.expectedTime(asked), StandIn.price(who, asked));
  }

  /** What the sound will be once it is 16 kHz, 16 bits and mono. */
  private static Artifact standIn(Duration length) {
    return StandIn.of("audio/wav", 44 + length.toMillis() * 32);
  }

  private static TranscriptionRequest request(Text text, AudioResult audio) {
    return new TranscriptionRequest(
        audio.audio(),
        text.language(),
        text.isKnown() ? text.said() : null,
        text.take(),
        audio.duration());
  }
}
