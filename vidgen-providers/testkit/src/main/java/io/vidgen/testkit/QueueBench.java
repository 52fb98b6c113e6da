package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Render;
import io.vidgen.queue.JobRunner;
import io.vidgen.queue.QueueOptions;
import io.vidgen.queue.QueuedJob;
import io.vidgen.queue.VideoQueue;
import io.vidgen.storage.Storages;
import io.vidgen.storage.VideoStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** What the tests of a queue stand on: a clock, a storage, a scripted runner. */
abstract class QueueBench {
  final ManualClock clock = ManualClock.create();
  final ScriptedRunner runner = new ScriptedRunner();
  final VideoStorage storage = Storages.inMemory(clock);
  private final List<VideoQueue> opened = new ArrayList<>();

  QueueBench() {}

  /**
   * Opens a queue without jobs.
   *
   * @param runner renders
   * @param storage where videos are deleted when their life is over
   * @param options how the queue works
   * @param clock what time it is
   * @return the queue; the contract closes it
   */
  protected abstract VideoQueue open(
      JobRunner runner, VideoStorage storage, QueueOptions options, InstantSource clock);

  @AfterEach
  void closeAll() {
    opened.forEach(VideoQueue::close);
    storage.close();
  }

  /** Options that leave cleaning to the test, and cancel at once when the test is over. */
  static QueueOptions.Builder options(int inFlight) {
    return QueueOptions.builder()
        .inFlight(inFlight)
        .cleanupInterval(Duration.ZERO)
        .drain(Duration.ZERO);
  }

  VideoQueue queue(int inFlight) {
    return queue(options(inFlight).build());
  }

  VideoQueue queue(QueueOptions options) {
    return remembered(open(runner, storage, options, clock));
  }

  VideoQueue remembered(VideoQueue queue) {
    opened.add(queue);
    return queue;
  }

  static List<String> submit(VideoQueue queue, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> queue.submit(Requests.titled("Video " + i)))
        .toList();
  }

  /** The job with this id, which must have begun or begin within ten seconds. */
  ScriptedJob begun(String id) {
    for (int count = 1; ; count++) {
      var job = runner.awaitBegun(count).get(count - 1);
      if (job.id().equals(id)) {
        return job;
      }
    }
  }

  /** Waits until a job looks as it should, for ten seconds at most. */
  static void awaitShown(VideoQueue queue, String id, Predicate<QueuedJob> wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!queue.find(id).filter(wanted).isPresent()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not as wanted after ten seconds: " + queue.find(id));
      }
      LockSupport.parkNanos(100_000);
    }
  }

  static Render result(VideoQueue queue, String id) {
    try {
      return queue.completion(id).toCompletableFuture().get(100, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VidgenException known) {
        throw known;
      }
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (TimeoutException e) {
      throw new AssertionError("job " + id + " did not end within ten seconds", e);
    }
  }

  /** The job once it is over. */
  static QueuedJob over(VideoQueue queue, String id) {
    try {
      result(queue, id);
    } catch (VidgenException e) {
      // The job shows it.
    }
    return queue.find(id).orElseThrow();
  }

  static void assertEndsWith(VideoQueue queue, String id, FailureKind kind) {
    assertThatThrownBy(() -> result(queue, id))
        .isInstanceOfSatisfying(VidgenException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
