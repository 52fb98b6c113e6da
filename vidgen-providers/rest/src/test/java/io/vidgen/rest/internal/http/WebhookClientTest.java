package io.vidgen.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
final class WebhookClientTest {

  private static OkHttpClient client(AddressRules rules, Duration limit) {
    return new HttpClients().webhook(new AddressGuard(rules), limit);
  }

  private static Request post(HttpUrl url) {
    return new Request.Builder().url(url).post(RequestBody.create(new byte[] {1}, null)).build();
  }

  @Test
  void webhook_redirected_notFollowedAndNoCredentials() throws Exception {
    try (var vendor = new Vendor()) {
      vendor.server.enqueue(
          new MockResponse.Builder().code(307).setHeader("Location", "/elsewhere").build());
      var rules = AddressRules.allowLocal(List.of("127.0.0.1"));

      var call =
          client(rules, Duration.ofSeconds(60)).newCall(post(HttpUrl.get(vendor.at("/hook"))));
      try (var response = call.execute()) {
        assertThat(response.code()).isEqualTo(307);
      }

      assertThat(vendor.server.takeRequest().getHeaders().names())
          .doesNotContain("xi-api-key", "Authorization", "Cookie");
      assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void webhook_silence_endsAtLimit() throws Exception {
    try (var vendor = new Vendor()) {
      vendor.server.enqueue(
          new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      var rules = AddressRules.allowLocal(List.of("127.0.0.1"));
      var call =
          client(rules, Duration.ofMillis(200)).newCall(post(HttpUrl.get(vendor.at("/hook"))));

      assertThatThrownBy(call::execute).isInstanceOf(InterruptedIOException.class);
    }
  }

  @Test
  void webhook_localName_refusedAtConnect() throws Exception {
    try (var vendor = new Vendor()) {
      var url = HttpUrl.get("http://localhost:" + vendor.server.getPort() + "/hook");
      var call = client(AddressRules.publicOnly(), Duration.ofSeconds(60)).newCall(post(url));

      assertThatThrownBy(call::execute).isInstanceOf(UnknownHostException.class);
      assertThat(vendor.server.getRequestCount()).isZero();
    }
  }
}
