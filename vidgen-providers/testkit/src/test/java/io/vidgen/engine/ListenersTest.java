package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a listener may do while it hears of a job. */
@Timeout(300)
class ListenersTest {
  private final Studio studio = new Studio();
  private final CompletableFuture<RenderJob> one = new CompletableFuture<>();
  private final CompletableFuture<RenderJob> two = new CompletableFuture<>();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void cancel_byItsOwnListener_nothingIsSentAnyMore() throws Exception {
    try (var pipeline = studio.builder().build()) {
      submit(pipeline, one, "One", event -> one.join().cancel());

      assertThat(end(one)).isEqualTo(JobState.CANCELLED);
      assertThat(studio.speech.calls().count(FakeSpeechProvider.SPEAK)).isZero();
      assertThat(studio.steps()).isEmpty();
    }
  }

  @Test
  void cancel_twoListenersEachOthersJobs_bothEnd() throws Exception {
    var meeting = new CyclicBarrier(2);
    try (var pipeline = studio.builder().parallelism(4).build()) {
      submit(pipeline, one, "One", event -> meet(meeting, () -> two.join().cancel()));
      submit(pipeline, two, "Two", event -> meet(meeting, () -> one.join().cancel()));

      assertThat(end(one)).isEqualTo(JobState.CANCELLED);
      assertThat(end(two)).isEqualTo(JobState.CANCELLED);
    }
  }

  @Test
  void progress_twoListenersOfEachOthersJobs_isToldAtOnce() throws Exception {
    var meeting = new CyclicBarrier(2);
    try (var pipeline = studio.builder().parallelism(4).build()) {
      submit(pipeline, one, "One", event -> meet(meeting, () -> two.join().progress()));
      submit(pipeline, two, "Two", event -> meet(meeting, () -> one.join().progress()));

      assertThat(end(one)).isEqualTo(JobState.SUCCEEDED);
      assertThat(end(two)).isEqualTo(JobState.SUCCEEDED);
    }
  }

  @Test
  void cancel_byItsOwnListener_isToldWhenThatHasReturned() throws Exception {
    var inside = new AtomicBoolean();
    var together = new AtomicBoolean();
    var log = new EventLog();
    RenderListener listener =
        event -> {
          together.compareAndSet(false, !inside.compareAndSet(false, true));
          log.on(event);
          if (event instanceof RenderEvent.StepFinished) {
            one.join().cancel();
            LockSupport.parkNanos(50_000_000);
          }
          inside.set(false);
        };
    try (var pipeline = studio.builder().build()) {
      one.complete(pipeline.submit(Studio.narrated("One.", "Two."), listener));

      assertThat(end(one)).isEqualTo(JobState.CANCELLED);
    }
    assertThat(together).isFalse();
    assertThat(log.all().get(log.all().size() - 1)).isInstanceOf(RenderEvent.Finished.class);
  }

  @Test
  void cancel_jobsWhoseListenersDoNotReturn_holdsUpNoOther() throws Exception {
    var meeting = new CountDownLatch(2);
    var over = new CountDownLatch(1);
    RenderListener stuck =
        event -> {
          if (event instanceof RenderEvent.StepFinished) {
            meeting.countDown();
            await(over);
          }
        };
    try (var pipeline = studio.builder().parallelism(4).build()) {
      one.complete(pipeline.submit(Studio.narrated("One."), stuck));
      two.complete(pipeline.submit(Studio.narrated("Two."), stuck));
      await(meeting);

      assertThat(one.join().cancel()).isTrue();
      assertThat(two.join().cancel()).isTrue();
      assertThat(pipeline.submit(Studio.narrated("Three.")).join(Studio.PATIENCE)).isPresent();

      over.countDown();
      assertThat(end(one)).isEqualTo(JobState.CANCELLED);
      assertThat(end(two)).isEqualTo(JobState.CANCELLED);
    } finally {
      over.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(100, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A job whose first step that begins is told to somebody. */
  private static void submit(
      VideoPipeline pipeline,
      CompletableFuture<RenderJob> job,
      String name,
      Consumer<RenderEvent> first) {
    var heard = new AtomicBoolean();
    RenderListener listener =
        event -> {
          if (event instanceof RenderEvent.StepStarted && heard.compareAndSet(false, true)) {
            first.accept(event);
          }
        };
    var words = Studio.narrated(name + ".", name + " again.", name + " for the third time.");
    job.complete(pipeline.submit(words, listener));
  }

  private static JobState end(CompletableFuture<RenderJob> job) throws Exception {
    var done = job.join().completion().handle((render, error) -> job.join().state());
    return done.toCompletableFuture().get(100, TimeUnit.SECONDS);
  }

  /** Both hold the locks of their jobs by then, if listeners are told under locks. */
  private static void meet(CyclicBarrier meeting, Runnable then) {
    try {
      meeting.await(100, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    then.run();
  }
}
