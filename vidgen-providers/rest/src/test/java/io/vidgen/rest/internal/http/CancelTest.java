package io.vidgen.rest.internal.http;

import static io.vidgen.rest.internal.http.Vendor.failure;
import static io.vidgen.rest.internal.http.Vendor.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
final class CancelTest {
  private Vendor vendor;

  @BeforeEach
  void start() throws IOException {
    vendor = new Vendor();
  }

  @AfterEach
  void stop() {
    Thread.interrupted();
    vendor.close();
  }

  private void silence() {
    vendor.server.enqueue(
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
  }

  /** Interrupts the caller as soon as the vendor has the request. */
  private void interruptOnceSent(Thread caller, Runnable how) {
    var thread =
        new Thread(
            () -> {
              try {
                vendor.server.takeRequest();
                how.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Test
  void submit_interruptedWhilePaid_unknownAndFlagKept() {
    silence();
    var caller = Thread.currentThread();
    interruptOnceSent(caller, caller::interrupt);
    long began = System.nanoTime();

    var failure = failure(() -> vendor.client().submit(paid().build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(15));
  }

  @Test
  void ask_cancelled_endsSoon() {
    silence();
    interruptOnceSent(Thread.currentThread(), vendor.context::cancel);
    long began = System.nanoTime();

    var failure =
        failure(() -> vendor.client().ask(ApiCall.get("talks", "1").build(), vendor.context));

    assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(15));
  }

  @Test
  void submit_interruptedBefore_notSentAndFlagKept() {
    Thread.currentThread().interrupt();

    var failure = failure(() -> vendor.client().submit(paid().build(), vendor.context));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(failure.charged()).isFalse();
    assertThat(vendor.server.getRequestCount()).isZero();
  }

  @Test
  void download_interrupted_endsSoon() throws Exception {
    silence();
    var caller = Thread.currentThread();
    interruptOnceSent(caller, caller::interrupt);

    var expected = Expected.of(1000, MediaKind.MP4);
    var failure =
        failure(() -> vendor.client().download(vendor.at("/a"), expected, vendor.context));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
  }
}
