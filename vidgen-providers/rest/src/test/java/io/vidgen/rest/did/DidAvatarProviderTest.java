package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Artifact;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Poll;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidAvatarProviderTest {
  private static final String FACE = "s3://images/u/img_1/face.jpg";
  private static final RemoteOperation TALK =
      new RemoteOperation("d-id", "tlk_1", Instant.parse("2026-11-21T08:00:00Z"), Map.of());

  private FakeDid vendor;
  private FakeCallContext context;

  @BeforeEach
  void start() throws IOException {
    vendor = new FakeDid();
    context = FakeCallContext.create();
    vendor.answers("POST /images", 201, "{\"url\":\"" + FACE + "\",\"id\":\"img_1\"}");
    vendor.answers("POST /audios", 201, "{\"url\":\"s3://audios/u/aud_1/a.wav\"}");
  }

  @AfterEach
  void stop() {
    context.close();
    vendor.close();
  }

  private DidAvatarProvider provider() {
    return new DidAvatarProvider(vendor.options().build());
  }

  private void accepts() {
    vendor.answers("POST /talks", 201, "{\"id\":\"tlk_1\",\"status\":\"created\"}");
  }

  @Test
  void submit_faceAndText_uploadsThenBuysOnce() throws Exception {
    accepts();
    var operation = provider().work().submit(Media.talk(context, Media.HELLO), context);

    assertThat(operation.id()).isEqualTo("tlk_1");
    assertThat(vendor.asked("POST /talks")).hasSize(1);
    var body = FakeDid.body(vendor.asked("POST /talks").get(0));
    assertThat(body)
        .contains("\"source_url\":\"" + FACE + "\"")
        .contains("\"user_data\":\"vidgen " + context.attemptId() + "\"")
        .contains("\"voice_id\":\"en-US-JennyNeural\"");
  }

  @Test
  void submit_face_isUploadedUnderAGeneratedNameWithItsRealType() throws Exception {
    accepts();
    var face = context.input(Media.png(), "image/jpeg");
    var unused = provider().work().submit(Media.request(face, null, "Hello", null, null), context);

    var upload = FakeDid.body(vendor.asked("POST /images").get(0));
    assertThat(upload)
        .contains("filename=\"vidgen-" + context.attemptId() + ".png\"")
        .contains("Content-Type: image/png");
  }

  @ParameterizedTest
  @CsvSource({"RAW, Basic ", "BASE64, Basic ", "BEARER, Bearer "})
  void submit_eachAuth_sendsTheKeyInItsForm(DidAuth auth, String scheme) throws Exception {
    accepts();
    var provider = new DidAvatarProvider(vendor.options().auth(auth).build());
    var unused = provider.work().submit(Media.talk(context, Media.HELLO), context);

    var encoded = Base64.getEncoder().encodeToString(FakeDid.KEY.getBytes(StandardCharsets.UTF_8));
    assertThat(vendor.asked("POST /talks").get(0).getHeaders().get("Authorization"))
        .isEqualTo(scheme.strip() + " " + (auth == DidAuth.BASE64 ? encoded : FakeDid.KEY));
  }

  @Test
  void authorization_encodedKey_isPassedThrough() {
    var options = DidOptions.builder(Secret.of("YWxyZWFkeTplbmNvZGVk")).build();

    assertThat(DidConnection.authorization(options)).isEqualTo("Basic YWxyZWFkeTplbmNvZGVk");
  }

  @Test
  void submit_elevenLabsKey_goesWithTheSubmitOnly() throws Exception {
    accepts();
    var options =
        vendor
            .options()
            .voice(DidVoice.parse("elevenlabs:21m00Tcm4TlvDq8ikWAM"))
            .elevenLabsKey(Secret.of("el-0123456789abcdef"))
            .build();
    var unused =
        new DidAvatarProvider(options).work().submit(Media.talk(context, Media.HELLO), context);

    assertThat(vendor.asked("POST /talks").get(0).getHeaders().get("x-api-key-external"))
        .isEqualTo("{\"elevenlabs\":\"el-0123456789abcdef\"}");
    assertThat(vendor.asked("POST /images").get(0).getHeaders().get("x-api-key-external")).isNull();
  }

  @Test
  void submit_voiceOfAnotherService_keepsTheElevenLabsKeyHere() throws Exception {
    accepts();
    var options = vendor.options().elevenLabsKey(Secret.of("el-0123456789abcdef")).build();
    var unused =
        new DidAvatarProvider(options).work().submit(Media.talk(context, Media.HELLO), context);

    assertThat(vendor.asked("POST /talks").get(0).getHeaders().get("x-api-key-external")).isNull();
  }

  @Test
  void submit_interruptedBeforeTheUpload_isCancelledAndNotCharged() {
    var request = Media.talk(context, Media.HELLO);
    Thread.currentThread().interrupt();
    VidgenException thrown;
    try {
      thrown = failure(request);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(thrown.kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(thrown.failure().charged()).isFalse();
    assertThat(vendor.exchanges()).isEmpty();
  }

  @Test
  void submit_pictureCannotBeRead_isLocalAndNotCharged() {
    var request = Media.talk(context, Media.HELLO);
    var gone =
        (CallContext)
            Proxy.newProxyInstance(
                CallContext.class.getClassLoader(),
                new Class<?>[] {CallContext.class},
                (proxy, method, values) ->
                    method.getName().equals("file")
                        ? Path.of("target", "gone.png")
                        : method.invoke(context, values));

    var thrown =
        catchThrowableOfType(VidgenException.class, () -> provider().work().submit(request, gone));

    assertThat(thrown.kind()).isEqualTo(FailureKind.LOCAL);
    assertThat(thrown.failure().charged()).isFalse();
    assertThat(vendor.exchanges()).isEmpty();
  }

  @Test
  void callLimit_always_leavesRoomForSubmitsAndDownloads() {
    var options =
        vendor
            .options()
            .callLimits(Duration.ofMinutes(20), Duration.ofSeconds(30), Duration.ofHours(2));
    var request = Media.talk(context, Media.HELLO);

    assertThat(new DidAvatarProvider(options.build()).callLimit(request))
        .isGreaterThan(Duration.ofHours(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://host.invalid", "https://me:pw@host.invalid", "ftp://127.0.0.1", "d-id"})
  void address_thatLeaksOrMisleads_isRefused(String address) {
    assertThat(
            catchThrowableOfType(
                VidgenException.class, () -> vendor.options().address(URI.create(address))))
        .hasMessageContaining("vidgen.d-id.url")
        .hasMessageNotContaining("pw");
  }

  @Test
  void submit_webhookIsRepeatedInTheRefusal_isNotShown() {
    var hook = "https://hooks.invalid/T0PS3CRET-token/x?k=0therT0ken";
    vendor.answers(
        "POST /talks", 400, "{\"kind\":\"ValidationError\",\"description\":\"bad " + hook + "\"}");
    var provider = new DidAvatarProvider(vendor.options().webhook(URI.create(hook)).build());
    var request = Media.talk(context, Media.HELLO);

    assertThat(
            catchThrowableOfType(
                VidgenException.class, () -> provider.work().submit(request, context)))
        .hasMessageContaining("ValidationError")
        .hasMessageNotContaining("T0PS3CRET")
        .hasMessageNotContaining("0therT0ken");
  }

  @Test
  void submit_pictureThatIsNone_isRefusedBeforeAnythingIsSent() {
    var face = context.input("GIF89a".getBytes(StandardCharsets.US_ASCII), "image/png");
    var request = Media.request(face, null, Media.HELLO, null, null);

    assertThat(failure(request).kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(vendor.exchanges()).isEmpty();
  }

  @Test
  void submit_recordingThatIsNone_isRefusedBeforeTheFaceIsSent() {
    var face = context.input(Media.png(), "image/png");
    var speech = context.input("OggS".getBytes(StandardCharsets.US_ASCII), "audio/ogg");

    assertThat(failure(Media.request(face, null, null, speech, null)).kind())
        .isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(vendor.exchanges()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void submit_uploadFails_mayBeTriedAgainForNothing(int status) throws Exception {
    try (var failing = new FakeDid()) {
      failing.answers("POST /images", status, "{\"kind\":\"UnknownError\"}");
      var provider = new DidAvatarProvider(failing.options().build());
      var e =
          catchThrowableOfType(
              VidgenException.class,
              () -> provider.work().submit(Media.talk(context, Media.HELLO), context));

      assertThat(e.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(e.failure().charged()).isFalse();
      assertThat(failing.asked("POST /talks")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void submit_serverFails_isUnknownAndSentOnce(int status) {
    vendor.answers("POST /talks", status, "{\"message\":\"Endpoint request timed out\"}");

    var e = failure(Media.talk(context, Media.HELLO));

    assertThat(e.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(e.failure().charged()).isNull();
    assertThat(vendor.asked("POST /talks")).hasSize(1);
  }

  @Test
  void submit_acceptedWithoutId_isUnknown() {
    vendor.answers("POST /talks", 201, "{\"status\":\"created\"}");

    assertThat(failure(Media.talk(context, Media.HELLO)).kind())
        .isEqualTo(FailureKind.UNKNOWN_OUTCOME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":"tlk_1","status":"created"}                                     | running
          {"id":"tlk_1","status":"started","pending_url":"s3://x/y.mp4"}        | running
          {"id":"tlk_1","status":"done","pending_url":"s3://x/y.mp4"}           | running
          {"id":"tlk_1","status":"dreaming"}                                    | running
          {"id":"tlk_1","status":"done","result_url":"https://x.invalid/y.mp4"} | ready
          {"id":"tlk_1","status":"error","error":{"kind":"FaceError"}}          | INVALID_REQUEST
          {"id":"tlk_1","status":"error"}                                       | UNAVAILABLE
          {"id":"tlk_1","status":"rejected"}                                    | CONTENT_FILTERED
          """)
  void poll_eachState_isUnderstood(String answer, String expected) throws Exception {
    vendor.answers("GET /talks/tlk_1", 200, answer);

    var poll = provider().work().poll(TALK, context);

    var seen =
        poll instanceof Poll.Failed failed
            ? failed.failure().kind().name()
            : poll.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void poll_unknownId_isRunningWhileFreshAndLaterAQuestionForAPerson() throws Exception {
    vendor.answers("GET /talks/tlk_1", 404, "{\"kind\":\"NotFoundError\",\"description\":\"no\"}");
    var options = vendor.options().reconcile(true, Duration.ofSeconds(60)).build();
    var work = new DidAvatarProvider(options).work();
    var fresh = new RemoteOperation("d-id", "tlk_1", Instant.now(), Map.of());

    assertThat(work.poll(fresh, context)).isInstanceOf(Poll.Running.class);
    var old = new RemoteOperation("d-id", "tlk_1", Instant.EPOCH, Map.of());
    var lost = catchThrowableOfType(VidgenException.class, () -> work.poll(old, context));
    assertThat(lost.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(lost.failure().charged()).isNull();
    assertThat(lost.failure().remedy()).contains("account");
  }

  @Test
  void collect_done_fetchesWithoutCredentialsAndReadsTheLength() throws Exception {
    done("/s3/a.mp4");
    vendor.file("/s3/a.mp4", Media.mp4(2500));

    var result = provider().work().collect(TALK, Media.talk(context, Media.HELLO), context);

    assertThat(result.duration()).isEqualTo(Duration.ofMillis(2500));
    assertThat(context.bytes(result.video())).isEqualTo(Media.mp4(2500));
    assertThat(vendor.asked("GET /s3/a.mp4").get(0).getHeaders().get("Authorization")).isNull();
  }

  @Test
  void collect_addressRunOut_isAskedForOnceMore() throws Exception {
    done("/s3/old.mp4");
    done("/s3/new.mp4");
    vendor.answers(
        "GET /s3/old.mp4",
        new MockResponse.Builder().code(403).body("<Error><Code>AccessDenied</Code>").build());
    vendor.file("/s3/new.mp4", Media.mp4(1000));

    var result = provider().work().collect(TALK, Media.talk(context, Media.HELLO), context);

    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(vendor.asked("GET /talks/tlk_1")).hasSize(2);
  }

  @Test
  void collect_freshAddressRefusedToo_doesNotCountAsGone() {
    done("/s3/old.mp4");
    vendor.answers("GET /s3/old.mp4", 403, "{}");
    var request = Media.talk(context, Media.HELLO);

    var e =
        catchThrowableOfType(
            VidgenException.class, () -> provider().work().collect(TALK, request, context));

    assertThat(e.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(e.failure().charged()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 451, 429, 500})
  void poll_questionRefused_saysNothingAboutTheCharge(int status) {
    vendor.answers("GET /talks/tlk_1", status, "{\"kind\":\"SomeError\"}");

    var e =
        catchThrowableOfType(VidgenException.class, () -> provider().work().poll(TALK, context));

    assertThat(e.failure().charged()).isNull();
  }

  @Test
  void collect_addressWithABar_isFetched() throws Exception {
    done("/s3/auth0|me/a.mp4");
    vendor.file("/s3/auth0%7Cme/a.mp4", Media.mp4(1000));

    var result = provider().work().collect(TALK, Media.talk(context, Media.HELLO), context);

    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void collect_s3Address_isSaidAndNotFetched() {
    vendor.answers(
        "GET /talks/tlk_1", 200, "{\"status\":\"done\",\"result_url\":\"s3://bucket/a.mp4\"}");
    var request = Media.talk(context, Media.HELLO);

    var e =
        catchThrowableOfType(
            VidgenException.class, () -> provider().work().collect(TALK, request, context));

    assertThat(e.kind()).isEqualTo(FailureKind.PROTOCOL);
  }

  @Test
  void check_everythingThatDidWouldRefuse_isAProblem() {
    var face = context.input(Media.png(), "image/png");
    var gif = context.input(Media.png(), "image/gif");
    var large = context.input(new byte[(6 << 20) + 1], "audio/wav");
    var wav = context.input(Media.wav(), "audio/wav");
    var longTalk = timed(face, wav, Duration.ofMinutes(11));
    var longClip =
        new AvatarRequest(null, "amy", null, wav, Locale.ENGLISH, null, 0, Duration.ofMinutes(6));

    assertThat(problems(Media.request(gif, null, "Hello", null, null))).contains("JPEG and PNG");
    assertThat(problems(Media.request(face, null, "Hi", null, null))).contains("3 characters");
    assertThat(problems(Media.request(face, null, "x".repeat(501), null, null))).contains("500");
    assertThat(problems(Media.request(face, null, null, large, null))).contains("6 MB");
    assertThat(problems(longTalk)).contains("10 min");
    assertThat(problems(longClip)).contains("5 min");
    assertThat(problems(Media.request(face, "amy", "Hello", null, null))).contains("only one");
    assertThat(problems(Media.request(face, null, "Hello", null, "amazon:"))).contains("an id");
    assertThat(
            problems(
                new AvatarRequest(
                    face, null, "Saluton", null, Locale.forLanguageTag("eo"), null, 0)))
        .contains("no voice is known for eo");
    assertThat(problems(timed(face, wav, Duration.ofMinutes(6)))).isEmpty();
  }

  @Test
  void capabilities_longestRecording_isThatOfTheProduct() {
    var clips = new DidAvatarProvider(vendor.options().product(DidProduct.CLIPS).build());
    var talks = new DidAvatarProvider(vendor.options().product(DidProduct.TALKS).build());

    assertThat(clips.capabilities().maxDuration()).isEqualTo(Duration.ofMinutes(5));
    assertThat(talks.capabilities().maxDuration()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void check_productThatDoesNotFit_isAProblem() {
    var clips = new DidAvatarProvider(vendor.options().product(DidProduct.CLIPS).build());
    var talks = new DidAvatarProvider(vendor.options().product(DidProduct.TALKS).build());

    assertThat(clips.check(Media.talk(context, Media.HELLO))).hasSize(1);
    assertThat(talks.check(Media.clip("amy", Media.HELLO))).hasSize(1);
  }

  @Test
  void price_perSecond_isExactForARecordingAndARangeForAText() {
    var options =
        vendor.options().pricePerSecond(Money.usd("0.10")).padAudio(Duration.ofSeconds(2)).build();
    var provider = new DidAvatarProvider(options);
    var face = context.input(Media.png(), "image/png");
    var wav = context.input(Media.wav(), "audio/wav");

    assertThat(provider.price(timed(face, wav, Duration.ofSeconds(8))))
        .isEqualTo(Price.exactly(Money.usd("1.00")));
    assertThat(provider.price(Media.talk(context, "x".repeat(180))))
        .isEqualTo(new Price.Range(Money.usd("1.10"), Money.usd("2.20")));
  }

  @Test
  void model_anotherChoice_isAnotherModel() {
    var plain = new DidAvatarProvider(vendor.options().build()).model();

    assertThat(new DidAvatarProvider(vendor.options().stitch(true).build()).model())
        .isNotEqualTo(plain);
    assertThat(
            new DidAvatarProvider(vendor.options().voice(DidVoice.parse("amazon:Joey")).build())
                .model())
        .isNotEqualTo(plain);
  }

  private void done(String path) {
    vendor.answers(
        "GET /talks/tlk_1",
        200,
        "{\"id\":\"tlk_1\",\"status\":\"done\",\"config\":{\"result_format\":\".mp4\"},"
            + "\"result_url\":\""
            + vendor.address()
            + path
            + "?Expires=1\"}");
  }

  private VidgenException failure(AvatarRequest request) {
    return catchThrowableOfType(
        VidgenException.class, () -> provider().work().submit(request, context));
  }

  private String problems(AvatarRequest request) {
    return String.join("; ", provider().check(request).stream().map(Object::toString).toList());
  }

  private static AvatarRequest timed(Artifact face, Artifact wav, Duration time) {
    return new AvatarRequest(face, null, null, wav, Locale.ENGLISH, null, 0, time);
  }
}
