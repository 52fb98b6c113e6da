package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.queue.CleanupResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of {@link VideoQueueContract} about how jobs and queues end. */
abstract class VideoQueueLifeContract extends QueueBench {
  private static final Duration LIFE = Duration.ofHours(24);

  VideoQueueLifeContract() {}

  @Test
  void cancel_waitingJob_isOverAtOnceAndNeverBegins() {
    var queue = queue(1);
    var first = begun(queue.submit(Requests.any()));
    var second = queue.submit(Requests.any());
    var third = queue.submit(Requests.any());
    var completion = queue.completion(second).toCompletableFuture();
    assertThat(queue.cancel(second)).isTrue();
    assertThat(completion).isCompletedExceptionally();
    var job = queue.find(second).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(job.startedAt()).isNull();
    assertThat(job.failure()).isNotNull();
    assertEndsWith(queue, second, FailureKind.CANCELLED);
    assertThat(queue.cancel(second)).isFalse();
    assertThat(queue.cancel("nobody")).isFalse();
    first.succeed();
    begun(third);
    assertThat(runner.begun()).extracting(ScriptedJob::id).containsExactly(first.id(), third);
  }

  @Test
  void cancel_jobInFlight_isCancelledAndMakesRoom() {
    var queue = queue(1);
    var first = begun(queue.submit(Requests.any()));
    var second = queue.submit(Requests.any());
    first.reach(0.25);
    first.park();
    assertThat(queue.cancel(first.id())).isTrue();
    var job = over(queue, first.id());
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(job.progress()).isEqualTo(0.25);
    assertThat(queue.cancel(first.id())).isFalse();
    assertThat(begun(second)).isNotNull();
  }

  @Test
  void cancel_jobThatSucceedsAllTheSame_showsItsResult() {
    var queue = queue(1);
    var job = begun(queue.submit(Requests.any()));
    job.ignoreCancel();
    assertThat(queue.cancel(job.id())).isTrue();
    assertThat(queue.find(job.id()).orElseThrow().state()).isEqualTo(JobState.RUNNING);
    job.succeed();
    assertThat(over(queue, job.id()).state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void run_jobWaitingForVendor_keepsItsPlace() {
    var queue = queue(1);
    var first = begun(queue.submit(Requests.any()));
    queue.submit(Requests.any());
    first.park();
    awaitShown(queue, first.id(), job -> job.state() == JobState.WAITING_REMOTE);
    assertThat(queue.stats().waitingRemote()).isEqualTo(1);
    assertThat(queue.stats().waiting()).isEqualTo(1);
    assertThat(runner.begun()).hasSize(1);
    first.succeed();
    runner.awaitBegun(2);
    assertThat(runner.mostInFlight()).isEqualTo(1);
  }

  @Test
  void run_jobThatNeedsAttention_givesUpItsPlaceAndShowsWhy() {
    var queue = queue(1);
    var first = begun(queue.submit(Requests.any()));
    var second = queue.submit(Requests.any());
    first.fail(FailureKind.UNKNOWN_OUTCOME);
    var job = over(queue, first.id());
    assertThat(job.state()).isEqualTo(JobState.NEEDS_ATTENTION);
    assertThat(job.failure()).isNotNull();
    assertThat(begun(second)).isNotNull();
  }

  @Test
  void run_failingJob_showsWhatWhereAndRemedy() {
    var queue = queue(1);
    var job = begun(queue.submit(Requests.any()));
    job.reach(0.75);
    job.fail(VidgenException.of(FailureKind.QUOTA, "no credit", "buy some"));
    var shown = over(queue, job.id());
    assertThat(shown.state()).isEqualTo(JobState.FAILED);
    assertThat(shown.progress()).isEqualTo(0.75);
    assertThat(shown.render()).isNull();
    assertThat(shown.failure())
        .isNotNull()
        .satisfies(
            why -> {
              assertThat(why.kind()).isEqualTo(FailureKind.QUOTA);
              assertThat(why.remedy()).isEqualTo("buy some");
              assertThat(why.context().job()).isEqualTo(job.id());
            });
    assertEndsWith(queue, job.id(), FailureKind.QUOTA);
  }

  @Test
  void run_runnerThatThrows_failsThatJobOnly() {
    var queue = queue(1);
    var first = begun(queue.submit(Requests.any()));
    var second = queue.submit(Requests.any());
    var third = queue.submit(Requests.any());
    var fourth = queue.submit(Requests.any());
    runner.onStart(
        job -> {
          if (job.id().equals(second)) {
            throw new IllegalStateException("no more");
          } else if (job.id().equals(third)) {
            throw new LinkageError("no such class");
          }
          job.succeed();
        });
    first.fail(new IllegalArgumentException("not one of ours"));
    assertThat(over(queue, fourth).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(over(queue, first.id()).state()).isEqualTo(JobState.FAILED);
    assertEndsWith(queue, second, FailureKind.LOCAL);
    assertEndsWith(queue, third, FailureKind.LOCAL);
    assertThat(queue.stats().failed()).isEqualTo(3);
    assertThat(queue.stats().inFlight()).isZero();
  }

  @Test
  void completion_callbackThatThrows_hurtsNobody() {
    var queue = queue(1);
    var first = begun(queue.submit(Requests.any()));
    var second = queue.submit(Requests.any());
    var broken =
        queue
            .completion(first.id())
            .thenAccept(
                render -> {
                  throw new AssertionError("a broken listener");
                });
    var sound = queue.completion(first.id()).toCompletableFuture();
    first.succeed();
    begun(second).succeed();
    assertThat(over(queue, second).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(result(queue, first.id()).job()).isEqualTo(first.id());
    assertThat(sound).isCompleted();
    assertThat(broken.toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void cleanup_resultsLife_expiresAtItsEndAndIsForgottenAfterAnother(@TempDir Path temp)
      throws IOException {
    var queue = queue(1);
    var id = queue.submit(Requests.any(), "key");
    storage.store(id, Map.of("video.mp4", file(temp)), Map.of(), Duration.ofDays(9));
    begun(id).succeed();
    result(queue, id);
    clock.advance(LIFE.minusNanos(1));
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(0, 0, 0));
    assertThat(storage.find(id)).isPresent();
    clock.advance(Duration.ofNanos(1));
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(1, 0, 0));
    assertThat(storage.find(id)).isEmpty();
    var tombstone = queue.find(id).orElseThrow();
    assertThat(tombstone.state()).isEqualTo(JobState.EXPIRED);
    assertThat(tombstone.render()).isNull();
    assertEndsWith(queue, id, FailureKind.EXPIRED);
    assertThat(queue.submit(Requests.any(), "key")).isEqualTo(id);
    clock.advance(LIFE.minusNanos(1));
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(0, 0, 0));
    clock.advance(Duration.ofNanos(1));
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(0, 1, 0));
    assertThat(queue.find(id)).isEmpty();
    assertThat(queue.submit(Requests.any(), "key")).isNotEqualTo(id);
  }

  @Test
  void cleanup_jobsWithoutResult_areForgottenAfterTwoLivesAndLiveOnesNever() {
    var queue = queue(options(1).life(Duration.ofHours(1)).build());
    var failed = begun(queue.submit(Requests.any()));
    var runs = queue.submit(Requests.any());
    var waits = queue.submit(Requests.any());
    var cancelled = queue.submit(Requests.any());
    failed.fail(FailureKind.QUOTA);
    queue.cancel(cancelled);
    over(queue, failed.id());
    clock.advance(Duration.ofHours(2).minusNanos(1));
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(0, 0, 0));
    assertThat(queue.find(failed.id()).orElseThrow().state()).isEqualTo(JobState.FAILED);
    clock.advance(Duration.ofDays(90));
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(0, 2, 0));
    assertThat(queue.find(failed.id())).isEmpty();
    assertThat(queue.find(runs)).isPresent();
    assertThat(queue.find(waits)).isPresent();
  }

  @Test
  void cleanup_resultThatStorageKeepsShorter_expiresWithIt() {
    var queue = queue(1);
    var job = begun(queue.submit(Requests.any()));
    job.succeed(clock.instant().plus(Duration.ofHours(1)));
    result(queue, job.id());
    clock.advance(Duration.ofHours(1));
    assertThat(queue.cleanup().expired()).isEqualTo(1);
  }

  @Test
  void close_jobsInFlight_endWithinTheDrainAndWaitingOnesAreCancelled() throws Exception {
    var queue = queue(options(2).drain(Duration.ofSeconds(30)).build());
    var ids = submit(queue, 4);
    var first = begun(ids.get(0));
    var second = begun(ids.get(1));
    var waits = queue.completion(ids.get(3)).toCompletableFuture();
    var closing = CompletableFuture.runAsync(queue::close, work -> new Thread(work).start());
    assertThat(waits).failsWithin(Duration.ofSeconds(10));
    assertThat(closing).isNotDone();
    assertThatThrownBy(() -> queue.submit(Requests.any()))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));
    first.succeed();
    second.succeed();
    closing.get(100, TimeUnit.SECONDS);
    assertThat(runner.begun()).hasSize(2);
    assertThat(result(queue, ids.get(0)).job()).isEqualTo(ids.get(0));
    assertThat(queue.find(ids.get(1)).orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
    assertEndsWith(queue, ids.get(2), FailureKind.CANCELLED);
    queue.close();
  }

  @Test
  void close_drainIsOver_cancelsWhatRuns() {
    var queue = queue(1);
    var job = begun(queue.submit(Requests.any()));
    var completion = queue.completion(job.id()).toCompletableFuture();
    queue.close();
    assertThat(completion).isCompletedExceptionally();
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertEndsWith(queue, job.id(), FailureKind.CANCELLED);
  }

  @Test
  void close_interrupted_waitsForNobodyAndKeepsTheFlag() {
    var queue = queue(options(1).drain(Duration.ofMinutes(5)).build());
    var job = begun(queue.submit(Requests.any()));
    job.ignoreCancel();
    var completion = queue.completion(job.id()).toCompletableFuture();
    Thread.currentThread().interrupt();
    queue.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(completion).isCompletedExceptionally();
  }

  private static Path file(Path directory) throws IOException {
    return Files.writeString(directory.resolve("a.mp4"), "not really");
  }
}
