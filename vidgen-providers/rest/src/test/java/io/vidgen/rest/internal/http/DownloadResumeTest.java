package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import java.nio.file.Files;
import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Downloads that break off. */
@Timeout(300)
final class DownloadResumeTest extends DownloadFixture {
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

  /** Breaks the first answer off, and then gives the rest, or all of it again. */
  private static final class Resuming extends Dispatcher {
    private final boolean ranges;
    private boolean begun;

    Resuming(boolean ranges) {
      this.ranges = ranges;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
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
