package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a finished download and what is refused. */
@Timeout(300)
final class DownloadTest extends DownloadFixture {
  @Test
  void download_whole_fileWithoutCredentials() throws Exception {
    vendor.server.enqueue(film().build());

    var received = download();

    assertThat(Files.readAllBytes(received.file())).isEqualTo(FILM);
    assertThat(received.kind()).isEqualTo(MediaKind.MP4);
    assertThat(received.file().getFileName().toString()).endsWith(".mp4").doesNotContain("film");
    var seen = vendor.server.takeRequest();
    assertThat(seen.getHeaders().get("xi-api-key")).isNull();
    assertThat(seen.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void download_addressNoLongerGood_saysSo(int status) {
    vendor.says(status, "application/xml", "<Error><Code>AccessDenied</Code></Error>");

    var thrown = catchThrowableOfType(ExpiredAddressException.class, this::download);

    assertThat(thrown.status()).isEqualTo(status);
    assertThat(thrown.kind()).isEqualTo(FailureKind.EXPIRED);
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void download_tokenExpired_saysSo() {
    vendor.says(400, "application/xml", "<Error><Code>ExpiredToken</Code></Error>");

    assertThat(catchThrowableOfType(ExpiredAddressException.class, this::download)).isNotNull();
  }

  @Test
  void download_storeIsBusy_unavailableWithDelay() {
    vendor.server.enqueue(
        new MockResponse.Builder().code(503).setHeader("Retry-After", "9").build());

    var failure = failure(this::download);

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(9));
    assertThat(failure.charged()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html|<html>gone</html>",
        "application/json|{\"error\":\"x\"}",
        "video/mp4|<html>not a film at all</html>",
        "video/mp4|",
        "application/octet-stream|RIFFxxxxWAVEfmt_and_more"
      })
  void download_wrongType_refused(String type, String body) throws Exception {
    vendor.says(200, type, body == null ? "" : body);

    assertThat(failure(this::download).kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(vendor.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void download_tooLong_refused(boolean declared) {
    var film = film();
    vendor.server.enqueue(
        (declared ? film : film.chunkedBody(new Buffer().write(FILM), 8192)).build());
    var small = Expected.of(100_000, MediaKind.MP4);

    var failure =
        failure(() -> vendor.client().download(vendor.at("/film"), small, vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
    assertThat(failure.message()).contains("100000 bytes");
  }

  @Test
  void download_compressed_refused() {
    vendor.server.enqueue(film().setHeader("Content-Encoding", "gzip").build());

    assertThat(failure(this::download).kind()).isEqualTo(FailureKind.PROTOCOL);
  }

  @Test
  void download_drips_endsAtDeadline() {
    vendor.server.enqueue(film().throttleBody(100, 50, TimeUnit.MILLISECONDS).build());
    vendor.context.limit(Duration.ofMillis(500));

    assertThat(failure(this::download).kind()).isEqualTo(FailureKind.TIMEOUT);
  }
}
