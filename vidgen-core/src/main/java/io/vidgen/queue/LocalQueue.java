package io.vidgen.queue;

import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.StaleWriteException;
import io.vidgen.storage.VideoStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queue over a store that nobody else runs jobs from. */
final class LocalQueue implements VideoQueue {
  private static final Logger LOG = LoggerFactory.getLogger(LocalQueue.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int BATCH = 1_000;

  private final JobStore store;
  private final JobRunner runner;
  private final QueueOptions options;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor timer = timer();
  private final Completions completions = new Completions();
  private final Dispatcher dispatcher;
  private final Janitor janitor;

  private LocalQueue(
      JobStore store,
      JobRunner runner,
      VideoStorage storage,
      QueueOptions options,
      InstantSource clock) {
    this.store = store;
    this.runner = runner;
    this.options = options;
    this.clock = clock;
    this.dispatcher = new Dispatcher(store, runner, options, clock, timer, completions);
    this.janitor = new Janitor(store, storage, options.life(), clock);
  }

  static VideoQueue open(
      JobStore store,
      JobRunner runner,
      VideoStorage storage,
      QueueOptions options,
      InstantSource clock) {
    requeue(store, JobState.RUNNING);
    requeue(store, JobState.WAITING_REMOTE);
    var queue = new LocalQueue(store, runner, storage, options, clock);
    queue.begin();
    return queue;
  }

  /** What was in flight when the process before this one ended has to begin again. */
  private static void requeue(JobStore store, JobState state) {
    for (var left = store.inState(state, BATCH);
        !left.isEmpty();
        left = store.inState(state, BATCH)) {
      left.forEach(job -> store.write(job.requeued()));
    }
  }

  private void begin() {
    if (!options.cleanupInterval().isZero()) {
      long interval = options.cleanupInterval().toMillis();
      var unused =
          timer.scheduleWithFixedDelay(
              janitor::cleanUpQuietly, interval, interval, TimeUnit.MILLISECONDS);
    }
    dispatcher.wake();
  }

  /** Two threads, so that a long cleanup does not hold up jobs. */
  private static ScheduledThreadPoolExecutor timer() {
    var timer = new ScheduledThreadPoolExecutor(2, Starters.daemons("vidgen-queue"));
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return timer;
  }

  @Override
  public String submit(
      VideoRequest request, RenderOptions options, @Nullable String clientKey, int priority) {
    check(clientKey, priority);
    checkOpen();
    var known = clientKey == null ? Optional.<JobRecord>empty() : store.findByClientKey(clientKey);
    if (known.isPresent()) {
      return known.get().id();
    }
    runner.check(request, options);
    if (!dispatcher.takeRoom()) {
      throw QueueFailures.full(this.options);
    }
    var job =
        JobRecord.queued(
            UUID.randomUUID().toString(), clientKey, priority, request, options, clock.instant());
    JobRecord there;
    try {
      there = store.add(job);
    } catch (RuntimeException e) {
      dispatcher.giveRoom();
      throw e;
    }
    if (!there.id().equals(job.id())) {
      dispatcher.giveRoom();
      return there.id();
    }
    if (dispatcher.gate().isClosed() && dispatcher.withdraw(job, "the queue was closed")) {
      throw QueueFailures.closed();
    }
    dispatcher.wake();
    return job.id();
  }

  private static void check(@Nullable String clientKey, int priority) {
    if (clientKey != null && (clientKey.isBlank() || clientKey.length() > MAX_CLIENT_KEY)) {
      throw new IllegalArgumentException(
          "clientKey must have 1 to " + MAX_CLIENT_KEY + " characters, not only blanks");
    }
    if (priority < MIN_PRIORITY || priority > MAX_PRIORITY) {
      throw new IllegalArgumentException(
          "priority must be " + MIN_PRIORITY + " to " + MAX_PRIORITY + ", not " + priority);
    }
  }

  private void checkOpen() {
    if (dispatcher.gate().isClosed()) {
      throw QueueFailures.closed();
    }
  }

  @Override
  public Optional<QueuedJob> find(String id) {
    // The job first: if it ends in between, the record says how.
    var live = dispatcher.live(id);
    return store
        .find(id)
        .map(
            job -> {
              boolean runs = job.state() == JobState.RUNNING && live.isPresent();
              return new QueuedJob(
                  id,
                  job.clientKey(),
                  job.priority(),
                  runs ? live.get().state() : job.state(),
                  runs ? live.get().progress() : job.progress(),
                  job.submittedAt(),
                  job.startedAt(),
                  job.finishedAt(),
                  job.render(),
                  job.failure(),
                  runs ? live.get().waiting() : List.of());
            });
  }

  @Override
  public CompletionStage<Render> completion(String id) {
    var future = completions.of(id);
    try {
      // Asked for first and looked up then, so that an end in between is not missed.
      completions.settle(id, store.find(id));
    } catch (VidgenException e) {
      completions.fail(id, e);
    }
    if (dispatcher.gate().isClosed() && dispatcher.live(id).isEmpty()) {
      completions.settle(id, store.find(id));
      completions.fail(id, QueueFailures.closed());
    }
    return future.minimalCompletionStage();
  }

  @Override
  public boolean cancel(String id) {
    while (true) {
      var job = store.find(id).orElse(null);
      if (job == null || job.state().isTerminal()) {
        return false;
      }
      if (job.state() != JobState.QUEUED) {
        return dispatcher.live(id).map(LiveJob::cancel).orElse(false);
      }
      if (dispatcher.withdraw(job, "the job was cancelled before it began")) {
        return true;
      }
    }
  }

  @Override
  public QueueStats stats() {
    var counts = store.counts();
    int inFlight = counts.of(JobState.RUNNING) + counts.of(JobState.WAITING_REMOTE);
    int remote =
        (int)
            dispatcher.live().stream()
                .filter(job -> job.state() == JobState.WAITING_REMOTE)
                .limit(inFlight)
                .count();
    var waits = dispatcher.waits();
    var runs = dispatcher.runs();
    return new QueueStats(
        counts.of(JobState.QUEUED),
        inFlight - remote,
        remote,
        counts.of(JobState.NEEDS_ATTENTION),
        counts.of(JobState.SUCCEEDED),
        counts.of(JobState.FAILED),
        counts.of(JobState.CANCELLED),
        counts.of(JobState.EXPIRED),
        options.inFlight(),
        waits.average(),
        waits.max(),
        runs.average(),
        runs.max(),
        counts.oldestWaiting());
  }

  @Override
  public CleanupResult cleanup() {
    return janitor.cleanUp();
  }

  @Override
  public void close() {
    if (!dispatcher.gate().close()) {
      return;
    }
    timer.shutdown();
    if (!store.isDurable()) {
      cancelWaiting();
    }
    try {
      if (!dispatcher.gate().awaitEmpty(options.drain())) {
        abandon();
        dispatcher.gate().awaitEmpty(PATIENCE);
      }
    } catch (InterruptedException e) {
      abandon();
      Thread.currentThread().interrupt();
    }
    dispatcher.giveUp();
    completions.failAll(QueueFailures::closed);
  }

  private void cancelWaiting() {
    try {
      for (var left = store.inState(JobState.QUEUED, BATCH);
          !left.isEmpty();
          left = store.inState(JobState.QUEUED, BATCH)) {
        left.forEach(job -> dispatcher.withdraw(job, "the queue was closed before the job began"));
      }
    } catch (VidgenException | StaleWriteException e) {
      LOG.warn("Jobs that wait could not be cancelled", e);
    }
  }

  private void abandon() {
    for (var job : dispatcher.live()) {
      try {
        if (!job.abandon()) {
          dispatcher.giveUp(job);
        }
      } catch (RuntimeException e) {
        LOG.warn("Job {} could not be cancelled", job.record().id(), e);
      }
    }
  }
}
