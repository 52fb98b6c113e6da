package io.vidgen.rest.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.rest.internal.http.StandardError;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SecretHunt;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys show up nowhere, even when D-ID says them back. */
class DidSecretsTest {
  private static final String OTHER = "el-0123456789abcdef";
  private static final SecretHunt HUNT =
      SecretHunt.of(FakeDid.KEY, FakeDid.KEY.substring(FakeDid.KEY.indexOf(':') + 1), OTHER);

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 415, 429, 451, 500, 502, 504})
  void failures_vendorRepeatsTheKeys_showNone(int status) throws Exception {
    var encoded = Base64.getEncoder().encodeToString(FakeDid.KEY.getBytes(StandardCharsets.UTF_8));
    var echo = "you sent " + FakeDid.KEY + " as Basic " + encoded + " with " + OTHER;
    var envelope = "{\"kind\":\"SomeError\",\"description\":\"" + echo + "\"}";
    var gateway = "{\"message\":\"" + echo + "\"}";
    var log =
        StandardError.during(
            () -> {
              for (var body : new String[] {envelope, gateway, "<html>" + echo, echo}) {
                hunt(status, body);
              }
            });
    assertThat(log).contains("POST /talks -> " + status);
    assertThat(HUNT.inText("log", log)).isEmpty();
  }

  private static void hunt(int status, String body) throws Exception {
    try (var vendor = new FakeDid();
        var context = FakeCallContext.create()) {
      vendor.answers("POST /images", 201, "{\"url\":\"s3://i/face.jpg\"}");
      vendor.answers("POST /talks", status, body);
      vendor.answers("GET /talks", status, body);
      vendor.answers("GET /credits", status, body);
      var options = vendor.options().elevenLabsKey(Secret.of(OTHER)).build();
      var provider = new DidAvatarProvider(options);
      var request = Media.talk(context, Media.HELLO);
      clean(() -> provider.work().submit(request, context));
      clean(() -> provider.work().find(context.attemptId(), request));
      clean(() -> DidClient.of(options).talks(10, null));
      clean(() -> DidClient.of(options).credits());
    }
  }

  private static void clean(ThrowingCallable call) {
    var thrown = catchThrowable(call);
    if (thrown != null) {
      assertThat(HUNT.inThrowable(thrown)).isEmpty();
    }
  }

  @Test
  void everythingPrinted_always_showsNone() {
    var builder = DidOptions.builder(Secret.of(FakeDid.KEY)).elevenLabsKey(Secret.of(OTHER));
    var options = builder.build();
    var provider = new DidAvatarProvider(options);

    var texts =
        String.join(
            "\n",
            options.toString(),
            builder.toString(),
            provider.toString(),
            provider.model(),
            provider.priceCard().toString(),
            provider.work().toString(),
            DidConnection.of(options).toString());
    assertThat(HUNT.inText("printed", texts)).isEmpty();
  }

  @Test
  void options_keyWithSchemeOrSpaces_isRefusedWithoutShowingIt() {
    var thrown = catchThrowable(() -> DidOptions.builder(Secret.of("Basic " + FakeDid.KEY)));

    assertThat(thrown).hasMessageContaining("without the word Basic");
    assertThat(HUNT.inThrowable(thrown)).isEmpty();
  }
}
