package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.Secret;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent when a clip is bought, and what the answers mean. */
final class DidSubmitTest extends DidFixture {
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
}
