package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
final class SubmitPaceTest {
  private static final Duration SOON = Duration.ofMillis(50);

  @Test
  void enter_allPlacesTaken_refusedAtDeadlineAndNotCharged() throws Exception {
    var pace = new SubmitPace(2);
    pace.enter(SOON);
    pace.enter(SOON);

    var failure = failure(() -> pace.enter(SOON));

    assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(failure.charged()).isFalse();
    pace.leave();
    pace.enter(SOON);
  }

  @Test
  void allow_fewer_takesEffectAsPlacesAreLeft() throws Exception {
    var pace = new SubmitPace(2);
    pace.enter(SOON);
    pace.enter(SOON);

    pace.allow(1);
    pace.leave();
    assertThat(failure(() -> pace.enter(SOON)).kind()).isEqualTo(FailureKind.RATE_LIMITED);

    pace.allow(3);
    pace.enter(SOON);
    pace.enter(SOON);
    assertThat(failure(() -> pace.enter(SOON)).kind()).isEqualTo(FailureKind.RATE_LIMITED);
  }

  @Test
  void submit_waitedForItsPlace_stillHasItsWholeTime() throws Exception {
    try (var vendor = new Vendor()) {
      for (int i = 0; i < 2; i++) {
        vendor.server.enqueue(Vendor.json("{}").headersDelay(1500, TimeUnit.MILLISECONDS).build());
      }
      var limits = ClientLimits.DEFAULT.places(1);
      var client = vendor.builder().limits(limits).build();
      var first = new Thread(() -> client.submit(Vendor.paid().build(), vendor.context), "first");
      first.start();
      vendor.server.takeRequest();

      var call = Vendor.paid().limit(Duration.ofMillis(2900)).build();
      assertThat(client.submit(call, vendor.context).status()).isEqualTo(200);
      first.join();
    }
  }

  @Test
  void submit_tooLittleTimeLeft_paidIsRefusedUnsentAndFreeIsSent() throws Exception {
    try (var vendor = new Vendor()) {
      vendor.server.enqueue(Vendor.json("{}").build());
      vendor.context.limit(Duration.ofSeconds(20));

      var failure = failure(() -> vendor.client().submit(Vendor.paid().build(), vendor.context));

      assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
      assertThat(failure.charged()).isFalse();
      assertThat(vendor.server.getRequestCount()).isZero();
      vendor.client().submit(Vendor.free().build(), vendor.context);
      assertThat(vendor.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void submit_vendorNamesItsLimit_isFollowed() throws Exception {
    try (var vendor = new Vendor()) {
      vendor.server.enqueue(
          Vendor.json("{}").setHeader("maximum-concurrent-requests", "1").build());
      vendor.server.enqueue(
          new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      var client = vendor.client();
      client.submit(Vendor.paid().build(), vendor.context);
      vendor.server.takeRequest();
      var busy =
          new Thread(
              () -> failure(() -> client.submit(Vendor.paid().build(), vendor.context)), "busy");
      busy.start();
      vendor.server.takeRequest();

      var call = Vendor.paid().limit(Duration.ofMillis(200)).build();
      var failure = failure(() -> client.submit(call, vendor.context));

      assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
      assertThat(vendor.server.getRequestCount()).isEqualTo(2);
      busy.interrupt();
      busy.join();
    }
  }
}
