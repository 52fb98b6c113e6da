package io.vidgen.ledger;

import io.vidgen.internal.codec.Json;
import io.vidgen.internal.io.DirectoryLock;
import io.vidgen.internal.io.Sync;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records in a journal, files beside it, a lock so that one process at a time has both. */
final class DirectoryLedger implements Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryLedger.class);

  /**
   * When the journal is rewritten.
   *
   * @param least bytes that are never too much
   * @param factor how many times the size of what counts is too much
   */
  record Compaction(long least, int factor) {
    static final Compaction DEFAULT = new Compaction(1 << 20, 4);
  }

  private record Line(StepRecord step, String line) {}

  private final Path root;
  private final Compaction compaction;
  private final StepIndex index = new StepIndex();
  private final MoneyIndex money = new MoneyIndex();
  private final GroupCommit<Line> commits = new GroupCommit<>(this::commit);
  private final DirectoryLock lock;
  private final ArtifactStore artifacts;
  private final Journal journal;

  /** Steps on their way to the disk; also guards {@link #closed}. */
  private final Set<Fingerprint> inFlight = new HashSet<>();

  private boolean closed;

  /** Touched only on the way to the disk. */
  private final Map<Fingerprint, Integer> sizes = new HashMap<>();

  private long live;

  /** Raised when compacting failed, so that it is not tried again with each write. */
  private long compactAbove;

  private DirectoryLedger(
      Path root, DirectoryLock lock, Compaction compaction, Journal.Opener opener)
      throws IOException {
    this.root = root;
    this.lock = lock;
    this.compaction = compaction;
    this.artifacts = FileArtifactStore.open(root, Sync.DISK);
    this.journal = Journal.open(root.resolve("journal"), opener, this::load);
  }

  static DirectoryLedger open(Path directory) {
    return open(directory, Compaction.DEFAULT, AppendFile::open);
  }

  static DirectoryLedger open(Path directory, Compaction compaction, Journal.Opener opener) {
    var root = directory.toAbsolutePath().normalize();
    try {
      Sync.DISK.makeDirectories(root);
      var lock = DirectoryLock.acquire(root, "ledger");
      boolean done = false;
      try {
        var ledger = new DirectoryLedger(root, lock, compaction, opener);
        done = true;
        return ledger;
      } finally {
        if (!done) {
          lock.close();
        }
      }
    } catch (DirectoryLock.HeldException e) {
      throw LedgerFailures.inUse(root, e.holder());
    } catch (IOException e) {
      throw LedgerFailures.notOpened(root, e);
    }
  }

  @Override
  public Optional<StepRecord> find(Fingerprint fingerprint) {
    return index.find(fingerprint);
  }

  @Override
  public List<StepRecord> inSlot(Fingerprint slot) {
    return index.inSlot(slot);
  }

  @Override
  public List<StepRecord> all() {
    return index.all();
  }

  @Override
  public void write(StepRecord next) {
    write(next, List.of());
  }

  @Override
  public void write(StepRecord next, List<SpendLimit> limits) {
    var line = Journal.line(next);
    var before = enter(next, limits);
    boolean written = false;
    try {
      // Whatever cannot be read back must not get into the journal: it would never open again.
      decode(line);
      commits.write(new Line(next, line));
      written = true;
    } catch (IOException e) {
      throw LedgerFailures.notWritten(next, root, e);
    } finally {
      leave(next, before, written);
    }
  }

  /**
   * Waits for a write of the same step that is under way, because it decides about this one. What
   * it reserves counts from here on, before it is on the disk.
   *
   * @return what counted before; null when that goes on counting until this is on the disk
   */
  private @Nullable List<Entry> enter(StepRecord next, List<SpendLimit> limits) {
    synchronized (inFlight) {
      Monitors.await(inFlight, () -> !inFlight.contains(next.fingerprint()));
      if (closed) {
        throw LedgerFailures.closed("in " + root);
      }
      index.check(next);
      boolean isReserved =
          limits.isEmpty()
              && index.find(next.fingerprint()).filter(r -> r.state().isOpen()).isPresent();
      var before = next.state().isOpen() && !isReserved ? money.reserve(next, limits) : null;
      inFlight.add(next.fingerprint());
      return before;
    }
  }

  /** What a write frees is free only once that is on the disk. */
  private void leave(StepRecord next, @Nullable List<Entry> before, boolean written) {
    synchronized (inFlight) {
      if (written && before == null) {
        money.put(next);
      } else if (!written && before != null) {
        money.restore(next.fingerprint(), before);
      }
      inFlight.remove(next.fingerprint());
      inFlight.notifyAll();
    }
  }

  private void commit(List<Line> lines) throws IOException {
    journal.append(lines.stream().map(Line::line).toList());
    for (var line : lines) {
      index.put(line.step());
      measure(line.step(), line.line().length());
    }
    if (journal.length() > Math.max(compactAbove, threshold())) {
      compact();
    }
  }

  private void compact() {
    try {
      journal.compact(index.all());
    } catch (IOException | RuntimeException e) {
      // Only space is lost; the records are safe where they are.
      compactAbove = 2 * journal.length();
      LOG.warn("The journal in {} could not be compacted: {}", root, e.toString());
    }
  }

  private void load(String json) throws IOException {
    var step = decode(json);
    var current = index.find(step.fingerprint());
    if (current.isPresent() && current.get().version() + 1 != step.version()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "version %d of step %s follows version %d",
              step.version(),
              step.fingerprint().shortForm(),
              current.get().version()));
    }
    index.put(step);
    money.put(step);
    measure(step, json.length());
  }

  private static StepRecord decode(String json) throws IOException {
    return Json.read(json, StepRecord.class);
  }

  private void measure(StepRecord step, int size) {
    var previous = sizes.put(step.fingerprint(), size);
    live += size - (previous == null ? 0 : previous);
  }

  private long threshold() {
    return Math.max(compaction.least(), compaction.factor() * live);
  }

  @Override
  public Money counted(SpendLimit limit, Instant now) {
    return money.sum(limit, now);
  }

  @Override
  public ArtifactStore artifacts() {
    return artifacts;
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public void close() {
    synchronized (inFlight) {
      if (closed) {
        return;
      }
      closed = true;
      Monitors.await(inFlight, inFlight::isEmpty);
    }
    try (lock) {
      journal.close();
    } catch (IOException e) {
      LOG.warn("The ledger in {} could not be closed cleanly: {}", root, e.toString());
    }
  }
}
