package io.vidgen.rest.internal.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.subtitle.WordAligner;
import io.vidgen.subtitle.Words;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.openapi.Exchange;
import io.vidgen.testkit.openapi.OpenApiDocument;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whole calls against the sandbox's three servers, and what passes between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhisperSandboxTest {
  private static final String KEY = "sk-test-0123456789";

  private Sandbox sandbox;
  private Spoken spoken;

  @BeforeAll
  void start() throws Exception {
    sandbox = Sandbox.builder().scale(0).start();
    spoken = Spoken.in(sandbox);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Test
  void transcribe_everyServer_hearsTheSameWordsAtTheSameTimes() throws Exception {
    for (var provider : List.of(openAi(url()), own(url() + "/local"), own(url() + "/cpp"))) {
      var result = transcribe(provider, spoken.wav());

      assertThat(keys(result.words())).isEqualTo(keys(spoken.words()));
      IntStream.range(0, result.words().size())
          .forEach(
              i ->
                  assertThat(
                          result.words().get(i).start().minus(spoken.words().get(i).start()).abs())
                      .isLessThan(Duration.ofMillis(60)));
    }
  }

  @Test
  void transcribe_openAi_isChargedByTheMinuteOnce() throws Exception {
    int before = sandbox.charges(Vendor.WHISPER).size();

    transcribe(openAi(url()), spoken.wav());

    var charges = sandbox.charges(Vendor.WHISPER);
    assertThat(charges).hasSize(before + 1);
    var charge = charges.get(before);
    assertThat(charge.unit()).isEqualTo("minutes");
    double minutes = Math.ceil(spoken.length().toMillis() / 1000.0) / 60;
    assertThat(charge.amount())
        .isBetween(BigDecimal.valueOf(minutes - 0.02), BigDecimal.valueOf(minutes + 0.02));
    assertThat(sandbox.leaks()).isEmpty();
  }

  @Test
  void transcribe_unknownSound_hearsNothing() throws Exception {
    try (var context = FakeCallContext.create()) {
      var tone = context.bytes(WhisperCalls.tone(3, 16_000, context));

      assertThat(transcribe(openAi(url()), tone).words()).isEmpty();
      assertThat(transcribe(own(url() + "/cpp"), tone).words()).isEmpty();
    }
  }

  @Test
  void transcribe_misheardWords_areLaidBackOntoTheScript() throws Exception {
    try (var deaf = Sandbox.builder().scale(0).seed(5).start()) {
      var known = Spoken.in(deaf);
      var base = deaf.url(Vendor.WHISPER);
      post(base + "/sandbox/mishear/40", new byte[0], "text/plain");

      var heard = transcribe(openAi(base), known.wav()).words();
      var shown = Words.split(Spoken.TEXT, Locale.ENGLISH);
      var aligned = WordAligner.align(shown, heard, Duration.ZERO, known.length());

      assertThat(keys(heard)).isNotEqualTo(keys(known.words()));
      assertThat(aligned).extracting(WordTiming::text).isEqualTo(shown);
      var errors =
          IntStream.range(0, shown.size())
              .mapToObj(i -> aligned.get(i).start().minus(known.words().get(i).start()).abs())
              .sorted()
              .toList();
      assertThat(errors.get(errors.size() / 2)).isLessThan(Duration.ofMillis(60));
      assertThat(errors.get(errors.size() - 1)).isLessThan(Duration.ofMillis(900));
    }
  }

  @Test
  void exchanges_ofTheAdapter_areWhatTheDocumentAllows() throws Exception {
    var document = document();
    for (var prefix : List.of("", "/local")) {
      try (var recorder = new Recorder(url())) {
        for (var language : new Locale[] {Locale.ENGLISH, null}) {
          var provider =
              prefix.isEmpty() ? openAi(recorder.address()) : own(recorder.address() + prefix);
          try (var context = FakeCallContext.create()) {
            var audio = context.input(spoken.wav(), "audio/wav");
            WhisperCalls.transcribe(provider, audio, language, context);
          }
        }
        assertThat(recorder.exchanges()).hasSizeGreaterThanOrEqualTo(2);
        for (var exchange : recorder.exchanges()) {
          // speaches leaves words null where OpenAI leaves them out.
          assertThat((prefix.isEmpty() ? document : document.lenient()).check(exchange))
              .as("%s", exchange)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void exchanges_ofTheImitation_areWhatTheDocumentAllows() throws Exception {
    var document = document();
    for (var format : List.of("json", "verbose_json")) {
      var granularities = format.equals("json") ? List.<String>of() : List.of("segment", "word");
      assertThat(document.check(ask(format, "whisper-1", granularities))).isEmpty();
      assertThat(document.check(ask(format, "whisper-1", List.of()))).isEmpty();
    }
    assertThat(document.check(ask("verbose_json", "whisper-1", List.of("word")))).isEmpty();
    assertThat(document.check(ask("verbose_json", "whisper-1", List.of("segment")))).isEmpty();
    assertThat(document.check(ask("json", "gpt-4o-transcribe", List.of()))).isEmpty();
    for (var format : List.of("text", "srt", "vtt")) {
      var exchange = ask(format, "whisper-1", List.of());
      assertThat(exchange.status()).isEqualTo(200);
      assertThat(document.lenient().check(exchange)).as(format).isEmpty();
      assertThat(new String(exchange.responseBody())).contains("Nobody in the village");
    }
    var refused = ask("verbose_json", "gpt-4o-transcribe", List.of());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(document.lenient().check(refused)).isEmpty();
    assertThat(document.coverage().variants()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void imitation_tooLargeAndWithoutKey_answersInOpenAisWords() throws Exception {
    var url = url() + "/v1/audio/transcriptions";
    var large = post(url, new byte[26_300_000], "multipart/form-data; boundary=x", KEY);
    var keyless = post(url, new byte[10], "multipart/form-data; boundary=x");

    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(new String(large.body())).contains("Maximum content size limit (26214400)");
    assertThat(keyless.statusCode()).isEqualTo(401);
    assertThat(new String(keyless.body())).contains("invalid_request_error");
  }

  @Test
  void imitation_whisperCppLoadOfAMissingModel_isUnhealthyForGood() throws Exception {
    try (var other = Sandbox.builder().scale(0).start()) {
      var cpp = other.url(Vendor.WHISPER) + "/cpp";
      assertThat(new String(get(cpp + "/health").body())).isEqualTo("{\"status\":\"ok\"}");
      var loaded = post(cpp + "/load", new byte[0], "multipart/form-data; boundary=x");
      assertThat(loaded.statusCode()).isEqualTo(400);

      assertThat(get(cpp + "/health").statusCode()).isEqualTo(404);
      assertThat(new String(get(cpp + "/health").body())).startsWith("File Not Found (");
    }
  }

  private Exchange ask(String format, String model, List<String> granularities) throws Exception {
    var form =
        new MultipartBody.Builder("borderline")
            .setType(MultipartBody.FORM)
            .addFormDataPart(
                "file", "a.wav", RequestBody.create(spoken.wav(), MediaType.get("audio/wav")))
            .addFormDataPart("model", model)
            .addFormDataPart("response_format", format);
    granularities.forEach(one -> form.addFormDataPart("timestamp_granularities[]", one));
    var body = new Buffer();
    form.build().writeTo(body);
    var bytes = body.readByteArray();
    var type = "multipart/form-data; boundary=borderline";
    var answer = post(url() + "/v1/audio/transcriptions", bytes, type, KEY);
    return Exchange.of("POST", "/v1/audio/transcriptions")
        .sent(type, bytes)
        .answered(
            answer.statusCode(),
            answer.headers().firstValue("Content-Type").orElse(""),
            answer.body());
  }

  private static OpenApiDocument document() throws Exception {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null) {
      var file = directory.resolve("shared/contracts/openai/openai-audio.openapi.json");
      if (Files.isRegularFile(file)) {
        return OpenApiDocument.load(file);
      }
      directory = directory.getParent();
    }
    assumeTrue(false, "needs shared/contracts/openai beside the project");
    throw new AssertionError("not reached");
  }

  private static HttpResponse<byte[]> post(String url, byte[] body, String type, String... key)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (key.length > 0) {
      request.header("Authorization", "Bearer " + key[0]);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static TranscriptionResult transcribe(WhisperTranscriptionProvider provider, byte[] wav)
      throws Exception {
    try (var context = FakeCallContext.create()) {
      Artifact audio = context.input(wav, "audio/wav");
      return WhisperCalls.transcribe(provider, audio, Locale.ENGLISH, context);
    }
  }

  private static WhisperTranscriptionProvider openAi(String base) {
    return WhisperCalls.provider("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", base + "/v1");
  }

  private static WhisperTranscriptionProvider own(String url) {
    return WhisperCalls.provider("WHISPER_URL", url);
  }

  private String url() {
    return sandbox.url(Vendor.WHISPER);
  }

  private static List<String> keys(List<WordTiming> words) {
    return words.stream()
        .map(word -> word.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z']", ""))
        .toList();
  }
}
