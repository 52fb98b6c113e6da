package io.vidgen.queue;

import io.vidgen.job.JobState;
import io.vidgen.ledger.StaleWriteException;
import io.vidgen.storage.VideoStorage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Expires results and forgets jobs. One cleanup at a time. */
final class Janitor {
  private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
  private static final int BATCH = 500;
  private static final Duration POSTPONED = Duration.ofMinutes(10);

  private final JobStore store;
  private final VideoStorage storage;
  private final Duration life;
  private final InstantSource clock;

  private enum Done {
    EXPIRED,
    FORGOTTEN,
    POSTPONED,
    BY_ANOTHER
  }

  Janitor(JobStore store, VideoStorage storage, Duration life, InstantSource clock) {
    this.store = store;
    this.storage = storage;
    this.life = life;
    this.clock = clock;
  }

  /** Never throws, as the timer wants it. */
  void cleanUpQuietly() {
    try {
      cleanUp();
    } catch (RuntimeException e) {
      LOG.warn("The queue could not clean up and tries again later", e);
    }
  }

  synchronized CleanupResult cleanUp() {
    var now = clock.instant();
    var done = new EnumMap<Done, Integer>(Done.class);
    // What was looked at is not due any more, so this ends.
    for (var due = store.due(now, BATCH); !due.isEmpty(); due = store.due(now, BATCH)) {
      due.forEach(job -> done.merge(cleanUp(job, now), 1, Integer::sum));
    }
    return new CleanupResult(
        done.getOrDefault(Done.EXPIRED, 0),
        done.getOrDefault(Done.FORGOTTEN, 0),
        done.getOrDefault(Done.POSTPONED, 0));
  }

  private Done cleanUp(JobRecord job, Instant now) {
    try {
      if (job.state() != JobState.SUCCEEDED) {
        store.remove(job);
        return Done.FORGOTTEN;
      }
      // The video first: after a crash in between the next cleanup comes here again.
      if (!deleteVideo(job)) {
        store.write(job.postponed(now.plus(POSTPONED)));
        return Done.POSTPONED;
      }
      store.write(job.expired(now.plus(life)));
      return Done.EXPIRED;
    } catch (StaleWriteException e) {
      return Done.BY_ANOTHER;
    }
  }

  private boolean deleteVideo(JobRecord job) {
    try {
      storage.delete(job.render() == null ? job.id() : job.render().job());
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.warn("The video of job {} could not be deleted; tried again later", job.id(), e);
      return false;
    }
  }
}
