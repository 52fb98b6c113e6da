package io.vidgen.rest.elevenlabs;

import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.body;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.error;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.json;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.request;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.seconds;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that are spoken in several paid parts. */
@Timeout(300)
final class ElevenLabsLongTextTest extends ElevenLabsFixture {
  private static final String FIRST = "The first sentence is spoken before all others. ".repeat(2);
  private static final String SECOND =
      "The second one follows after it without a pause. ".repeat(2);
  private static final String THIRD = "And the third one ends this little story for us. ".repeat(2);
  private static final String LONG = (FIRST + SECOND + THIRD).strip();

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
        .isCloseTo(seconds(FIRST.strip()), Offset.offset(0.001));
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

  private ElevenLabsOptionsBuilder options() {
    return desk.options().partLength(110);
  }

  private static Offset<Long> offset() {
    return Offset.offset(1_000_000L);
  }
}
