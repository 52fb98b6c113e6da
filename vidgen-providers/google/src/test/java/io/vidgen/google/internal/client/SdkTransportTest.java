package io.vidgen.google.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

class SdkTransportTest {
  private static final String BASE = "http://127.0.0.1:9";

  /** As when an SDK of another version writes another address than the configured one. */
  @Test
  void run_paidRequestToAnotherHost_wasCertainlyNotSent() {
    try (var context = FakeCallContext.create()) {
      var client = VendorClient.builder("veo", URI.create(BASE)).build();
      var transport = new SdkTransport(HttpUrl.get(BASE), client, text -> text);
      var elsewhere =
          new Request.Builder()
              .url("http://127.0.0.1:10/v1beta/models/x:predictLongRunning")
              .post(RequestBody.create("{}", null))
              .build();
      var call = SdkCall.paid("a request to veo", context, Duration.ofSeconds(5));

      var thrown =
          catchThrowableOfType(
              VidgenException.class, () -> transport.run(call, () -> sent(transport, elsewhere)));

      assertThat(thrown.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
      assertThat(thrown.failure().charged()).isFalse();
      assertThat(thrown).hasMessageContaining("was not sent: a request to another host");
      assertThat(thrown).hasCauseInstanceOf(IllegalStateException.class);
    }
  }

  private static int sent(SdkTransport transport, Request request) {
    try (var response = transport.httpClient().newCall(request).execute()) {
      return response.code();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
