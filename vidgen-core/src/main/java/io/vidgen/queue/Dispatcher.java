package io.vidgen.queue;

import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.ledger.StaleWriteException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins jobs while there are places in flight, and records how they end. One thread at a time
 * gives places, in the order of the jobs, so that a job that ends at once never nests; {@link
 * Starters} begin what has one. The end of a job is dealt with on the thread that ended it.
 */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int BATCH = 64;
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final JobStore store;
  private final JobRunner runner;
  private final QueueOptions options;
  private final InstantSource clock;
  private final ScheduledExecutorService timer;
  private final Completions completions;
  private final Starters starters;
  private final Semaphore room;
  private final Gate gate = new Gate();
  private final ConcurrentHashMap<String, LiveJob> live = new ConcurrentHashMap<>();
  private final AtomicInteger wishes = new AtomicInteger();
  private final QueueTally waits = new QueueTally();
  private final QueueTally runs = new QueueTally();

  Dispatcher(
      JobStore store,
      JobRunner runner,
      QueueOptions options,
      InstantSource clock,
      ScheduledExecutorService timer,
      Completions completions) {
    this.store = store;
    this.runner = runner;
    this.options = options;
    this.clock = clock;
    this.timer = timer;
    this.completions = completions;
    this.starters = new Starters(options.inFlight());
    var counts = store.counts();
    int there =
        counts.of(JobState.QUEUED)
            + counts.of(JobState.RUNNING)
            + counts.of(JobState.WAITING_REMOTE);
    this.room = new Semaphore(options.maxWaiting() + options.inFlight() - there);
  }

  /** Takes room for one more job; given back when the job is over. */
  boolean takeRoom() {
    return room.tryAcquire();
  }

  void giveRoom() {
    room.release();
  }

  Gate gate() {
    return gate;
  }

  Optional<LiveJob> live(String id) {
    return Optional.ofNullable(live.get(id));
  }

  Collection<LiveJob> live() {
    return List.copyOf(live.values());
  }

  QueueTally.Times waits() {
    return waits.times();
  }

  QueueTally.Times runs() {
    return runs.times();
  }

  /** Says that there may be something to begin. */
  void wake() {
    if (wishes.getAndIncrement() > 0) {
      return;
    }
    try {
      timer.execute(this::beginAll);
    } catch (RejectedExecutionException e) {
      LOG.debug("The queue is closed: no more jobs begin");
    }
  }

  private void beginAll() {
    int heard = wishes.get();
    do {
      try {
        beginWhatMay();
      } catch (RuntimeException e) {
        LOG.warn("The queue cannot begin jobs and tries again in {}", RETRY, e);
        wakeLater();
      }
      heard = wishes.addAndGet(-heard);
    } while (heard != 0);
  }

  private void wakeLater() {
    try {
      var unused = timer.schedule(this::wake, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("The queue is closed: no more jobs begin");
    }
  }

  private void beginWhatMay() {
    while (!gate.isClosed()) {
      int free = options.inFlight() - live.size();
      var next =
          free > 0 ? store.inState(JobState.QUEUED, Math.min(free, BATCH)) : List.<JobRecord>of();
      if (next.isEmpty()) {
        return;
      }
      next.forEach(this::begin);
    }
  }

  private void begin(JobRecord queued) {
    if (!gate.enter()) {
      return;
    }
    var now = clock.instant();
    var job = new LiveJob(queued.running(now));
    var id = queued.id();
    live.put(id, job);
    try {
      store.write(job.record());
    } catch (RuntimeException e) {
      live.remove(id);
      gate.leave();
      if (e instanceof StaleWriteException) {
        return; // Cancelled this moment: the next look shows it.
      }
      throw e;
    }
    waits.add(queued.submittedAt(), now);
    try {
      starters.start(queued.options(), () -> start(job, queued));
    } catch (RuntimeException | Error e) {
      ended(job, null, e);
    }
  }

  private void start(LiveJob job, JobRecord queued) {
    var id = queued.id();
    if (job.isCancelled()) {
      ended(job, null, QueueFailures.cancelledBefore(id));
      return;
    }
    try {
      var request = queued.request();
      if (request == null) {
        throw new IllegalStateException("job " + id + " waits without a request");
      }
      var started = runner.start(id, request, job.asked(queued.options()));
      job.began(started);
      var unused = started.completion().whenComplete((render, error) -> ended(job, render, error));
    } catch (RuntimeException | Error e) {
      ended(job, null, job.isCancelled() ? QueueFailures.cancelledBefore(id) : e);
    }
  }

  /** Ends what did not stop although it was told to. */
  void giveUp() {
    starters.close();
    live().forEach(this::giveUp);
  }

  void giveUp(LiveJob job) {
    var why = QueueFailures.cancelled(job.record().id(), "the job did not stop in time");
    ended(job, null, why);
  }

  private void ended(LiveJob job, @Nullable Render render, @Nullable Throwable error) {
    if (!job.end()) {
      return;
    }
    var id = job.record().id();
    var problem =
        render != null
            ? null
            : QueueFailures.of(
                id, error != null ? error : new IllegalStateException("a job without a result"));
    try {
      var now = clock.instant();
      runs.add(job.record().startedAt(), now);
      record(job, render, problem, now);
    } catch (RuntimeException e) {
      LOG.warn("The end of job {} could not be recorded", id, e);
    }
    live.remove(id);
    giveRoom();
    wake();
    if (render != null) {
      completions.succeed(id, render);
    } else if (problem != null) {
      completions.fail(id, problem);
    }
    gate.leave();
  }

  private void record(
      LiveJob job, @Nullable Render render, @Nullable VidgenException problem, Instant now) {
    var running = job.record();
    if (render != null) {
      var due = now.plus(options.life());
      store.write(
          running.succeeded(
              render, now, render.expiresAt().isBefore(due) ? render.expiresAt() : due));
    } else if (problem != null) {
      var how = QueueFailures.stateAfter(problem.kind());
      if (how == JobState.CANCELLED && job.isAbandoned() && store.isDurable()) {
        return; // It stays as one that runs, and goes on when the store is opened again.
      }
      store.write(running.ended(how, problem.failure(), reached(job), now, forgottenAt(now)));
    }
  }

  /** A job that cannot say how far it came is recorded all the same. */
  private static double reached(LiveJob job) {
    try {
      return job.progress();
    } catch (RuntimeException e) {
      LOG.debug("Job {} does not say how far it came", job.record().id(), e);
      return job.record().progress();
    }
  }

  /**
   * Ends a job that waits.
   *
   * @return false when it does not wait any more
   */
  boolean withdraw(JobRecord queued, String why) {
    var now = clock.instant();
    var problem = QueueFailures.cancelled(queued.id(), why);
    try {
      store.write(queued.ended(JobState.CANCELLED, problem.failure(), 0, now, forgottenAt(now)));
    } catch (StaleWriteException e) {
      return false;
    }
    giveRoom();
    completions.fail(queued.id(), problem);
    return true;
  }

  private Instant forgottenAt(Instant now) {
    return now.plus(options.life()).plus(options.life());
  }
}
