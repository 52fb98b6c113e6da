package io.vidgen.rest.elevenlabs;

import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.error;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.json;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.request;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vidgen.error.FailureKind;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.testkit.SecretHunt;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One paid call, its sound and the times of its words. */
@Timeout(300)
final class ElevenLabsSpeechTest extends ElevenLabsFixture {
  @Test
  void call_shortText_isOnePaidCallWithTimesOfItsWords() throws Exception {
    desk.noModels().says(spoken("Hello there, world.", "req-1"));

    var result = desk.speak(desk.options(), request("Hello there, world."));

    assertThat(result.audio().mediaType()).isEqualTo("audio/wav");
    assertThat(result.duration().toMillis()).isBetween(1339L, 1341L);
    assertThat(result.words())
        .extracting(WordTiming::text)
        .containsExactly("Hello", "there,", "world.");
    assertThat(result.words()).allMatch(word -> word.source() == TimingSource.SYNTHESIS);
    assertThat(desk.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void call_bothAlignmentsNull_bringsNoWords() throws Exception {
    var speech = ElevenLabsDesk.speech("Hello there").putNull("alignment");
    speech.putNull("normalized_alignment");
    desk.noModels().says(json(200, speech.toString()));

    assertThat(desk.speak(desk.options(), request("Hello there")).words()).isEmpty();
  }

  @Test
  void call_alignmentBrokenButNormalizedGood_usesTheGoodOne() throws Exception {
    var speech = ElevenLabsDesk.speech("Hello there my friend");
    var broken = Json.object();
    broken.putArray("characters").add("H");
    broken.putArray("character_start_times_seconds");
    broken.putArray("character_end_times_seconds");
    speech.set("alignment", broken);
    desk.noModels().says(json(200, speech.toString()));

    assertThat(desk.speak(desk.options(), request("Hello there my friend")).words()).hasSize(4);
  }

  @Test
  void call_dictionary_takesTheTimesOfWhatWasSpokenOnly() throws Exception {
    var speech = ElevenLabsDesk.speech("Hello there").putNull("normalized_alignment");
    desk.noModels().says(json(200, speech.toString()));
    var dictionary = List.of(new ElevenLabsDictionary("dict1", null));

    var result = desk.speak(desk.options().dictionaries(dictionary), request("Hello there"));

    assertThat(result.words()).isEmpty();
  }

  @Test
  void call_answerWithoutSound_isAFailureThatKnowsItWasCharged() {
    desk.noModels().says(json(200, "{\"audio_base64\":\"\"}").setHeader("character-cost", "5"));

    var failure = failure(() -> desk.speak(desk.options(), request("Hello")));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.failure().charged()).isTrue();
  }

  @Test
  void call_modelThatDoesNotSpeak_isNotSent() {
    desk.says(
        json(200, "[{\"model_id\":\"eleven_multilingual_v2\",\"can_do_text_to_speech\":false}]"));

    var failure = failure(() -> desk.speak(desk.options(), request("Hello")));

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(desk.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void call_secondTime_doesNotAskForModelsAgain() throws Exception {
    desk.noModels().says(spoken("Hello", "req-1")).says(spoken("Hello", "req-2"));
    var provider = ElevenLabsSpeechProvider.create(desk.options().build());

    desk.speak(provider, request("Hello"));
    desk.speak(provider, request("Hello"));

    assertThat(desk.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void call_brokenTimesAndRepair_asksTheVendorToAlign() throws Exception {
    var speech = ElevenLabsDesk.speech("Hello there").putNull("alignment");
    speech.putNull("normalized_alignment");
    var aligned = Json.object();
    var characters = aligned.putArray("characters");
    var times = ElevenLabsDesk.times("Hello there");
    for (int i = 0; i < 11; i++) {
      characters
          .addObject()
          .put("text", times.path("characters").get(i).asText())
          .put("start", times.path("character_start_times_seconds").get(i).asDouble())
          .put("end", times.path("character_end_times_seconds").get(i).asDouble());
    }
    aligned.putArray("words");
    desk.noModels().says(json(200, speech.toString())).says(json(200, aligned.toString()));

    var result = desk.speak(desk.options().repair(true), request("Hello there"));

    assertThat(result.words()).extracting(WordTiming::text).containsExactly("Hello", "there");
    assertThat(result.words()).allMatch(word -> word.source() == TimingSource.ALIGNED);
  }

  @Test
  void call_repairFails_stillBringsTheSpeech() throws Exception {
    var speech = ElevenLabsDesk.speech("Hello there").putNull("alignment");
    speech.putNull("normalized_alignment");
    desk.noModels().says(json(200, speech.toString())).says(error(500, "internal_error"));

    var result = desk.speak(desk.options().repair(true), request("Hello there"));

    assertThat(result.words()).isEmpty();
    assertThat(result.duration()).isPositive();
  }

  @Test
  void check_speedVoiceOrTextThatCannotBe_isSaidBeforeAnythingIsSent() {
    var provider = ElevenLabsSpeechProvider.create(desk.options().build());

    assertThat(provider.check(new SpeechRequest("Hi", Locale.ENGLISH, null, 2.0, 0))).hasSize(1);
    assertThat(provider.check(new SpeechRequest("Hi", Locale.ENGLISH, "../x", null, 0))).hasSize(1);
    assertThat(provider.check(new SpeechRequest("...", Locale.ENGLISH, null, null, 0))).hasSize(1);
    assertThat(provider.check(request("Hi"))).isEmpty();
  }

  @Test
  void call_keyEchoedInAnError_isNotShown() {
    var hunt = SecretHunt.of(ElevenLabsDesk.KEY);
    desk.noModels().says(error(401, "invalid_api_key key " + ElevenLabsDesk.KEY));

    var failure = failure(() -> desk.speak(desk.options(), request("Hello")));

    assertThat(hunt.inThrowable(failure)).isEmpty();
    assertThat(hunt.inText("options", desk.options().build().toString())).isEmpty();
    assertThatCode(() -> desk.taken()).doesNotThrowAnyException();
  }
}
