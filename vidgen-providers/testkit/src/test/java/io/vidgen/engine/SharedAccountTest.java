package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeVendor.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Two pipelines that have nothing in common but an account. */
class SharedAccountTest extends VendorTest {
  private static final Failure SLOW_DOWN =
      Failure.of(FailureKind.RATE_LIMITED, "slow down", "").retryAfter(Duration.ofSeconds(2));

  private final ProviderAccount account =
      new ProviderAccount("voices of " + UUID.randomUUID(), new AccountLimits(0, 0));

  @Test
  void submit_listenersOfTheOtherDoNotReturn_goesOn() throws Exception {
    var stuck = new Semaphore(0);
    var done = new CountDownLatch(1);
    RenderListener slow =
        event -> {
          if (event instanceof RenderEvent.Finished) {
            stuck.release();
            await(done);
          }
        };
    try (var theirs = new Studio();
        var one = studio.builder().speech(voice()).build();
        var two = theirs.builder().speech(voice()).build()) {
      vendor.onSubmit(new Fault.Refuse(SLOW_DOWN));
      one.submit(Studio.narrated("Refused, so all have to wait."));
      assertThat(Studio.await(() -> vendor.posts() == 1)).isTrue();
      var first = one.submit(Studio.narrated("Sets the timer."));
      assertThat(Studio.await(() -> !first.waiting().isEmpty())).isTrue();
      for (int i = 0; i < 2; i++) {
        one.submit(Studio.narrated("Takes one of two threads " + i), slow).cancel();
      }
      stuck.acquire(2);

      var other = two.submit(Studio.narrated("Goes on."));

      assertThat(other.join(Studio.PATIENCE)).isPresent();
      assertThat(done.getCount()).isEqualTo(1);
      done.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SpeechProvider voice() {
    return FakeRemoteSpeechProvider.of(vendor, SubmitSafety.AT_MOST_ONCE)
        .polled(Duration.ofMillis(50), InstantSource.system())
        .account(account);
  }
}
