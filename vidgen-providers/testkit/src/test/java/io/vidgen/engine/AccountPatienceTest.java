package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a render stands in line at a provider before the next one is asked. */
@Timeout(300)
class AccountPatienceTest {
  private static final Voice ANNE = Voice.of("anne", VoiceGender.FEMALE);
  private static final VideoRouter ROUTER = VideoRouter.listed().patience(Duration.ofMinutes(1));

  private final Studio studio = new Studio();
  private final FakeSpeechProvider first =
      FakeSpeechProvider.builder()
          .id("first")
          .voices(ANNE)
          .account(new ProviderAccount("first of " + UUID.randomUUID(), new AccountLimits(0, 1)))
          .build();
  private final FakeSpeechProvider second =
      FakeSpeechProvider.builder().id("second").voices(ANNE).build();
  private final EventLog log = new EventLog();

  @AfterEach
  void close() {
    studio.close();
  }

  /** Without that the twentieth would be sent away only after half an hour. */
  @Test
  void submit_everythingIsRefusedForLongerThanPatience_theWholeLineGoesToTheNext()
      throws Exception {
    for (int i = 0; i < 99; i++) {
      first
          .calls()
          .failNext(
              FakeSpeechProvider.SPEAK,
              new VidgenException(
                  Failure.of(FailureKind.RATE_LIMITED, "too many", "")
                      .retryAfter(Duration.ofSeconds(25))
                      .charged(false)));
    }
    var jobs = new ArrayList<RenderJob>();
    try (var pipeline = studio.timed(first).speech(first, second).router(ROUTER).build()) {
      for (int i = 0; i < 20; i++) {
        jobs.add(pipeline.submit(Studio.narrated("Number " + i + "."), log));
      }
      assertThat(endWithin(jobs, Duration.ofMinutes(5))).isTrue();
    }

    assertThat(second.calls().total()).isEqualTo(20);
    assertThat(first.calls().total()).as("pauses are kept").isLessThanOrEqualTo(12);
    assertThat(log.of(RenderEvent.FellBack.class))
        .extracting(back -> back.failure().kind())
        .containsOnly(FailureKind.RATE_LIMITED);
  }

  @Test
  void submit_fullAccountThatServes_isWaitedForHoweverLong() throws Exception {
    var hold = first.calls().hold(FakeSpeechProvider.SPEAK);
    try (var pipeline = studio.timed(first).speech(first, second).router(ROUTER).build()) {
      var one = pipeline.submit(Studio.narrated("One."));
      assertThat(hold.awaitEntered()).isTrue();
      var two = pipeline.submit(Studio.narrated("Two."), log);
      assertThat(Studio.await(() -> !two.waiting().isEmpty())).isTrue();

      studio.time.advance(Duration.ofMinutes(30));
      assertThat(two.waiting()).isNotEmpty();
      hold.release();
      assertThat(endWithin(List.of(one, two), Duration.ofMinutes(1))).isTrue();
    }

    assertThat(second.calls().total()).isZero();
  }

  @Test
  void submit_patienceInLine_theNextIsAskedWhenItIsOver() throws Exception {
    var hold = first.calls().hold(FakeSpeechProvider.SPEAK);
    var router = ROUTER.patienceInLine(Duration.ofMinutes(2));
    try (var pipeline = studio.timed(first).speech(first, second).router(router).build()) {
      var one = pipeline.submit(Studio.narrated("One."));
      assertThat(hold.awaitEntered()).isTrue();
      var two = pipeline.submit(Studio.narrated("Two."), log);
      assertThat(Studio.await(() -> !two.waiting().isEmpty())).isTrue();

      studio.time.advance(Duration.ofSeconds(119));
      assertThat(two.waiting()).isNotEmpty();
      assertThat(studio.time.flyUntil(two.completion(), Studio.PATIENCE)).isTrue();
      hold.release();
      assertThat(studio.time.flyUntil(one.completion(), Studio.PATIENCE)).isTrue();
    }

    assertThat(second.calls().total()).isEqualTo(1);
    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(log.of(RenderEvent.TurnOver.class)).singleElement().matches(over -> !over.came());
    assertThat(log.of(RenderEvent.FellBack.class))
        .singleElement()
        .satisfies(
            back -> {
              assertThat(back.failure().kind()).isEqualTo(FailureKind.RATE_LIMITED);
              assertThat(back.failure().charged()).isFalse();
              assertThat(back.failure().message())
                  .startsWith("the account at first is full, and ")
                  .endsWith(" s in line were not enough; nothing was sent");
            });
  }

  private boolean endWithin(List<RenderJob> jobs, Duration time) {
    var all =
        CompletableFuture.allOf(
            jobs.stream()
                .map(job -> job.completion().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    for (long i = 0; i < time.toSeconds() && !all.isDone(); i++) {
      LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
      studio.time.advance(Duration.ofSeconds(1));
    }
    return Studio.await(all::isDone)
        && jobs.stream().allMatch(job -> job.state() == JobState.SUCCEEDED);
  }
}
