package io.vidgen.rest.wav2lip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SampleMp4;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to servers around Wav2Lip, in each shape, and what becomes of their answers. */
@Timeout(300)
final class Wav2LipServerTest {
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
  void sync_fastApi_sendsFormAndTakesTheVideo() throws Exception {
    server.enqueue(json(200, "{\"status\":\"healthy\"}"));
    server.enqueue(video(SampleMp4.of(1000)));

    var result = sync(Wav2LipShape.fastApi());

    assertThat(server.takeRequest().getTarget()).isEqualTo("/health");
    var sent = server.takeRequest();
    assertThat(sent.getMethod() + " " + sent.getTarget()).isEqualTo("POST /lipsync");
    var body = Objects.requireNonNull(sent.getBody()).string(StandardCharsets.ISO_8859_1);
    assertThat(body)
        .contains("name=\"video\"; filename=\"file-1.png\"", "Content-Type: image/png")
        .contains("name=\"audio\"; filename=\"file-2.wav\"")
        .contains("name=\"pads\"", "0 10 0 0", "name=\"resize_factor\"");
    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(result.audio()).isTrue();
  }

  @Test
  void sync_cog_putsDataAddressesUnderTheAttemptsId() throws Exception {
    server.enqueue(json(200, "{\"status\":\"READY\"}"));
    server.enqueue(succeeded("data:video/mp4;base64," + base64(SampleMp4.of(900))));

    var result = sync(Wav2LipShape.cog());

    assertThat(server.takeRequest().getTarget()).isEqualTo("/health-check");
    var sent = server.takeRequest();
    assertThat(sent.getMethod() + " " + sent.getTarget())
        .isEqualTo("PUT /predictions/" + context.attemptId());
    assertThat(sent.getHeaders().get("Prefer")).isNull();
    assertThat(Objects.requireNonNull(sent.getBody()).utf8())
        .isEqualTo(
            "{\"input\":{\"face\":\"data:image/png;base64,"
                + base64(FaceAndSpeech.face(96))
                + "\",\"audio\":\"data:audio/wav;base64,"
                + base64(FaceAndSpeech.speech())
                + "\",\"pads\":\"0 10 0 0\",\"smooth\":true,\"fps\":25}}");
    assertThat(result.duration()).isEqualTo(Duration.ofMillis(900));
  }

  @Test
  void sync_jsonWithRelativeAddress_isDownloadedFromTheSameServer() throws Exception {
    server.enqueue(json(200, "{\"data\":{\"url\":\"files/1.mp4\"}}"));
    server.enqueue(video(SampleMp4.of(1000)));
    var shape =
        new Wav2LipShape(
            "api/lipsync",
            Wav2LipShape.Sending.MULTIPART,
            "face_file",
            "audio_file",
            Map.of("checkpoint", "wav2lip_gan"),
            Wav2LipShape.Result.JSON,
            "data.url",
            "");

    sync(shape);

    assertThat(server.takeRequest().getTarget()).isEqualTo("/api/lipsync");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/files/1.mp4");
  }

  @Test
  void sync_jsonWithAnAddressInside_isNeverFetched() {
    server.enqueue(json(200, "{\"status\":\"READY\"}"));
    server.enqueue(succeeded("http://169.254.169.254/latest/meta-data"));

    assertThat(failure(Wav2LipShape.cog()).kind())
        .isIn(FailureKind.PROTOCOL, FailureKind.INVALID_REQUEST);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "STARTING, UNAVAILABLE",
    "BUSY, UNAVAILABLE",
    "UNHEALTHY, UNAVAILABLE",
    "SETUP_FAILED, UNAVAILABLE",
    "DEFUNCT, UNAVAILABLE",
  })
  void sync_cogIsNotReady_isNotSent(String state, FailureKind kind) {
    server.enqueue(json(200, "{\"status\":\"" + state + "\"}"));

    assertThat(failure(Wav2LipShape.cog()).kind()).isEqualTo(kind);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405})
  void sync_noHealthPath_isSentAllTheSame(int status) throws Exception {
    server.enqueue(json(status, "{\"detail\":\"Not Found\"}"));
    server.enqueue(video(SampleMp4.of(1000)));

    assertThat(sync(Wav2LipShape.fastApi()).duration()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{\"status\":\"failed\",\"error\":\"Face not detected! Ensure\"}|INVALID_REQUEST|face",
        "200|{\"status\":\"failed\",\"error\":\"Mel contains nan!\"}|INVALID_REQUEST|noise",
        "200|{\"status\":\"failed\",\"error\":\"boom\"}|INVALID_REQUEST|boom",
        "200|{\"status\":\"failed\",\"error\":\"CUDA out of memory\"}|UNAVAILABLE|memory",
        "200|{\"status\":\"canceled\"}|UNAVAILABLE|cancelled",
        "202|{\"status\":\"processing\"}|UNAVAILABLE|respond-async",
        "200|{\"status\":\"succeeded\",\"output\":null}|PROTOCOL|result-field",
        "200|{\"status\":\"succeeded\",\"output\":\"data:video/mp4;base64,%%%\"}|PROTOCOL|damaged",
        "200|{\"status\":\"succeeded\",\"output\":\"data:video/mp4;base64,AAAA\"}|PROTOCOL|MP4",
        "200|[]|PROTOCOL|result-field",
        "409|{\"detail\":\"Already running\"}|UNAVAILABLE|one thing",
        "422|{\"detail\":[{\"msg\":\"Field required\"}]}|INVALID_REQUEST|face-part",
        "404|{\"detail\":\"Not Found\"}|INVALID_REQUEST|shape",
        "413|too large|INVALID_REQUEST|smaller",
        "500|{\"detail\":\"Face not detected! Ensure\"}|INVALID_REQUEST|face",
        "500|{\"detail\":\"oops\"}|UNAVAILABLE|oops",
        "503|{\"detail\":\"Model not loaded\"}|UNAVAILABLE|loaded",
        "403|no|AUTHENTICATION|no key",
      })
  void sync_cogFails_isTypedAndSentOnce(int status, String body, FailureKind kind, String words) {
    server.enqueue(json(200, "{\"status\":\"READY\"}"));
    server.enqueue(json(status, body));

    var failure = failure(Wav2LipShape.cog());

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains(words);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void sync_videoIsNone_isAProtocolFailure() {
    server.enqueue(json(200, "{}"));
    server.enqueue(video(SampleMp4.of(1000, false, true)));

    assertThat(failure(Wav2LipShape.fastApi()).getMessage()).contains("without a picture");
  }

  @Test
  void sync_videoEndsLongBeforeTheSpeech_isAProtocolFailure() {
    server.enqueue(json(200, "{}"));
    server.enqueue(video(SampleMp4.of(1000)));
    var request = FaceAndSpeech.request(context);
    var longer = new LipSyncRequest(request.face(), request.speech(), 0, Duration.ofSeconds(30));

    var failure =
        catchThrowableOfType(
            VidgenException.class, () -> work(Wav2LipShape.fastApi()).call(longer, context));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
  }

  @Test
  void check_always_warnsOfTheWeightsLicence() {
    var provider = provider(Wav2LipShape.fastApi());

    assertThat(provider.check(FaceAndSpeech.request(context)))
        .singleElement()
        .satisfies(p -> assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING))
        .satisfies(p -> assertThat(p.message()).contains("research"));
  }

  private Wav2LipLipSyncProvider provider(Wav2LipShape shape) {
    var url = URI.create("http://127.0.0.1:" + server.getPort());
    return new Wav2LipLipSyncProvider(Wav2LipServer.of(url, shape), Wav2LipFace.DEFAULT);
  }

  private QuickWork<LipSyncRequest, ClipResult> work(Wav2LipShape shape) {
    return (QuickWork<LipSyncRequest, ClipResult>) provider(shape).work();
  }

  private ClipResult sync(Wav2LipShape shape) throws Exception {
    return work(shape).call(FaceAndSpeech.request(context), context);
  }

  private VidgenException failure(Wav2LipShape shape) {
    return Objects.requireNonNull(catchThrowableOfType(VidgenException.class, () -> sync(shape)));
  }

  private static MockResponse succeeded(String output) {
    return json(200, "{\"status\":\"succeeded\",\"output\":\"" + output + "\"}");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MockResponse video(byte[] bytes) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "video/mp4")
        .body(new Buffer().write(bytes))
        .build();
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }
}
