package io.vidgen.rest.coqui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.audio.Silences;
import io.vidgen.audio.WavReader;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to a Coqui server, and what becomes of its answers. */
@Timeout(300)
final class CoquiSpeechProviderTest {
  private static final String PAGE =
      "<!doctype html>\n<html lang=en>\n<title>500 Internal Server Error</title>\n";

  private final FakeCallContext context = FakeCallContext.create();
  private MockWebServer server;

  @BeforeEach
  void start() throws IOException {
    server = new MockWebServer();
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    context.close();
  }

  @Test
  void speak_textWithForeignLetters_isAUtf8FormWithoutHeadersOfItsOwn() throws Exception {
    answers(ServerSound.sentence(0.5, 1));

    speak(options().speaker("Ana Florence").build(), request("Ça va, 東京 & Łódź?", Locale.FRENCH));

    var sent = server.takeRequest();
    assertThat(sent.getUrl().encodedPath()).isEqualTo("/api/tts");
    assertThat(sent.getHeaders().get("Content-Type"))
        .startsWith("application/x-www-form-urlencoded");
    assertThat(sent.getHeaders().names()).doesNotContain("text", "speaker-id", "language-id");
    assertThat(form(sent))
        .containsExactly(
            Map.entry("text", "Ça va, 東京 & Łódź?"),
            Map.entry("speaker_id", "Ana Florence"),
            Map.entry("language_id", "fr"));
  }

  @Test
  void speak_clonedVoiceWithStyle_namesPathsOnTheServer() throws Exception {
    answers(ServerSound.sentence(0.5, 1));
    var options = options().speaker("Ana").style("/srv/sad.wav").language("none").build();

    speak(options, request("Hello.", Locale.ENGLISH, "wav:/srv/anna.wav", null));

    assertThat(form(server.takeRequest()))
        .containsExactly(
            Map.entry("text", "Hello."),
            Map.entry("speaker_wav", "/srv/anna.wav"),
            Map.entry("style_wav", "/srv/sad.wav"));
  }

  @Test
  void speak_chinese_isNamedAsXttsNamesIt() throws Exception {
    answers(ServerSound.sentence(0.5, 1));

    speak(options().build(), request("你好。", Locale.SIMPLIFIED_CHINESE));

    assertThat(form(server.takeRequest())).containsEntry("language_id", "zh-cn");
  }

  @Test
  void speak_openAiRoute_asksForWavAndSpeed() throws Exception {
    answers(ServerSound.sentence(0.5, 1));
    var options = options().route(CoquiRoute.OPENAI).build();

    speak(options, request("Hello.", Locale.ENGLISH, "Craig Gutsy", 1.5));

    var sent = server.takeRequest();
    assertThat(sent.getUrl().encodedPath()).isEqualTo("/v1/audio/speech");
    assertThat(body(sent))
        .isEqualTo(
            "{\"model\":\"tts-1\",\"input\":\"Hello.\",\"response_format\":\"wav\","
                + "\"voice\":\"Craig Gutsy\",\"speed\":1.5}");
  }

  @Test
  void speak_severalSentences_onePostEachWithNaturalPauses() throws Exception {
    for (int i = 0; i < 3; i++) {
      answers(ServerSound.sentence(1, 1));
    }

    var result = speak(options().build(), request("One here. Two here! Three.", Locale.ENGLISH));

    assertThat(server.getRequestCount()).isEqualTo(3);
    var sound = sound(result);
    var pauses = Silences.of(sound.samples(), sound.rate()).pauses();
    assertThat(pauses).hasSize(2);
    assertThat(pauses).allMatch(p -> p.end() - p.start() < 0.5, "no silence of the server's");
    assertThat(result.duration().toMillis()).isBetween(3500L, 4300L);
    assertThat(result.words()).isEmpty();
    assertThat(sound.rate()).isEqualTo(ServerSound.RATE);
  }

  @Test
  void speak_sentencesOfDifferentLoudness_areOfOneLevelAndNotClipped() throws Exception {
    answers(ServerSound.sentence(1, 1));
    answers(ServerSound.sentence(1, 0.05));

    var sound = sound(speak(options().build(), request("Loud one. Quiet one.", Locale.ENGLISH)));

    var samples = sound.samples();
    double first = level(samples, 0.3, 0.8);
    double second = level(samples, 1.7, 2.1);
    assertThat(Math.abs(20 * Math.log10(first / second))).isLessThan(0.5);
    for (float sample : samples) {
      assertThat(Math.abs(sample)).isLessThan(0.95f);
    }
  }

  @Test
  void speak_serverFindsTwoSentencesInOne_itsSilenceInsideIsShortened() throws Exception {
    var hum = ServerSound.hum(ServerSound.RATE, 0.5, 1);
    server.enqueue(wav(ServerSound.wav(ServerSound.RATE, hum, hum)));

    var result = speak(options().build(), request("See Mr. Smith.", Locale.ENGLISH));

    assertThat(result.duration().toMillis()).isBetween(1300L, 1650L);
  }

  @Test
  void speak_partsOfDifferentRates_keepTheirLength() throws Exception {
    answers(ServerSound.sentence(1, 1));
    server.enqueue(wav(ServerSound.wav(16_000, ServerSound.hum(16_000, 1, 1))));

    var result = speak(options().build(), request("First one. Second one.", Locale.ENGLISH));

    assertThat(result.duration().toMillis()).isBetween(2200L, 2900L);
  }

  @Test
  void speak_sentenceLongerThanTheLimit_isCutBelowIt() throws Exception {
    var text = "This is a sentence, and it goes on and on, ".repeat(12) + "until it ends.";
    for (int i = 0; i < 40; i++) {
      answers(ServerSound.sentence(0.2, 1));
    }

    speak(options().build(), request(text, Locale.ITALIAN));

    int count = server.getRequestCount();
    assertThat(count).isBetween(3, 6);
    for (int i = 0; i < count; i++) {
      assertThat(form(server.takeRequest()).get("text")).hasSizeLessThanOrEqualTo(213);
    }
  }

  @Test
  void speak_pageWithoutACauseOnce_isAskedAgain() throws Exception {
    server.enqueue(html(500));
    answers(ServerSound.sentence(0.5, 1));

    assertThat(speak(options().build(), request("Hello.", Locale.ENGLISH)).duration()).isPositive();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void speak_pageWithoutACauseTwice_isInvalidAndGuessesTheCause() {
    server.enqueue(html(500));
    server.enqueue(html(500));

    var failure = failure(options().build(), request("Hello.", Locale.ENGLISH, "Nobody", null));

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(failure.getMessage()).contains("Nobody", "/voices", "language 'en'");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, application/json, {\"error\":\"Text parameter is required\"}, INVALID_REQUEST",
    "500, application/json, {\"error\":\"TTS synthesis failed: 'Nobody'\"}, INVALID_REQUEST",
    "500, application/json, {\"error\":\"TTS synthesis failed: CUDA out of memory\"}, UNAVAILABLE",
    "404, text/html, <html>, INVALID_REQUEST",
    "405, text/html, <html>, INVALID_REQUEST",
    "403, text/html, <html>, AUTHENTICATION",
    "429, text/html, <html>, RATE_LIMITED",
    "502, text/html, <html>, UNAVAILABLE",
    "200, text/html, <html>, PROTOCOL",
    "200, audio/wav, RIFF, PROTOCOL",
    "200, audio/mpeg, ID3....................., PROTOCOL",
    "302, text/html, <html>, PROTOCOL",
  })
  void speak_error_isTypedAndSentOnce(int status, String type, String body, FailureKind kind) {
    server.enqueue(
        new MockResponse.Builder().code(status).setHeader("Content-Type", type).body(body).build());

    var failure = failure(options().build(), request("Hello.", Locale.ENGLISH));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).isNotBlank();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void speak_answerIsSilence_isAProtocolFailure() throws Exception {
    server.enqueue(wav(ServerSound.wav(ServerSound.RATE, new float[100])));

    assertThat(failure(options().build(), request("Hello.", Locale.ENGLISH)).kind())
        .isEqualTo(FailureKind.PROTOCOL);
  }

  @Test
  void speak_wavThatEndsEarly_isAProtocolFailure() throws Exception {
    var whole = ServerSound.sentence(1, 1);
    server.enqueue(wav(Arrays.copyOf(whole, whole.length / 2)));

    assertThat(failure(options().build(), request("Hello.", Locale.ENGLISH)).kind())
        .isEqualTo(FailureKind.PROTOCOL);
  }

  @Test
  void check_speedOnTheFormRoute_warns() {
    var provider = new CoquiSpeechProvider(options().build());

    assertThat(provider.check(request("Hello.", Locale.ENGLISH, null, 1.2)))
        .singleElement()
        .satisfies(p -> assertThat(p.remedy()).contains("vidgen.coqui.route"));
  }

  @Test
  void capabilities_xttsNamed_areItsLanguages() {
    var provider = new CoquiSpeechProvider(options().model("xtts_v2").build());

    assertThat(provider.capabilities().speaks(Locale.FRENCH)).isTrue();
    assertThat(provider.capabilities().speaks(Locale.forLanguageTag("sv"))).isFalse();
  }

  @Test
  void voices_namesWithSpaces_areReadFromTheRight() {
    server.enqueue(
        new MockResponse.Builder()
            .body("Craig Gutsy en u\np225 en u\nAna de la Cruz es u\n")
            .build());

    assertThat(new CoquiClient(options().build()).voices())
        .containsExactly(
            new CoquiVoice("Craig Gutsy", "en"),
            new CoquiVoice("p225", "en"),
            new CoquiVoice("Ana de la Cruz", "es"));
  }

  private CoquiOptionsBuilder options() {
    return CoquiOptions.builder(URI.create("http://127.0.0.1:" + server.getPort()));
  }

  private static SpeechRequest request(String text, Locale language) {
    return request(text, language, null, null);
  }

  private static SpeechRequest request(String text, Locale language, String voice, Double speed) {
    return new SpeechRequest(text, language, voice, speed, 0);
  }

  private SpeechResult speak(CoquiOptions options, SpeechRequest request) throws Exception {
    var work = (QuickWork<SpeechRequest, SpeechResult>) new CoquiSpeechProvider(options).work();
    return work.call(request, context);
  }

  private VidgenException failure(CoquiOptions options, SpeechRequest request) {
    return Objects.requireNonNull(
        catchThrowableOfType(VidgenException.class, () -> speak(options, request)));
  }

  private WavReader.Sound sound(SpeechResult result) throws IOException {
    return WavReader.read(context.file(result.audio()));
  }

  private static double level(float[] samples, double from, double to) {
    double sum = 0;
    int first = (int) (from * ServerSound.RATE);
    int last = (int) (to * ServerSound.RATE);
    for (int i = first; i < last; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / (last - first));
  }

  private void answers(byte[] wav) {
    server.enqueue(wav(wav));
  }

  private static MockResponse wav(byte[] bytes) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "audio/wav")
        .body(new Buffer().write(bytes))
        .build();
  }

  private static MockResponse html(int status) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "text/html; charset=utf-8")
        .body(PAGE)
        .build();
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  private static Map<String, String> form(RecordedRequest request) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : List.of(body(request).split("&", -1))) {
      var sides = pair.split("=", 2);
      fields.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return fields;
  }
}
