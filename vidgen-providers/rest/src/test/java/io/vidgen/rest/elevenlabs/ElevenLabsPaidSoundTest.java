package io.vidgen.rest.elevenlabs;

import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.body;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.error;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.json;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.request;
import static io.vidgen.rest.elevenlabs.ElevenLabsDesk.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.SpeechRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound that is paid for is never thrown away, and what was paid is said. */
@Timeout(300)
class ElevenLabsPaidSoundTest {
  private static final String FIRST = "The first sentence is spoken before all others. ".repeat(2);
  private static final String SECOND = "The second one follows it without a long pause. ".repeat(2);
  private static final String BOTH = (FIRST + SECOND).strip();

  private ElevenLabsDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new ElevenLabsDesk();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(chars = {'<', '{', 'R', 0})
  void call_samplesBeginWithAnyByte_areKept(char first) throws Exception {
    var sound = Base64.getDecoder().decode(ElevenLabsDesk.sound("Hello"));
    sound[0] = (byte) first;
    var speech = ElevenLabsDesk.speech("Hello");
    speech.put("audio_base64", Base64.getEncoder().encodeToString(sound));
    desk.noModels().says(json(200, speech.toString()));

    var result = desk.speak(desk.options(), request("Hello"));

    assertThat(desk.context.bytes(result.audio())).endsWith(sound);
  }

  @Test
  void call_oddNumberOfBytes_isKeptWithoutTheLast() throws Exception {
    var speech = ElevenLabsDesk.speech("Hello");
    speech.put("audio_base64", Base64.getEncoder().encodeToString(new byte[24_001]));
    desk.noModels().says(json(200, speech.toString()));

    var result = desk.speak(desk.options(), request("Hello"));

    assertThat(desk.context.bytes(result.audio())).hasSize(44 + 24_000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void call_tagsLeftOutOfTheTimes_keepsTheSound(boolean stream) throws Exception {
    var speech = ElevenLabsDesk.speech("Well then.").putNull("normalized_alignment");
    desk.noModels().says(json(200, speech.toString()));

    var result =
        desk.speak(
            desk.options().model("eleven_v3").streaming(stream),
            request("[laughs softly] [whispers very quietly] Well then."));

    assertThat(result.duration().toMillis()).isEqualTo(800);
    assertThat(result.words()).isEmpty();
  }

  @Test
  void call_pieceOfAStreamWithoutTimes_keepsTheSound() throws Exception {
    var text = "The middle of this stream has sound but no times.";
    var with = ElevenLabsDesk.speech(text.substring(0, 15));
    var without = ElevenLabsDesk.speech(text.substring(15));
    without.putNull("alignment").putNull("normalized_alignment");
    desk.noModels().says(json(200, with + "\n" + without + "\n"));

    var result = desk.speak(desk.options().streaming(true), request(text));

    assertThat(result.duration().toMillis()).isGreaterThan(3000);
    assertThat(result.words()).isEmpty();
  }

  static Stream<Exception> failures() {
    return Stream.of(
        new IOException("No space left on device"),
        new IllegalStateException("odd"),
        VidgenException.of(FailureKind.LOCAL, "the store is broken", "repair it"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void call_recordingCannotBeStored_saysWhatWasPaidAndKeepsIt(Exception failure) throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1")).says(spoken(SECOND.strip(), "req-2"));
    var provider = ElevenLabsSpeechProvider.create(options().build());
    var broken = new BrokenDisk(desk.context, BrokenDisk.At.STORE, failure);

    var thrown = failure(provider, BOTH, broken);

    assertThat(thrown.kind()).isEqualTo(FailureKind.LOCAL);
    assertThat(thrown.failure().charged()).isTrue();
    assertThat(thrown).hasMessageContaining("2 finished part(s) are kept");
    assertThat(desk.speak(provider, request(BOTH)).words()).isNotEmpty();
    assertThat(desk.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void call_onlyPartCannotBeStored_isKeptToo() throws Exception {
    desk.noModels().says(spoken("Hello there", "req-1"));
    var provider = ElevenLabsSpeechProvider.create(desk.options().build());
    var broken = new BrokenDisk(desk.context, BrokenDisk.At.STORE, new IOException("full"));

    var thrown = failure(provider, "Hello there", broken);

    assertThat(thrown.failure().charged()).isTrue();
    assertThat(desk.speak(provider, request("Hello there")).words()).hasSize(2);
    assertThat(desk.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void call_memoryRunsOut_keepsTheParts() throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1")).says(spoken(SECOND.strip(), "req-2"));
    var provider = ElevenLabsSpeechProvider.create(options().build());
    var full = new BrokenDisk(desk.context, BrokenDisk.At.STORE, new OutOfMemoryError("full"));

    assertThatThrownBy(() -> ElevenLabsDesk.speak(provider, request(BOTH), full))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(desk.speak(provider, request(BOTH)).words()).isNotEmpty();
    assertThat(desk.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void call_keptPartCannotBeCopied_isNotChargedAndStillKept() throws Exception {
    desk.noModels().says(spoken(FIRST.strip(), "req-1")).says(error(401, "quota_exceeded"));
    var provider = ElevenLabsSpeechProvider.create(options().build());
    failure(provider, BOTH, desk.context);

    var thrown =
        failure(
            provider,
            BOTH,
            new BrokenDisk(desk.context, BrokenDisk.At.WORK_DIRECTORY, new IOException("full")));

    assertThat(thrown.kind()).isEqualTo(FailureKind.LOCAL);
    assertThat(thrown.failure().charged()).isFalse();
    desk.says(spoken(SECOND.strip(), "req-2"));
    desk.speak(provider, request(BOTH));
    var texts = new ArrayList<String>();
    desk.taken();
    for (int i = 1; i < desk.server.getRequestCount(); i++) {
      texts.add(body(desk.taken()).path("text").asText());
    }
    assertThat(texts).containsExactly(FIRST.strip(), SECOND.strip(), SECOND.strip());
  }

  @Test
  void call_noRoomForTheFirstPart_isLocalAndNotSent() {
    desk.noModels();
    var broken = new BrokenDisk(desk.context, BrokenDisk.At.WORK_DIRECTORY, new IOException("no"));

    var thrown = failure(ElevenLabsSpeechProvider.create(desk.options().build()), "Hello", broken);

    assertThat(thrown.kind()).isEqualTo(FailureKind.LOCAL);
    assertThat(thrown.failure().charged()).isFalse();
    assertThat(desk.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void call_interruptedBeforeItIsSent_isCancelledAndNotCharged() {
    var provider = ElevenLabsSpeechProvider.create(desk.options().build());

    Thread.currentThread().interrupt();
    var thrown = failure(provider, "Hello", desk.context);

    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(thrown.kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(thrown.failure().charged()).isFalse();
    assertThat(desk.server.getRequestCount()).isZero();
  }

  @Test
  void call_chineseText_isSpokenInShorterParts() throws Exception {
    var sentence = "今天天气很好我们一起去公园散步吧。";
    var text = sentence.repeat(100);
    desk.noModels();
    for (int i = 0; i < 2; i++) {
      desk.says(spoken("short", "req-" + i));
    }

    desk.speak(desk.options(), new SpeechRequest(text, Locale.CHINESE, null, null, 0));

    desk.taken();
    var lengths = new ArrayList<Integer>();
    for (int i = 0; i < 2; i++) {
      lengths.add(body(desk.taken()).path("text").asText().length());
    }
    assertThat(lengths).allMatch(length -> length <= 1000);
    assertThat(lengths).isEqualTo(List.of(58 * sentence.length(), 42 * sentence.length()));
  }

  private ElevenLabsOptionsBuilder options() {
    return desk.options().partLength(110);
  }

  private static VidgenException failure(
      ElevenLabsSpeechProvider provider, String text, CallContext context) {
    var thrown =
        catchThrowableOfType(
            VidgenException.class, () -> ElevenLabsDesk.speak(provider, request(text), context));
    assertThat(thrown).isNotNull();
    return thrown;
  }
}
