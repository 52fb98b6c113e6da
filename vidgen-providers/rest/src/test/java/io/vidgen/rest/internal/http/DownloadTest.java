package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class DownloadTest {
  private static final Expected VIDEO = Expected.of(10 << 20, MediaKind.MP4, MediaKind.WEBM);
  private static final byte[] FILM = film(300_000);

  private Vendor vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new Vendor();
  }

  @AfterEach
  void stop() {
    vendor.close();
  }

  private static byte[] film(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 1000);
    }
    System.arraycopy(
        new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'}, 0, bytes, 0, 12);
    return bytes;
  }

  private static MockResponse.Builder film() {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "video/mp4")
        .setHeader("ETag", "\"v1\"")
        .body(new Buffer().write(FILM));
  }

  /** The whole length is declared, and the connection ends half-way. */
  private static MockResponse brokenFilm() {
    return film().onResponseBody(new SocketEffect.CloseSocket()).build();
  }

  private static MockResponse rest(int from, int of) {
    return new MockResponse.Builder()
        .code(206)
        .setHeader("Content-Type", "video/mp4")
        .setHeader("ETag", "\"v1\"")
        .setHeader("Content-Range", "bytes " + from + "-" + (of - 1) + "/" + of)
        .body(new Buffer().write(FILM, from, of - from))
        .build();
  }

  private Received download() throws IOException {
    return download(vendor.builder().limits(Vendor.quick()).build());
  }

  private Received download(VendorClient client) throws IOException {
    return client.download(vendor.at("/film?X-Amz-Signature=abcdef"), VIDEO, vendor.context);
  }

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

  @Test
  void download_breaksOff_goesOnWhereItStopped() throws Exception {
    vendor.server.setDispatcher(new Resuming(true));

    var received = download();

    assertThat(Files.readAllBytes(received.file())).isEqualTo(FILM);
    vendor.server.takeRequest();
    var second = vendor.server.takeRequest();
    assertThat(second.getHeaders().get("Range")).matches("bytes=[1-9][0-9]*-");
    assertThat(second.getHeaders().get("If-Range")).isEqualTo("\"v1\"");
  }

  @Test
  void download_rangeIgnored_startsAgain() throws Exception {
    vendor.server.setDispatcher(new Resuming(false));

    assertThat(Files.readAllBytes(download().file())).isEqualTo(FILM);
    assertThat(vendor.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void download_noValidator_startsAgain() throws Exception {
    vendor.server.enqueue(
        film().removeHeader("ETag").onResponseBody(new SocketEffect.CloseSocket()).build());
    vendor.server.enqueue(film().build());

    assertThat(Files.readAllBytes(download().file())).isEqualTo(FILM);
    vendor.server.takeRequest();
    assertThat(vendor.server.takeRequest().getHeaders().get("Range")).isNull();
  }

  @Test
  void download_restRefusedBecauseNothingIsMissing_isWhole() throws Exception {
    // More is declared than there is, so all of it comes and still something seems to be missing.
    vendor.server.enqueue(
        film()
            .setHeader("Content-Length", FILM.length + 10)
            .onResponseEnd(new SocketEffect.CloseSocket())
            .build());
    vendor.server.enqueue(
        new MockResponse.Builder()
            .code(416)
            .setHeader("Content-Range", "bytes */" + FILM.length)
            .build());

    assertThat(Files.readAllBytes(download().file())).isEqualTo(FILM);
  }

  @Test
  void download_restRefused_startsAgain() throws Exception {
    vendor.server.enqueue(brokenFilm());
    vendor.server.enqueue(new MockResponse.Builder().code(416).build());
    vendor.server.enqueue(film().build());

    assertThat(Files.readAllBytes(download().file())).isEqualTo(FILM);
  }

  @Test
  void download_otherPartThanAsked_startsAgain() throws Exception {
    vendor.server.enqueue(brokenFilm());
    vendor.server.enqueue(rest(1, FILM.length));
    vendor.server.enqueue(film().build());

    assertThat(Files.readAllBytes(download().file())).isEqualTo(FILM);
  }

  @Test
  void download_breaksAlways_endsWithoutSayingThatNothingWasPaid() throws Exception {
    for (int i = 0; i < 20; i++) {
      vendor.server.enqueue(
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    }

    var failure = failure(this::download);

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charged()).isNull();
    assertThat(failure.message()).doesNotContain("abcdef");
    assertThat(vendor.server.getRequestCount()).isLessThan(8);
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
  void download_stalls_goesOn() throws Exception {
    vendor.server.enqueue(film().onResponseBody(SocketEffect.Stall.INSTANCE).build());
    vendor.server.enqueue(film().build());
    var client =
        vendor
            .builder()
            .limits(Vendor.quick().download(Duration.ofSeconds(10), Duration.ofMillis(300)))
            .build();

    assertThat(Files.readAllBytes(download(client).file())).isEqualTo(FILM);
  }

  @Test
  void download_drips_endsAtDeadline() {
    vendor.server.enqueue(film().throttleBody(100, 50, TimeUnit.MILLISECONDS).build());
    vendor.context.limit(Duration.ofMillis(500));

    assertThat(failure(this::download).kind()).isEqualTo(FailureKind.TIMEOUT);
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

  /** Breaks the first answer off, and then gives the rest, or all of it again. */
  private static final class Resuming extends mockwebserver3.Dispatcher {
    private final boolean ranges;
    private boolean begun;

    Resuming(boolean ranges) {
      this.ranges = ranges;
    }

    @Override
    public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
      var range = request.getHeaders().get("Range");
      if (!begun) {
        begun = true;
        return brokenFilm();
      }
      if (range == null || !ranges) {
        return film().build();
      }
      return rest(Integer.parseInt(range.replaceAll("[^0-9]", "")), FILM.length);
    }
  }
}
