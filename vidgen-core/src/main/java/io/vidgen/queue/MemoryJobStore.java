package io.vidgen.queue;

import io.vidgen.job.JobState;
import io.vidgen.ledger.StaleWriteException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Jobs in memory, indexed by everything that is asked for. */
final class MemoryJobStore implements JobStore {
  private static final Comparator<Entry> TURN =
      Comparator.comparingInt((Entry entry) -> -entry.job.priority())
          .thenComparingLong(Entry::number);
  private static final Comparator<Entry> AGE =
      Comparator.comparing((Entry entry) -> entry.job.submittedAt())
          .thenComparingLong(Entry::number);
  private static final Comparator<Entry> DUE =
      Comparator.comparing((Entry entry) -> Objects.requireNonNull(entry.job.dueAt()))
          .thenComparingLong(Entry::number);

  private final int capacity;
  private final Map<String, Entry> jobs = new HashMap<>();
  private final Map<String, Entry> keys = new HashMap<>();
  private final Map<JobState, NavigableSet<Entry>> states = new EnumMap<>(JobState.class);
  private final NavigableSet<Entry> waiting = new TreeSet<>(AGE);
  private final NavigableSet<Entry> due = new TreeSet<>(DUE);
  private long added;

  /** The number says in which order jobs were added. */
  private record Entry(long number, JobRecord job) {}

  MemoryJobStore(int capacity) {
    this.capacity = capacity;
    for (var state : JobState.values()) {
      states.put(state, new TreeSet<>(TURN));
    }
  }

  @Override
  public synchronized Optional<JobRecord> find(String id) {
    return Optional.ofNullable(jobs.get(id)).map(Entry::job);
  }

  @Override
  public synchronized Optional<JobRecord> findByClientKey(String clientKey) {
    return Optional.ofNullable(keys.get(clientKey)).map(Entry::job);
  }

  @Override
  public synchronized List<JobRecord> inState(JobState state, int most) {
    return first(in(state), most, entry -> true);
  }

  @Override
  public synchronized List<JobRecord> due(Instant now, int most) {
    return first(due, most, entry -> !Objects.requireNonNull(entry.job.dueAt()).isAfter(now));
  }

  private static List<JobRecord> first(
      NavigableSet<Entry> from, int most, Predicate<Entry> wanted) {
    var found = new ArrayList<JobRecord>(Math.min(most, from.size()));
    for (var entry : from) {
      if (found.size() >= most || !wanted.test(entry)) {
        break;
      }
      found.add(entry.job);
    }
    return List.copyOf(found);
  }

  @Override
  public synchronized JobCounts counts() {
    var counts = new EnumMap<JobState, Integer>(JobState.class);
    states.forEach((state, entries) -> counts.put(state, entries.size()));
    return new JobCounts(counts, waiting.isEmpty() ? null : waiting.first().job.submittedAt());
  }

  @Override
  public synchronized JobRecord add(JobRecord first) {
    var key = first.clientKey();
    var known = key == null ? null : keys.get(key);
    if (known != null) {
      return known.job;
    }
    checkFollows(first, jobs.get(first.id()));
    if (jobs.size() >= capacity) {
      throw QueueFailures.storeFull(capacity);
    }
    put(new Entry(added++, first));
    return first;
  }

  @Override
  public synchronized void write(JobRecord next) {
    var current = jobs.get(next.id());
    checkFollows(next, current);
    if (current == null) {
      throw new StaleWriteException("job " + next.id(), next.version(), 0);
    }
    take(current);
    put(new Entry(current.number, next));
  }

  @Override
  public synchronized void remove(JobRecord seen) {
    var current = jobs.get(seen.id());
    if (current == null || current.job.version() != seen.version()) {
      throw new StaleWriteException(
          "removal of job " + seen.id(),
          seen.version(),
          current == null ? 0 : current.job.version());
    }
    take(current);
  }

  private static void checkFollows(JobRecord next, @Nullable Entry current) {
    long version = current == null ? 0 : current.job.version();
    if (next.version() != version + 1) {
      throw new StaleWriteException("job " + next.id(), next.version(), version);
    }
  }

  private void put(Entry entry) {
    var job = entry.job;
    jobs.put(job.id(), entry);
    if (job.clientKey() != null) {
      keys.put(job.clientKey(), entry);
    }
    in(job.state()).add(entry);
    if (job.state() == JobState.QUEUED) {
      waiting.add(entry);
    }
    if (job.dueAt() != null) {
      due.add(entry);
    }
  }

  private void take(Entry entry) {
    var job = entry.job;
    jobs.remove(job.id());
    if (job.clientKey() != null) {
      keys.remove(job.clientKey());
    }
    in(job.state()).remove(entry);
    waiting.remove(entry);
    if (job.dueAt() != null) {
      due.remove(entry);
    }
  }

  private NavigableSet<Entry> in(JobState state) {
    return Objects.requireNonNull(states.get(state));
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public void close() {
    // Nothing to let go of.
  }
}
