package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SampleMp4;
import io.vidgen.testkit.SecretHunt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Veo on the platform, tokens of all sorts, and clients that somebody else made. */
class PlatformTest {
  private static final String MODEL =
      "projects/films/locations/us-central1/publishers/google/models/veo-3.1-generate-001";
  private static final String SUBMIT = "POST /v1beta1/" + MODEL + ":predictLongRunning";
  private static final String POLL = "POST /v1beta1/" + MODEL + ":fetchPredictOperation";
  private static final String NAME = MODEL + "/operations/3c2f-11ee";

  private FakeGoogle google;
  private FakeCallContext context;

  @BeforeEach
  void start() throws IOException {
    google = new FakeGoogle().answers(SUBMIT, 200, "{\"name\":\"" + NAME + "\"}");
    context = FakeCallContext.create();
  }

  @AfterEach
  void stop() {
    context.close();
    google.close();
  }

  @Test
  void submit_silentClipWithSeed_isSentWithTheToken() throws Exception {
    var clip = Clips.clip();
    clip.audio = false;
    clip.seed = 4294967295L;

    var operation = work(tokens()).submit(clip.request(), context);

    var sent = google.asked(SUBMIT).get(0);
    assertThat(operation.id()).isEqualTo(NAME);
    assertThat(sent.getHeaders().values("Authorization")).containsExactly("Bearer token-4711");
    assertThat(FakeGoogle.body(sent))
        .contains("\"seed\":4294967295")
        .contains("\"sampleCount\":1")
        .contains("\"generateAudio\":false");
  }

  @Test
  void work_inlineVideo_isPolledByPostAndStored() throws Exception {
    var bytes = Base64.getEncoder().encodeToString(SampleMp4.of(6000));
    google.answers(POLL, 200, "{\"name\":\"" + NAME + "\"}");
    google.answers(
        POLL,
        200,
        "{\"name\":\""
            + NAME
            + "\",\"done\":true,\"response\":{\"videos\":[{\"bytesBase64Encoded\":\""
            + bytes
            + "\",\"mimeType\":\"video/mp4\"}]}}");
    var work = work(tokens());
    var request = Clips.clip().request();

    var operation = work.submit(request, context);
    var aged = new RemoteOperation("veo", NAME, Instant.now().minusSeconds(60), Map.of());
    var first = work.poll(aged, context);
    var second = work.poll(operation, context);
    var result = work.collect(operation, request, context);

    assertThat(first).isEqualTo(new Poll.Running(-1, Duration.ofSeconds(15)));
    assertThat(second).isInstanceOf(Poll.Ready.class);
    assertThat(context.bytes(result.video())).isEqualTo(SampleMp4.of(6000));
    assertThat(result.source()).isNull();
    assertThat(FakeGoogle.body(google.asked(POLL).get(0)))
        .isEqualTo("{\"operationName\":\"" + NAME + "\"}");
  }

  @Test
  void submit_serviceAccountFile_fetchesATokenFirst(@TempDir Path directory) throws Exception {
    google.answers(
        "POST /token",
        200,
        "{\"access_token\":\"fresh-4712\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    var file = Files.writeString(directory.resolve("account.json"), account());

    work(platform().credentialsFile(file)).submit(Clips.clip().request(), context);

    assertThat(google.asked("POST /token")).hasSize(1);
    assertThat(google.asked(SUBMIT).get(0).getHeaders().get("Authorization"))
        .isEqualTo("Bearer fresh-4712");
  }

  @Test
  void submit_noCredentials_isNotSentAndShowsNothing(@TempDir Path directory) throws Exception {
    var file = Files.writeString(directory.resolve("account.json"), "{\"private_key\":\"hidden\"}");

    var thrown =
        catchThrowableOfType(
            VidgenException.class,
            () -> work(platform().credentialsFile(file)).submit(Clips.clip().request(), context));

    assertThat(thrown.failure().charged()).isFalse();
    assertThat(thrown.toString()).doesNotContain("hidden");
    assertThat(google.requests()).isEmpty();
  }

  static Stream<Supplier<Secret>> badSuppliers() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("cannot refresh with hidden-4711");
        },
        () -> null);
  }

  @ParameterizedTest
  @MethodSource("badSuppliers")
  void submit_supplierOfTokensFails_isCertainlyNotSentAndShowsNothing(Supplier<Secret> supplier) {
    var thrown =
        catchThrowableOfType(
            VidgenException.class,
            () -> work(platform().accessTokens(supplier)).submit(Clips.clip().request(), context));

    assertThat(thrown.kind()).isEqualTo(FailureKind.AUTHENTICATION);
    assertThat(thrown.failure().charged()).isFalse();
    assertThat(thrown).hasMessageContaining("accessTokens(…)");
    assertThat(SecretHunt.of("hidden-4711").inThrowable(thrown)).isEmpty();
    assertThat(google.requests()).isEmpty();
  }

  @Test
  void client_readyOneWithAKey_isTakenOver() throws Exception {
    google.accepts();
    try (var client =
        Client.builder()
            .apiKey(FakeGoogle.KEY)
            .vertexAI(false)
            .httpOptions(
                HttpOptions.builder()
                    .baseUrl(google.address().toString())
                    .headers(Map.of("x-team", "films"))
                    .build())
            .build()) {
      var options = GoogleOptions.client(client).build();

      work(options).submit(Clips.clip().request(), context);
    }

    var sent = google.asked(FakeGoogle.SUBMIT).get(0);
    assertThat(sent.getHeaders().get("x-goog-api-key")).isEqualTo(FakeGoogle.KEY);
    assertThat(sent.getHeaders().get("x-team")).isEqualTo("films");
  }

  @Test
  void client_readyOneOfThePlatform_isTakenOverAndSendsOnce() throws Exception {
    google.answers(SUBMIT, 500, "{}");
    var credentials = GoogleCredentials.create(new AccessToken("token-4713", null));
    try (var client =
        Client.builder()
            .vertexAI(true)
            .project("films")
            .location("us-central1")
            .credentials(credentials)
            .httpOptions(HttpOptions.builder().baseUrl(google.address().toString()).build())
            .build()) {
      var work = work(GoogleOptions.client(client).build());

      work.submit(Clips.clip().request(), context);
      var thrown =
          catchThrowableOfType(
              VidgenException.class, () -> work.submit(Clips.clip().request(), context));

      assertThat(thrown.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    }
    assertThat(google.asked(SUBMIT)).hasSize(2);
  }

  private GoogleOptionsBuilder platform() {
    return GoogleOptions.platform("films", "us-central1").url(google.address());
  }

  private GoogleOptionsBuilder tokens() {
    return platform().accessTokens(() -> Secret.of("token-4711"));
  }

  private static LongRunningWork<ClipRequest, ClipResult> work(GoogleOptionsBuilder options) {
    return work(options.build());
  }

  @SuppressWarnings("unchecked") // the provider says so
  private static LongRunningWork<ClipRequest, ClipResult> work(GoogleOptions options) {
    var provider = new VeoVideoProvider(VeoOptions.builder(options).build());
    return (LongRunningWork<ClipRequest, ClipResult>) provider.work();
  }

  /** A service account that asks the fake for its tokens. */
  private String account() throws Exception {
    var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
    return "{\"type\":\"service_account\",\"client_id\":\"1\",\"client_email\":\"films@example\","
        + "\"private_key_id\":\"k\",\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n"
        + Base64.getEncoder().encodeToString(key)
        + "\\n-----END PRIVATE KEY-----\\n\",\"token_uri\":\""
        + google.address()
        + "/token\"}";
  }
}
