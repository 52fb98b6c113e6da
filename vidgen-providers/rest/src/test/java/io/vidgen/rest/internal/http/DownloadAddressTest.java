package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where downloads may go and where not. */
@Timeout(300)
final class DownloadAddressTest extends DownloadFixture {
  @Test
  void download_redirected_followsFewHops() throws Exception {
    vendor.server.enqueue(to("/b"));
    vendor.server.enqueue(to(vendor.at("/c").toString()));
    vendor.server.enqueue(film().build());

    assertThat(download().bytes()).isEqualTo(FILM.length);
  }

  @Test
  void download_redirectedForEver_refused() {
    for (int i = 0; i < 10; i++) {
      vendor.server.enqueue(to("/again"));
    }

    assertThat(failure(this::download).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(vendor.server.getRequestCount()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/x",
        "https://localhost/x",
        "https://user:pass@127.0.0.1/x",
        "http://127.0.0.1:1/x",
        "file:///etc/passwd",
        "https://[::1]/x"
      })
  void download_redirectedToForbiddenAddress_refused(String target) {
    vendor.server.enqueue(to(target));

    var failure = failure(this::download);

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.message()).doesNotContain("pass@");
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void download_localAddressOfForeignServer_refusedWithoutConnecting() throws Exception {
    try (var other = new Vendor()) {
      var expected = Expected.of(1000, MediaKind.MP4);

      var failure =
          failure(() -> vendor.client().download(other.at("/film"), expected, vendor.context));

      assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(other.server.getRequestCount()).isZero();
    }
  }

  @Test
  void download_serverOfTheUsersOwn_isAllowedWhenNamed() throws Exception {
    try (var other = new Vendor()) {
      other.server.enqueue(film().build());
      var rules = AddressRules.allowLocal(List.of("127.0.0.1:" + other.server.getPort()));
      var client = vendor.builder().addresses(rules).build();

      var received = client.download(other.at("/film"), VIDEO, vendor.context);

      assertThat(received.bytes()).isEqualTo(FILM.length);
      assertThat(other.server.takeRequest().getHeaders().get("xi-api-key")).isNull();
    }
  }

  @Test
  void download_noAddress_refused() {
    var expected = Expected.of(1000, MediaKind.MP4);

    var failure =
        failure(
            () ->
                vendor
                    .client()
                    .download(URI.create("s3://bucket/pending"), expected, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
  }

  private static MockResponse to(String target) {
    return new MockResponse.Builder().code(302).addHeaderLenient("Location", target).build();
  }
}
