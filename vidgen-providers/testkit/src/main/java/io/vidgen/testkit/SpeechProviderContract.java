package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Price;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every voice must do, quick or long-running. Extend it and say how one is made; it is used
 * with {@link #request()} only, several times.
 */
@Timeout(120)
public abstract class SpeechProviderContract {

  /** For subclasses. */
  protected SpeechProviderContract() {}

  /**
   * Makes a provider, the same one every time.
   *
   * @return a new instance
   */
  protected abstract SpeechProvider provider();

  /**
   * What it is asked to say.
   *
   * @return a request that it can serve: a short sentence
   */
  protected abstract SpeechRequest request();

  @Test
  void id_always_isShortAndStable() {
    assertThat(provider().id()).matches("[a-z0-9]+(-[a-z0-9]+)*").isEqualTo(provider().id());
  }

  @Test
  void model_always_isNotBlankAndStable() {
    assertThat(provider().model()).isNotBlank().isEqualTo(provider().model());
  }

  @Test
  void provider_madeAndAskedEverythingButWork_connectsToNothing() {
    var connections =
        Connections.during(
            () -> {
              var provider = provider();
              provider.capabilities();
              provider.priceCard();
              provider.price(request());
              provider.submitSafety();
              provider.check(request());
              provider.expectedTime(request());
            });

    assertThat(connections).isEmpty();
  }

  @Test
  void check_requestItCanServe_findsNoError() {
    assertThat(provider().check(request()))
        .noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    assertThat(provider().capabilities().speaks(request().language())).isTrue();
    int longest = provider().capabilities().maxTextLength();
    assertThat(longest == 0 || request().text().length() <= longest).isTrue();
  }

  @Test
  void price_always_agreesWithThePriceCard() {
    var price = provider().price(request());

    assertThat(price instanceof Price.Free).isEqualTo(provider().priceCard().isFree());
    assertThat(price).isEqualTo(provider().price(request()));
    assertThat(provider().expectedTime(request())).isGreaterThanOrEqualTo(Duration.ofMillis(1));
  }

  @Test
  void work_validRequest_storesARecordingOfThatLength() throws Exception {
    try (var context = FakeCallContext.create()) {
      var result = WorkCalls.toTheEnd(provider(), request(), context);

      assertThat(result.duration()).isPositive();
      assertThat(result.artifacts()).contains(result.audio());
      assertThat(result.audio().mediaType()).startsWith("audio/");
      for (var artifact : result.artifacts()) {
        assertThat(context.bytes(artifact)).isNotEmpty().hasSize((int) artifact.size());
      }
    }
  }

  @Test
  void work_validRequest_timesWordsInOrderInsideTheRecording() throws Exception {
    try (var context = FakeCallContext.create()) {
      var result = WorkCalls.toTheEnd(provider(), request(), context);

      var before = Duration.ZERO;
      for (var word : result.words()) {
        assertThat(word.start()).as("start of %s", word).isGreaterThanOrEqualTo(before);
        assertThat(word.end()).as("end of %s", word).isLessThanOrEqualTo(result.duration());
        before = word.start();
      }
      if (provider().capabilities().has(Feature.WORD_TIMINGS)) {
        assertThat(result.words()).isNotEmpty();
      }
    }
  }

  @Test
  void work_cancelledAndInterrupted_endsSoonAndKeepsTheInterrupt() throws Exception {
    var ending = new CompletableFuture<Boolean>();
    var failure = new AtomicReference<Throwable>();
    try (var context = FakeCallContext.create().cancel()) {
      var thread =
          new Thread(
              () -> {
                Thread.currentThread().interrupt();
                try {
                  WorkCalls.toTheEnd(provider(), request(), context);
                } catch (Throwable e) {
                  failure.set(e);
                }
                ending.complete(Thread.currentThread().isInterrupted());
              });
      thread.setDaemon(true);
      thread.start();

      boolean stillInterrupted = ending.get(30, TimeUnit.SECONDS);

      assertThat(stillInterrupted || failure.get() instanceof InterruptedException)
          .as("the interrupt was swallowed; thrown: %s", failure.get())
          .isTrue();
      if (failure.get() instanceof VidgenException e) {
        assertThat(e.kind()).isIn(FailureKind.CANCELLED, FailureKind.UNKNOWN_OUTCOME);
      }
    }
  }

  @Test
  void find_attemptThatNeverWas_isEmpty() throws Exception {
    assumeTrue(provider().submitSafety() == SubmitSafety.RECONCILABLE, "cannot be asked");
    assertThat(longRunning().find("6f1c1f5e-0000-4000-8000-000000000000", request())).isEmpty();
  }

  @Test
  void find_attemptThatWasSubmitted_isItsOperation() throws Exception {
    assumeTrue(provider().submitSafety() == SubmitSafety.RECONCILABLE, "cannot be asked");
    try (var context = FakeCallContext.create()) {
      var operation = longRunning().submit(request(), context);

      assertThat(longRunning().find(context.attemptId(), request()))
          .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(operation.id()));
    }
  }

  @Test
  void submit_sameKeyTwice_isOneOperation() throws Exception {
    assumeTrue(
        provider().submitSafety() == SubmitSafety.IDEMPOTENT_KEY
            && provider().work() instanceof LongRunningWork<?, ?>,
        "takes no key");
    try (var context = FakeCallContext.create()) {
      var first = longRunning().submit(request(), context);

      assertThat(longRunning().submit(request(), context).id()).isEqualTo(first.id());
    }
  }

  @Test
  void submit_validRequest_namesTheProviderInItsOperation() throws Exception {
    assumeTrue(provider().work() instanceof LongRunningWork<?, ?>, "is quick");
    try (var context = FakeCallContext.create()) {
      assertThat(longRunning().submit(request(), context).provider()).isEqualTo(provider().id());
    }
  }

  private LongRunningWork<SpeechRequest, ?> longRunning() {
    return (LongRunningWork<SpeechRequest, ?>) provider().work();
  }
}
