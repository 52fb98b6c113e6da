package io.vidgen.testkit;

import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import io.vidgen.queue.JobRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Renders nothing: its jobs end when a test says so. It knows which jobs began, in which order, and
 * how many were in flight at once. Safe for use by several threads.
 */
public final class ScriptedRunner implements JobRunner {
  private final List<ScriptedJob> begun = new ArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private int mostInFlight;
  private volatile Consumer<ScriptedJob> script = job -> {};
  private volatile Consumer<VideoRequest> check = request -> {};

  /** A runner whose jobs run until a test ends them. */
  public ScriptedRunner() {}

  /**
   * Says what happens to each job as it begins, on the thread that begins it.
   *
   * @param script may end the job, or throw
   * @return this
   */
  public ScriptedRunner onStart(Consumer<ScriptedJob> script) {
    this.script = script;
    return this;
  }

  /**
   * Says which requests can be rendered.
   *
   * @param check throws when one cannot
   * @return this
   */
  public ScriptedRunner onCheck(Consumer<VideoRequest> check) {
    this.check = check;
    return this;
  }

  @Override
  public void check(VideoRequest request, RenderOptions options) {
    check.accept(request);
  }

  @Override
  public RenderJob start(String id, VideoRequest request, RenderOptions options) {
    var job = new ScriptedJob(id, options, inFlight::decrementAndGet);
    synchronized (this) {
      mostInFlight = Math.max(mostInFlight, inFlight.incrementAndGet());
      begun.add(job);
      notifyAll();
    }
    try {
      script.accept(job);
    } catch (RuntimeException | Error e) {
      inFlight.decrementAndGet();
      throw e;
    }
    return job;
  }

  /**
   * Waits until so many jobs began.
   *
   * @param count how many, over all time
   * @return all that began so far, in order
   * @throws AssertionError if they did not within 100 s
   */
  public synchronized List<ScriptedJob> awaitBegun(int count) {
    long end = System.nanoTime() + Duration.ofSeconds(100).toNanos();
    while (begun.size() < count) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(begun.size() + " jobs began, not " + count);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while " + begun.size() + " jobs had begun", e);
      }
    }
    return List.copyOf(begun);
  }

  /**
   * The jobs that began.
   *
   * @return them, in order
   */
  public synchronized List<ScriptedJob> begun() {
    return List.copyOf(begun);
  }

  /**
   * How many jobs ran or waited for a vendor at once at most.
   *
   * @return the number
   */
  public synchronized int mostInFlight() {
    return mostInFlight;
  }
}
