package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderOptions;
import io.vidgen.queue.QueuedJob;
import io.vidgen.queue.VideoQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link VideoQueue} keeps to. Extend it and say how to open a queue without jobs:
 *
 * <pre>{@code
 * class MyQueueTest extends VideoQueueContract {
 *   @Override
 *   protected VideoQueue open(
 *       JobRunner runner, VideoStorage storage, QueueOptions options, InstantSource clock) {
 *     return new MyQueue(runner, storage, options, clock);
 *   }
 * }
 * }</pre>
 */
@Timeout(300)
public abstract class VideoQueueContract extends VideoQueueLifeContract {

  /** For those that extend it. */
  protected VideoQueueContract() {}

  @Test
  void submit_moreThanMayBeInFlight_neverOverTheLimitAndAllSucceed() throws Exception {
    var queue = queue(100);
    var ids = submit(queue, 250);
    runner.awaitBegun(100);
    assertThat(queue.stats().inFlight()).isEqualTo(100);
    assertThat(queue.stats().waiting()).isEqualTo(150);
    var pool = Executors.newFixedThreadPool(4);
    try {
      var enders =
          IntStream.range(0, 4)
              .<Callable<Integer>>mapToObj(
                  first ->
                      () -> {
                        for (int i = first; i < 250; i += 4) {
                          runner.awaitBegun(i + 1).get(i).succeed();
                        }
                        return first;
                      })
              .toList();
      for (var ender : pool.invokeAll(enders, 100, TimeUnit.SECONDS)) {
        ender.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(ids).allSatisfy(id -> assertThat(result(queue, id).job()).isEqualTo(id));
    assertThat(runner.mostInFlight()).isEqualTo(100);
    assertThat(queue.stats().succeeded()).isEqualTo(250);
  }

  @Test
  void submit_forSomebody_runnerHearsForWhom() {
    var queue = queue(2);
    var options = RenderOptions.builder().owner("alice").project("spring").build();
    begun(queue.submit(Requests.any()));
    begun(queue.submit(Requests.any(), options));

    assertThat(runner.begun())
        .extracting(ScriptedJob::options)
        .containsExactly(RenderOptions.DEFAULT, options);
  }

  @Test
  void submit_equalPriority_beginsInOrder() {
    var queue = queue(1);
    var ids = submit(queue, 20);
    for (int i = 0; i < 20; i++) {
      runner.awaitBegun(i + 1).get(i).succeed();
    }
    assertThat(runner.begun()).extracting(ScriptedJob::id).containsExactlyElementsOf(ids);
    assertThat(runner.mostInFlight()).isEqualTo(1);
  }

  @Test
  void submit_priorities_higherBeginsEarlier() {
    var queue = queue(1);
    var first = begun(queue.submit(Requests.any()));
    var low = queue.submit(Requests.any(), null, VideoQueue.MIN_PRIORITY);
    var normal = queue.submit(Requests.any());
    var high = queue.submit(Requests.any(), null, VideoQueue.MAX_PRIORITY);
    var alsoHigh = queue.submit(Requests.any(), null, VideoQueue.MAX_PRIORITY);
    runner.onStart(ScriptedJob::succeed);
    first.succeed();
    assertThat(runner.awaitBegun(5))
        .extracting(ScriptedJob::id)
        .containsExactly(first.id(), high, alsoHigh, normal, low);
  }

  @Test
  void submit_tenThousandWaiting_costNoThreadAndAllRun() {
    var queue = queue(1);
    var first = begun(queue.submit(Requests.any()));
    int threads = Thread.getAllStackTraces().size();
    var ids = new ArrayList<String>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(queue.submit(Requests.any()));
    }
    assertThat(queue.stats().waiting()).isEqualTo(10_000);
    assertThat(Thread.getAllStackTraces().size()).isLessThanOrEqualTo(threads + 8);
    runner.onStart(ScriptedJob::succeed);
    first.succeed();
    assertThat(result(queue, ids.get(9_999)).job()).isEqualTo(ids.get(9_999));
    assertThat(queue.stats().succeeded()).isEqualTo(10_001);
    assertThat(runner.mostInFlight()).isEqualTo(1);
  }

  @Test
  void submit_fullQueue_isRefusedWithRemedyUntilThereIsRoom() {
    var queue = queue(options(1).maxWaiting(2).build());
    var first = queue.submit(Requests.any(), "first");
    var second = queue.submit(Requests.any());
    queue.submit(Requests.any());
    assertThatThrownBy(() -> queue.submit(Requests.any()))
        .isInstanceOfSatisfying(
            VidgenException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.QUOTA);
              assertThat(e.failure().remedy()).contains("maxWaiting");
            });
    assertThat(queue.submit(Requests.any(), "first")).isEqualTo(first);
    assertThat(queue.stats().total()).isEqualTo(3);
    begun(first).succeed();
    result(queue, first);
    queue.submit(Requests.any());
    begun(second);
    assertThatThrownBy(() -> queue.submit(Requests.any())).isInstanceOf(VidgenException.class);
  }

  @Test
  void submit_knownKey_sameJobWhateverBecameOfIt() {
    var queue = queue(1);
    var id = queue.submit(Requests.any(), "order 1");
    assertThat(queue.submit(Requests.titled("Other"), "order 1")).isEqualTo(id);
    assertThat(queue.submit(Requests.any(), "order 2")).isNotEqualTo(id);
    begun(id).fail(FailureKind.QUOTA);
    assertThat(over(queue, id).clientKey()).isEqualTo("order 1");
    assertThat(queue.submit(Requests.any(), "order 1")).isEqualTo(id);
    assertThat(queue.stats().total()).isEqualTo(2);
  }

  @Test
  void submit_sameKeyAtOnce_oneJob() throws Exception {
    var queue = queue(100);
    var pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> clients =
          IntStream.range(0, 40)
              .<Callable<String>>mapToObj(i -> () -> queue.submit(Requests.any(), "key " + i % 5))
              .toList();
      var ids = new HashSet<String>();
      for (var client : pool.invokeAll(clients, 100, TimeUnit.SECONDS)) {
        ids.add(client.get());
      }
      assertThat(ids).hasSize(5);
    } finally {
      pool.shutdownNow();
    }
    assertThat(runner.awaitBegun(5)).hasSize(5);
    assertThat(queue.stats().total()).isEqualTo(5);
  }

  @Test
  void submit_requestThatCannotBeRendered_isRefusedAndNotQueued() {
    var queue = queue(1);
    runner.onCheck(
        request -> {
          throw VidgenException.invalid("request", List.of(Problem.error("music", "no file", "")));
        });
    assertThatThrownBy(() -> queue.submit(Requests.any(), "key"))
        .isInstanceOfSatisfying(VidgenException.class, e -> assertThat(e.problems()).hasSize(1));
    assertThat(queue.stats().total()).isZero();
    runner.onCheck(request -> {});
    assertThat(begun(queue.submit(Requests.any(), "key"))).isNotNull();
  }

  @Test
  void submit_keyOrPriorityOutOfRange_isRefused() {
    var queue = queue(1);
    assertThatThrownBy(() -> queue.submit(Requests.any(), " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.submit(Requests.any(), "k".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.submit(Requests.any(), null, 101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-100 to 100");
    assertThat(queue.stats().total()).isZero();
  }

  @Test
  void find_wholeLife_showsStateProgressAndTimes() {
    var queue = queue(1);
    var start = clock.instant();
    var job = begun(queue.submit(Requests.any()));
    var second = queue.submit(Requests.any(), "second", 7);
    assertThat(queue.find(second))
        .contains(
            new QueuedJob(
                second, "second", 7, JobState.QUEUED, 0, start, null, null, null, null, List.of()));
    clock.advance(Duration.ofSeconds(5));
    job.reach(0.5);
    awaitShown(queue, job.id(), shown -> shown.progress() == 0.5);
    assertThat(queue.find(job.id()).orElseThrow().state()).isEqualTo(JobState.RUNNING);
    job.park();
    assertThat(queue.find(job.id()).orElseThrow().state()).isEqualTo(JobState.WAITING_REMOTE);
    job.succeed();
    var done = over(queue, job.id());
    assertThat(done.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(done.progress()).isEqualTo(1);
    assertThat(done.submittedAt()).isEqualTo(start);
    assertThat(done.startedAt()).isEqualTo(start);
    assertThat(done.finishedAt()).isEqualTo(start.plusSeconds(5));
    assertThat(done.render()).isEqualTo(result(queue, job.id()));
    begun(second);
    assertThat(queue.find(second).orElseThrow().startedAt()).isEqualTo(start.plusSeconds(5));
    assertThat(queue.find("nobody")).isEmpty();
    assertEndsWith(queue, "nobody", FailureKind.EXPIRED);
  }

  @Test
  void stats_jobsInEveryState_addUp() {
    var queue = queue(2);
    var ids = submit(queue, 7);
    clock.advance(Duration.ofSeconds(10));
    begun(ids.get(0)).succeed();
    begun(ids.get(1)).fail(FailureKind.CONTENT_FILTERED);
    begun(ids.get(2)).fail(FailureKind.UNKNOWN_OUTCOME);
    begun(ids.get(3)).park();
    begun(ids.get(4));
    assertThat(queue.cancel(ids.get(5))).isTrue();
    var stats = queue.stats();
    assertThat(stats.succeeded()).isEqualTo(1);
    assertThat(stats.failed()).isEqualTo(1);
    assertThat(stats.needsAttention()).isEqualTo(1);
    assertThat(stats.waitingRemote()).isEqualTo(1);
    assertThat(stats.running()).isEqualTo(1);
    assertThat(stats.cancelled()).isEqualTo(1);
    assertThat(stats.waiting()).isEqualTo(1);
    assertThat(stats.expired()).isZero();
    assertThat(stats.total()).isEqualTo(7);
    assertThat(stats.inFlight()).isEqualTo(2);
    assertThat(stats.capacity()).isEqualTo(2);
    assertThat(stats.oldestWaiting()).isEqualTo(clock.instant().minusSeconds(10));
  }

  @Test
  void stats_times_meanAndGreatest() {
    var queue = queue(1);
    assertThat(queue.stats().averageRun()).isZero();
    var first = begun(queue.submit(Requests.any()));
    var second = queue.submit(Requests.any());
    clock.advance(Duration.ofSeconds(10));
    first.succeed();
    var next = begun(second);
    clock.advance(Duration.ofSeconds(20));
    next.fail(FailureKind.LOCAL);
    over(queue, second);
    var stats = queue.stats();
    assertThat(stats.averageWait()).isEqualTo(Duration.ofSeconds(5));
    assertThat(stats.maxWait()).isEqualTo(Duration.ofSeconds(10));
    assertThat(stats.averageRun()).isEqualTo(Duration.ofSeconds(15));
    assertThat(stats.maxRun()).isEqualTo(Duration.ofSeconds(20));
    assertThat(stats.oldestWaiting()).isNull();
  }
}
