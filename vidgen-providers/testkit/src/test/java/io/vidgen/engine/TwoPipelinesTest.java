package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pipelines over one ledger that want the same at the same moment. */
@Timeout(300)
class TwoPipelinesTest {
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void submit_sameFreePictureAtOnce_bothSucceed() throws Exception {
    var hold = studio.images.calls().hold(FakeImageProvider.DRAW);

    renderTwice(studio.speech, hold::awaitEntered, hold::release);

    assertThat(studio.images.calls().total()).isEqualTo(1);
  }

  @Test
  void submit_samePaidCallAtOnce_isBoughtOnceAndServesBoth() throws Exception {
    var paid = FakeSpeechProvider.builder().price(Money.usd("0.10")).build();
    var hold = paid.calls().hold(FakeSpeechProvider.SPEAK);

    renderTwice(paid, hold::awaitEntered, hold::release);

    assertThat(paid.calls().total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void submit_sameOperationAtOnce_isBoughtOnceAndServesBoth(
      SubmitSafety safety, @TempDir Path directory) throws Exception {
    var vendor = FakeVendor.open(directory);
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var remote =
        FakeRemoteSpeechProvider.of(vendor, safety).polled(Duration.ofSeconds(5), studio.time);

    renderTwice(
        slow(remote, entered, go), () -> entered.await(100, TimeUnit.SECONDS), go::countDown);

    assertThat(vendor.charges()).hasSize(1);
  }

  /** Something that waits. */
  private interface Wait {
    boolean await() throws InterruptedException;
  }

  /** The second pipeline has every chance to come upon what the first has begun. */
  private void renderTwice(SpeechProvider voice, Wait entered, Runnable release) throws Exception {
    try (var one = studio.timed(voice).build();
        var two = studio.timed(voice).build()) {
      var first = one.submit(Studio.narrated("The same."));
      assertThat(entered.await()).isTrue();
      var second = two.submit(Studio.narrated("The same."));
      assertThat(studio.time.awaitTimers(1, Studio.PATIENCE)).isTrue();
      studio.time.advance(Duration.ofSeconds(1));
      assertThat(studio.time.awaitTimers(1, Studio.PATIENCE)).isTrue();
      release.run();

      for (RenderJob job : List.of(first, second)) {
        assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
        assertThat(job.state()).as(() -> job.failure().toString()).isEqualTo(JobState.SUCCEEDED);
      }
    }
    assertThat(studio.ledger.all()).noneMatch(step -> step.state() == StepState.UNKNOWN);
  }

  /** A vendor that thinks about each submit. */
  private static SpeechProvider slow(
      SpeechProvider provider, CountDownLatch entered, CountDownLatch go) {
    return proxy(
        SpeechProvider.class,
        (method, arguments) -> {
          var answer = method.invoke(provider, arguments);
          return method.getName().equals("work")
              ? proxy(LongRunningWork.class, slow(answer, entered, go))
              : answer;
        });
  }

  private static Call slow(Object work, CountDownLatch entered, CountDownLatch go) {
    return (method, arguments) -> {
      if (method.getName().equals("submit")) {
        entered.countDown();
        assertThat(go.await(100, TimeUnit.SECONDS)).isTrue();
      }
      return method.invoke(work, arguments);
    };
  }

  /** What a proxy does. */
  private interface Call {
    Object on(Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return call.on(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
