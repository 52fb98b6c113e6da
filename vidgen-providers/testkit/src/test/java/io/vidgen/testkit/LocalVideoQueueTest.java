package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.job.JobState;
import io.vidgen.queue.CleanupResult;
import io.vidgen.queue.JobRecord;
import io.vidgen.queue.JobRunner;
import io.vidgen.queue.JobStore;
import io.vidgen.queue.JobStores;
import io.vidgen.queue.QueueOptions;
import io.vidgen.queue.VideoQueue;
import io.vidgen.queue.VideoQueues;
import io.vidgen.storage.VideoStorage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LocalVideoQueueTest extends VideoQueueContract {

  @Override
  protected VideoQueue open(
      JobRunner runner, VideoStorage storage, QueueOptions options, InstantSource clock) {
    return VideoQueues.inMemory(runner, storage, options, clock);
  }

  private VideoQueue over(JobStore store) {
    return remembered(VideoQueues.over(store, runner, storage, options(1).build(), clock));
  }

  @Test
  void over_storeOfDeadProcess_jobsBeginAgainInTheirOldTurn() {
    var store = JobStores.inMemory();
    for (var id : new String[] {"a", "b", "c"}) {
      store.add(JobRecord.queued(id, null, 0, Requests.any(), clock.instant()));
    }
    store.write(store.find("a").orElseThrow().running(clock.instant()));
    runner.onStart(ScriptedJob::succeed);
    var queue = over(store);
    assertThat(runner.awaitBegun(3)).extracting(ScriptedJob::id).containsExactly("a", "b", "c");
    assertThat(result(queue, "c").job()).isEqualTo("c");
  }

  @Test
  void close_durableStore_jobsGoOnInTheNextQueue() {
    var memory = JobStores.inMemory();
    var store = durable(memory);
    var queue = over(store);
    var runs = queue.submit(Requests.any());
    var waits = queue.submit(Requests.any());
    begun(runs);
    var completion = queue.completion(waits).toCompletableFuture();
    queue.close();
    assertThat(completion).isCompletedExceptionally();
    assertEndsWith(queue, runs, FailureKind.CANCELLED);
    runner.onStart(ScriptedJob::succeed);
    var next = over(store);
    assertThat(over(next, waits).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(over(next, runs).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(runner.begun()).extracting(ScriptedJob::id).containsExactly(runs, runs, waits);
  }

  @Test
  void close_durableStore_jobThatSomebodyCancelledStaysCancelled() {
    var store = durable(JobStores.inMemory());
    var queue = over(store);
    var job = begun(queue.submit(Requests.any()));
    queue.cancel(job.id());
    over(queue, job.id());
    queue.close();
    var next = over(store);
    assertThat(next.find(job.id()).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
    assertThat(next.stats().total()).isEqualTo(1);
  }

  @Test
  void cleanup_videoThatCannotBeDeleted_isTriedAgainAfterTenMinutes() {
    var broken = new AtomicBoolean(true);
    var moody =
        (VideoStorage)
            Proxy.newProxyInstance(
                VideoStorage.class.getClassLoader(),
                new Class<?>[] {VideoStorage.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("delete") && broken.get()) {
                    throw new IOException("disk is away");
                  }
                  return method.invoke(storage, args);
                });
    var queue = remembered(VideoQueues.inMemory(runner, moody, options(1).build(), clock));
    runner.onStart(ScriptedJob::succeed);
    var id = queue.submit(Requests.any());
    result(queue, id);
    clock.advance(Duration.ofHours(24));
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(0, 0, 1));
    assertThat(queue.find(id).orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
    broken.set(false);
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(0, 0, 0));
    clock.advance(Duration.ofMinutes(10));
    assertThat(queue.cleanup()).isEqualTo(new CleanupResult(1, 0, 0));
  }

  @Test
  void cleanup_interval_happensOnItsOwn() throws Exception {
    var deleted = new CountDownLatch(1);
    var watched =
        (VideoStorage)
            Proxy.newProxyInstance(
                VideoStorage.class.getClassLoader(),
                new Class<?>[] {VideoStorage.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("delete")) {
                    deleted.countDown();
                  }
                  return method.invoke(storage, args);
                });
    var options = options(1).cleanupInterval(Duration.ofSeconds(1)).build();
    var queue = remembered(VideoQueues.inMemory(runner, watched, options, clock));
    runner.onStart(ScriptedJob::succeed);
    result(queue, queue.submit(Requests.any()));
    clock.advance(Duration.ofHours(24));
    assertThat(deleted.await(100, TimeUnit.SECONDS)).isTrue();
  }

  private static JobStore durable(JobStore store) {
    return (JobStore)
        Proxy.newProxyInstance(
            JobStore.class.getClassLoader(),
            new Class<?>[] {JobStore.class},
            (proxy, method, args) -> {
              try {
                return method.getName().equals("isDurable") ? true : method.invoke(store, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
