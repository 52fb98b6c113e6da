package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.money.Price;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.SubmitSafety;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What every provider must do, quick or long-running, whatever it makes. Not extended directly:
 * there is a contract for each kind. It is used with {@link #request} only, several times.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
@Timeout(300)
public abstract class ProviderContract<Q extends ProviderRequest, R extends ProviderResult> {
  private static final String NO_ATTEMPT = "6f1c1f5e-0000-4000-8000-000000000000";

  /** Only the contracts of the kinds extend it. */
  ProviderContract() {}

  /**
   * Makes a provider, the same one every time. What one has submitted another can poll, as after a
   * restart.
   *
   * @return a new instance
   */
  protected abstract Provider<Q, R> provider();

  /**
   * What it is asked for.
   *
   * @param context takes the files of the request, by {@link FakeCallContext#input}
   * @return a request that it can serve, equal every time
   */
  protected abstract Q request(FakeCallContext context);

  /**
   * Requests that it must find fault with before anything is sent.
   *
   * @param context takes the files of the requests
   * @return none by default
   */
  protected List<Q> requestsItCannotServe(FakeCallContext context) {
    return List.of();
  }

  /** Whether the result is what this kind of provider makes. */
  abstract void checkResult(R result, Q request, FakeCallContext context);

  @Test
  void id_always_isShortAndStable() {
    assertThat(provider().id()).matches("[a-z0-9]+(-[a-z0-9]+)*").isEqualTo(provider().id());
  }

  @Test
  void model_always_isNotBlankAndStable() {
    assertThat(provider().model()).isNotBlank().isEqualTo(provider().model());
  }

  @Test
  @ResourceLock(Resources.GLOBAL) // hears the connections of the whole process
  void provider_madeAndAskedEverythingButWork_connectsToNothing() {
    try (var context = FakeCallContext.create()) {
      var request = request(context);
      var connections =
          Connections.during(
              () -> {
                var provider = provider();
                provider.capabilities();
                provider.priceCard();
                provider.price(request);
                provider.submitSafety();
                provider.check(request);
                provider.expectedTime(request);
                provider.work();
              });

      assertThat(connections).isEmpty();
    }
  }

  @Test
  void request_madeTwice_isEqual() {
    try (var context = FakeCallContext.create()) {
      assertThat(request(context)).isEqualTo(request(context));
    }
  }

  @Test
  void check_requestItCanServe_findsNoError() {
    try (var context = FakeCallContext.create()) {
      assertThat(provider().check(request(context)))
          .noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
  }

  @Test
  void check_requestItCannotServe_findsAnError() {
    try (var context = FakeCallContext.create()) {
      for (var request : requestsItCannotServe(context)) {
        assertThat(provider().check(request))
            .as("problems of %s", request)
            .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
      }
    }
  }

  @Test
  void price_always_agreesWithThePriceCard() {
    try (var context = FakeCallContext.create()) {
      var request = request(context);
      var price = provider().price(request);

      assertThat(price instanceof Price.Free).isEqualTo(provider().priceCard().isFree());
      assertThat(price).isEqualTo(provider().price(request));
      assertThat(provider().expectedTime(request)).isGreaterThanOrEqualTo(Duration.ofMillis(1));
    }
  }

  @Test
  void work_validRequest_storesWhatWasAsked() throws Exception {
    try (var context = FakeCallContext.create()) {
      var request = request(context);
      var result = WorkCalls.toTheEnd(provider(), request, context);

      for (var artifact : result.artifacts()) {
        FileTypes.check(artifact, context);
      }
      checkResult(result, request, context);
    }
  }

  @Test
  void work_cancelledAndInterrupted_endsSoonAndKeepsTheInterrupt() throws Exception {
    var ending = new CompletableFuture<Boolean>();
    var failure = new AtomicReference<Throwable>();
    try (var context = FakeCallContext.create().cancel()) {
      var request = request(context);
      var thread =
          new Thread(
              () -> {
                Thread.currentThread().interrupt();
                try {
                  WorkCalls.toTheEnd(provider(), request, context);
                } catch (Throwable e) {
                  failure.set(e);
                }
                ending.complete(Thread.currentThread().isInterrupted());
              });
      thread.setDaemon(true);
      thread.start();

      boolean stillInterrupted = ending.get(100, TimeUnit.SECONDS);

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
    try (var context = FakeCallContext.create()) {
      assertThat(longRunning().find(NO_ATTEMPT, request(context))).isEmpty();
    }
  }

  @Test
  void find_attemptThatWasSubmitted_isItsOperation() throws Exception {
    assumeTrue(provider().submitSafety() == SubmitSafety.RECONCILABLE, "cannot be asked");
    try (var context = FakeCallContext.create()) {
      var operation = longRunning().submit(request(context), context);

      assertThat(longRunning().find(context.attemptId(), request(context)))
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
      var first = longRunning().submit(request(context), context);

      assertThat(longRunning().submit(request(context), context).id()).isEqualTo(first.id());
    }
  }

  @Test
  void submit_validRequest_namesTheProviderInItsOperation() throws Exception {
    assumeTrue(provider().work() instanceof LongRunningWork<?, ?>, "is quick");
    try (var context = FakeCallContext.create()) {
      assertThat(longRunning().submit(request(context), context).provider())
          .isEqualTo(provider().id());
    }
  }

  @Test
  void poll_afterARestart_reachesTheResult() throws Exception {
    assumeTrue(provider().work() instanceof LongRunningWork<?, ?>, "is quick");
    try (var context = FakeCallContext.create()) {
      var request = request(context);
      var operation = longRunning().submit(request, context);

      var result = WorkCalls.collected(longRunning(), operation, request, context);

      checkResult(result, request, context);
    }
  }

  @Test
  void cancel_operationUnderWay_isAnswered() throws Exception {
    assumeTrue(provider().work() instanceof LongRunningWork<?, ?>, "is quick");
    try (var context = FakeCallContext.create()) {
      var operation = longRunning().submit(request(context), context);

      assertThat(longRunning().cancel(operation)).isIn(true, false);
    }
  }

  @Test
  void times_always_makeSense() {
    assumeTrue(provider().work() instanceof LongRunningWork<?, ?>, "is quick");
    assertThat(longRunning().firstPoll()).isPositive();
    assertThat(longRunning().timeLimit()).isGreaterThan(longRunning().firstPoll());
  }

  private LongRunningWork<Q, R> longRunning() {
    return (LongRunningWork<Q, R>) provider().work();
  }
}
