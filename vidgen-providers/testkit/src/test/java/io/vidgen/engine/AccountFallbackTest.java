package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.StepState;
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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps that wait for their turn at a provider that cannot serve. */
@Timeout(300)
class AccountFallbackTest {
  private static final Voice ANNE = Voice.of("anne", VoiceGender.FEMALE);
  private static final Duration AT_ONCE = Duration.ofSeconds(20);

  private final Studio studio = new Studio();
  private final Studio other = new Studio();
  private final Studio third = new Studio();
  private final FakeSpeechProvider second =
      FakeSpeechProvider.builder().id("second").voices(ANNE).build();

  @AfterEach
  void close() {
    studio.close();
    other.close();
    third.close();
  }

  @Test
  void render_quotaUsedUpForGood_allScenesThatWaitGoToTheNextAtOnce() throws Exception {
    var first = first(new AccountLimits(2, 0));
    fail(first, FailureKind.QUOTA, 99);

    try (var pipeline = studio.timed(first).speech(first, second).build()) {
      end(List.of(pipeline.submit(Studio.narrated(sentences(12)))), AT_ONCE);
    }

    assertThat(first.calls().total()).isBetween(1, 2);
    assertThat(second.calls().total()).isEqualTo(12);
  }

  @Test
  void render_oneVoiceAndOneRefusal_theNextGoesOnWhateverTheFirstCouldDoLater() throws Exception {
    var first = first(new AccountLimits(2, 1));
    fail(first, FailureKind.QUOTA, 1);
    var log = new EventLog();

    try (var pipeline = studio.timed(first).speech(first, second).addListener(log).build()) {
      end(List.of(pipeline.submit(Studio.narrated(sentences(12)))), AT_ONCE);
    }

    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(second.calls().total()).isEqualTo(12);
    assertThat(log.of(RenderEvent.Warning.class))
        .extracting(warning -> warning.problem().message())
        .containsOnlyOnce(
            "first cannot serve now (not now), so second goes on with the usual voice for en");
  }

  @Test
  void submit_quotaUsedUp_jobsOfOtherPipelinesDoNotWaitForItEither() throws Exception {
    var first = first(new AccountLimits(0, 1));
    fail(first, FailureKind.QUOTA, 1);
    var hold = first.calls().hold(FakeSpeechProvider.SPEAK);
    try (var one = studio.timed(first).speech(first, second).build();
        var two =
            other
                .timed(first)
                .speech(first, second)
                .clock(studio.time)
                .scheduler(studio.time)
                .build();
        var bound = third.timed(first).clock(studio.time).scheduler(studio.time).build()) {
      var jobs = new ArrayList<RenderJob>();
      jobs.add(one.submit(Studio.narrated("The first.")));
      assertThat(hold.awaitEntered()).isTrue();
      jobs.add(two.submit(Studio.narrated("Somebody else's.")));
      jobs.add(bound.submit(Studio.narrated("Of one who knows nobody else.")));
      assertThat(
              Studio.await(
                  () ->
                      isHeld(jobs.get(0))
                          && jobs.subList(1, 3).stream().allMatch(AccountFallbackTest::waits)))
          .as(
              () ->
                  jobs.stream().map(job -> job.state() + " " + job.progress()).toList().toString())
          .isTrue();

      hold.release();
      end(jobs, AT_ONCE);
    }

    assertThat(second.calls().total()).isEqualTo(2);
    assertThat(first.calls().total()).isEqualTo(2);
  }

  @Test
  void submit_breakerOpens_whoWaitsGoesToTheNextAtOnce() throws Exception {
    var first = first(new AccountLimits(6, 0));
    fail(first, FailureKind.UNAVAILABLE, 99);
    try (var pipeline = studio.timed(first).speech(first, second).build()) {
      var jobs = new ArrayList<RenderJob>();
      for (int i = 0; i < 12; i++) {
        jobs.add(pipeline.submit(Studio.narrated("Number " + i + ".")));
      }
      end(jobs, AT_ONCE);
    }

    assertThat(first.calls().total()).isBetween(5, 6);
    assertThat(second.calls().total()).isEqualTo(12);
  }

  @Test
  void submit_stepThatIsDoneWhenItsTurnComes_leavesTheRequestToTheNext() throws Exception {
    var first = first(new AccountLimits(1, 0));
    var hold = first.calls().hold(FakeSpeechProvider.SPEAK);
    try (var one = studio.timed(first).build();
        var two = studio.timed(first).build()) {
      var jobs = new ArrayList<RenderJob>();
      jobs.add(one.submit(Studio.narrated("The same.")));
      assertThat(hold.awaitEntered()).isTrue();
      // Else both would draw its picture, and who comes second looks again by a clock that stands.
      assertThat(Studio.await(() -> isHeld(jobs.get(0)))).isTrue();
      jobs.add(two.submit(Studio.narrated("The same.")));
      assertThat(Studio.await(() -> waits(jobs.get(1)))).isTrue();
      jobs.add(two.submit(Studio.narrated("Another.")));
      assertThat(Studio.await(() -> waits(jobs.get(2)))).isTrue();

      hold.release();
      end(jobs.subList(0, 1), Duration.ZERO);
      studio.time.advance(Duration.ofSeconds(61));
      // Less than the minute that another request would have to wait.
      end(jobs, Duration.ofSeconds(55));
    }

    assertThat(first.calls().total()).isEqualTo(2);
  }

  @Test
  void submit_ledgerOfOnePipelineFails_othersOfTheAccountGoOn() throws Exception {
    var first = first(new AccountLimits(0, 1));
    first
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK,
            new VidgenException(
                Failure.of(FailureKind.RATE_LIMITED, "slow down", "")
                    .retryAfter(Duration.ofSeconds(30))
                    .charged(false)));
    var hold = first.calls().hold(FakeSpeechProvider.SPEAK);
    var broken = new FailingLedger(other.ledger);
    try (var one = studio.timed(first).build();
        var two =
            other
                .timed(first)
                .speech(first, second)
                .ledger(broken)
                .clock(studio.time)
                .scheduler(studio.time)
                .build()) {
      var well = one.submit(Studio.narrated("The first."));
      assertThat(hold.awaitEntered()).isTrue();
      var ill = two.submit(Studio.narrated("Of the broken one."));
      assertThat(Studio.await(() -> waits(ill))).isTrue();
      broken.fail();

      hold.release();
      assertThat(studio.time.flyUntil(well.completion(), Studio.PATIENCE)).isTrue();
      assertThat(studio.time.flyUntil(ill.completion(), Studio.PATIENCE)).isTrue();

      assertThat(well.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(ill.state()).isEqualTo(JobState.FAILED);
      assertThat(studio.ledger.all()).noneMatch(step -> step.state() == StepState.UNKNOWN);
    }
  }

  /** All succeed, and no more time passes than that. */
  private void end(List<RenderJob> jobs, Duration within) {
    for (long i = 0; i < within.toSeconds() && !areOver(jobs); i++) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      studio.time.advance(Duration.ofSeconds(1));
    }
    assertThat(Studio.await(() -> areOver(jobs))).isTrue();
    assertThat(jobs).allMatch(job -> job.state() == JobState.SUCCEEDED);
  }

  private static boolean areOver(List<RenderJob> jobs) {
    return jobs.stream().allMatch(job -> job.completion().toCompletableFuture().isDone());
  }

  /** Its voice has no turn yet; everything else of it is done. */
  private static boolean waits(RenderJob job) {
    return !job.waiting().isEmpty() && job.progress() > 0;
  }

  /** Its voice is; everything else of it is done. */
  private static boolean isHeld(RenderJob job) {
    return job.state() == JobState.RUNNING && job.progress() > 0;
  }

  private static String[] sentences(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "Sentence number " + i + ".")
        .toArray(String[]::new);
  }

  private static FakeSpeechProvider first(AccountLimits limits) {
    return FakeSpeechProvider.builder()
        .id("first")
        .voices(ANNE)
        // All of this JVM who name an account keep its limits together.
        .account(new ProviderAccount("first of " + UUID.randomUUID(), limits))
        .build();
  }

  private static void fail(FakeSpeechProvider voice, FailureKind kind, int times) {
    for (int i = 0; i < times; i++) {
      voice
          .calls()
          .failNext(
              FakeSpeechProvider.SPEAK,
              new VidgenException(Failure.of(kind, "not now", "").charged(false)));
    }
  }
}
