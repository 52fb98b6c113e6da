package io.vidgen.rest.elevenlabs;

import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.body;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.error;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.json;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.request;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.seconds;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.subtitle.Words;
import io.vidgen.testkit.SecretHunt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ElevenLabsSpeechTest {
  private static final String FIRST = "The first sentence is spoken before all others. ".repeat(2);
  private static final String SECOND =
      "The second one follows after it without a pause. ".repeat(2);
  private static final String THIRD = "And the third one ends this little story for us. ".repeat(2);
  private static final String LONG = (FIRST + SECOND + THIRD).strip();

  private ElevenLabsDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new ElevenLabsDesk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

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
  void call_stream_joinsItsPiecesAndTheirTimes() throws Exception {
    var text = "Hello there, streaming world.";
    desk.noModels().says(lines(text, 3));

    var result = desk.speak(desk.options().streaming(true), request(text));

    assertThat(result.words())
        .extracting(WordTiming::text)
        .containsExactly("Hello", "there,", "streaming", "world.");
    desk.taken();
    assertThat(desk.taken().getUrl().encodedPath())
        .endsWith("/JBFqnCBsd6RMkjVDRZzb/stream/with-timestamps");
  }

  @Test
  void call_badLineInAStream_isAFailureAndNotSkipped() {
    desk.noModels().says(json(200, ElevenLabsDesk.speech("Hello there") + "\n{broken\n"));

    var failure = failure(() -> desk.speak(desk.options().streaming(true), request("Hello there")));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure.failure().charged()).isNull();
    assertThat(desk.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void call_errorAsALineOfAStream_isAFailure() {
    desk.noModels()
        .says(
            json(
                200,
                ElevenLabsDesk.speech("Hello")
                    + "\n{\"detail\":{\"status\":\"system_busy\",\"message\":\"Busy.\"}}\n"));

    var failure = failure(() -> desk.speak(desk.options().streaming(true), request("Hello")));

    assertThat(failure).hasMessageContaining("system_busy");
    assertThat(failure.failure().charged()).isNull();
  }

  @Test
  void call_streamThatEndsBeforeTheText_isAFailure() {
    desk.noModels().says(spoken("Only this", "req-1"));

    var failure =
        failure(
            () ->
                desk.speak(
                    desk.options().streaming(true),
                    request("Only this was spoken of a much longer text, which is paid.")));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.failure().charged()).isTrue();
  }

  @Test
  void call_answerWithoutSound_isAFailureThatKnowsItWasCharged() {
    desk.noModels().says(json(200, "{\"audio_base64\":\"\"}").setHeader("character-cost", "5"));

    var failure = failure(() -> desk.speak(desk.options(), request("Hello")));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.failure().charged()).isTrue();
  }

  @Test
  void call_longText_isStitchedAndJoinedToTheSample() throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1"));
    desk.says(spoken(SECOND.strip(), "req-2")).says(spoken(THIRD.strip(), "req-3"));

    var result = desk.speak(options(), request(LONG));

    desk.taken();
    var bodies = List.of(body(desk.taken()), body(desk.taken()), body(desk.taken()));
    assertThat(bodies.get(0).has("previous_request_ids")).isFalse();
    assertThat(bodies.get(0).path("next_text").asText()).isEqualTo(SECOND.strip());
    assertThat(bodies.get(1).path("previous_request_ids").toString()).isEqualTo("[\"req-1\"]");
    assertThat(bodies.get(2).path("previous_request_ids").toString())
        .isEqualTo("[\"req-1\",\"req-2\"]");
    assertThat(bodies.get(2).has("next_text")).isFalse();
    long samples = 0;
    for (var part : List.of(FIRST, SECOND, THIRD)) {
      samples += Math.round(seconds(part.strip()) * ElevenLabsDesk.RATE);
    }
    assertThat(desk.context.bytes(result.audio())).hasSize((int) (44 + 2 * samples));
    assertThat(result.duration().toNanos())
        .isCloseTo(samples * 1_000_000_000 / ElevenLabsDesk.RATE, offset());
    assertThat(result.words())
        .extracting(WordTiming::text)
        .containsExactlyElementsOf(Words.split(LONG, Locale.ENGLISH));
    int second = Words.split(FIRST, Locale.ENGLISH).size();
    assertThat(result.words().get(second).start().toNanos() / 1e9)
        .isCloseTo(seconds(FIRST.strip()), org.assertj.core.data.Offset.offset(0.001));
  }

  @Test
  void call_fifthPart_namesTheLastThreeRequestsOnly() throws Exception {
    desk.noModels();
    var parts = List.of("One ", "Two ", "Three ", "Four ", "Five ");
    var text = new StringBuilder();
    for (var name : parts) {
      var sentence = (name + "is a sentence that is quite long. ").repeat(3);
      text.append(sentence);
      desk.says(spoken(sentence.strip(), "req-" + name.strip()));
    }

    desk.speak(desk.options().partLength(130), request(text.toString().strip()));

    for (int i = 0; i < 5; i++) {
      desk.taken();
    }
    assertThat(body(desk.taken()).path("previous_request_ids").toString())
        .isEqualTo("[\"req-Two\",\"req-Three\",\"req-Four\"]");
  }

  @Test
  void call_thirdGeneration_isToldNothingOfItsNeighbours() throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1"));
    desk.says(spoken(SECOND.strip(), "req-2")).says(spoken(THIRD.strip(), "req-3"));

    desk.speak(options().model("eleven_v3"), request(LONG));

    desk.taken();
    for (int i = 0; i < 3; i++) {
      var body = body(desk.taken());
      assertThat(body.has("previous_request_ids")).isFalse();
      assertThat(body.has("previous_text")).isFalse();
      assertThat(body.has("next_text")).isFalse();
      assertThat(body.path("language_code").asText()).isEqualTo("en");
    }
  }

  @Test
  void call_withoutHistory_sendsTextInsteadOfRequestIds() throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1"));
    desk.says(spoken(SECOND.strip(), "req-2")).says(spoken(THIRD.strip(), "req-3"));

    desk.speak(options().logging(false), request(LONG));

    desk.taken();
    assertThat(desk.taken().getUrl().queryParameter("enable_logging")).isEqualTo("false");
    var body = body(desk.taken());
    assertThat(body.has("previous_request_ids")).isFalse();
    assertThat(body.path("previous_text").asText()).isEqualTo(FIRST.strip());
  }

  @Test
  void call_laterPartRefused_isSentAgainUntilItIsTaken() throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1"));
    desk.says(error(429, "system_busy").setHeader("retry-after-ms", "10"));
    desk.says(spoken(SECOND.strip(), "req-2")).says(spoken(THIRD.strip(), "req-3"));

    var result = desk.speak(options(), request(LONG));

    assertThat(result.words()).isNotEmpty();
    assertThat(desk.server.getRequestCount()).isEqualTo(5);
  }

  @Test
  void call_laterPartFailsForGood_saysThatMoneyWasSpentAndKeepsWhatItBought() throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1")).says(error(401, "quota_exceeded"));
    var provider = ElevenLabsSpeechProvider.create(options().build());

    var failure = failure(() -> desk.speak(provider, request(LONG)));

    assertThat(failure.kind()).isEqualTo(FailureKind.QUOTA);
    assertThat(failure.failure().charged()).isTrue();
    assertThat(failure).hasMessageContaining("part 2 of 3").hasMessageContaining("kept");

    desk.says(spoken(SECOND.strip(), "req-2")).says(spoken(THIRD.strip(), "req-3"));
    var result = desk.speak(provider, request(LONG));

    assertThat(result.words()).hasSize(Words.split(LONG, Locale.ENGLISH).size());
    assertThat(desk.server.getRequestCount()).isEqualTo(5);
    desk.taken();
    var texts = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      texts.add(body(desk.taken()).path("text").asText());
    }
    assertThat(texts).containsExactly(FIRST.strip(), SECOND.strip(), SECOND.strip(), THIRD.strip());
  }

  @Test
  void call_laterPartOfUnknownOutcome_staysUnknownAndIsNotSentAgain() throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1")).says(error(500, "internal_error"));

    var failure = failure(() -> desk.speak(options(), request(LONG)));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(failure.failure().charged()).isNull();
    assertThat(desk.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void call_firstPartRefused_isLeftToWhoCalled() {
    desk.noModels().says(error(429, "system_busy"));

    var failure = failure(() -> desk.speak(options(), request(LONG)));

    assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(failure.failure().charged()).isFalse();
    assertThat(desk.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void call_liveLimitSmallerThanKnown_splitsByTheLiveOne() throws Exception {
    desk.says(
        json(
            200,
            "[{\"model_id\":\"eleven_multilingual_v2\",\"can_do_text_to_speech\":true,"
                + "\"maximum_text_length_per_request\":110}]"));
    desk.says(spoken(FIRST.strip(), "req-1"));
    desk.says(spoken(SECOND.strip(), "req-2")).says(spoken(THIRD.strip(), "req-3"));

    desk.speak(desk.options(), request(LONG));

    assertThat(desk.server.getRequestCount()).isEqualTo(4);
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

  private ElevenLabsOptionsBuilder options() {
    return desk.options().partLength(110);
  }

  private static VidgenException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var thrown = catchThrowableOfType(VidgenException.class, call);
    assertThat(thrown).isNotNull();
    return thrown;
  }

  private static org.assertj.core.data.Offset<Long> offset() {
    return org.assertj.core.data.Offset.offset(1_000_000L);
  }

  private static mockwebserver3.MockResponse.Builder lines(String text, int pieces) {
    var whole = ElevenLabsDesk.times(text);
    var sound = java.util.Base64.getDecoder().decode(ElevenLabsDesk.sound(text));
    var out = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      var node = Json.object();
      node.put(
          "audio_base64",
          java.util.Base64.getEncoder()
              .encodeToString(
                  java.util.Arrays.copyOfRange(
                      sound, sound.length * i / pieces, sound.length * (i + 1) / pieces)));
      var times = Json.object();
      for (var name :
          List.of("characters", "character_start_times_seconds", "character_end_times_seconds")) {
        var all = whole.path(name);
        var some = times.putArray(name);
        for (int k = all.size() * i / pieces; k < all.size() * (i + 1) / pieces; k++) {
          some.add(all.get(k));
        }
      }
      node.set("alignment", times);
      node.putNull("normalized_alignment");
      out.append(node).append('\n');
    }
    return json(200, out.toString());
  }
}
