package io.vidgen.testkit;

import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A ledger at one of whose writes something happens, such as the end of the process. Safe for use
 * by several threads.
 */
public final class CrashingLedger implements Ledger {
  private final Ledger ledger;
  private final Point point;
  private final Runnable crash;
  private final AtomicBoolean dead;
  private final AtomicInteger writes = new AtomicInteger();

  /**
   * When it crashes.
   *
   * @param kind steps of which kind count, such as {@code speech}; empty for all
   * @param write at which write of those, from 1; 0 for never
   * @param after after that write rather than before
   */
  public record Point(String kind, int write, boolean after) {

    /**
     * No crash: to count the writes.
     *
     * @return the point
     */
    public static Point never() {
      return new Point("", 0, false);
    }
  }

  /**
   * A ledger that crashes once.
   *
   * @param ledger the real one; closed with this
   * @param point when it crashes
   * @param crash what happens then; may throw, or never return
   */
  public CrashingLedger(Ledger ledger, Point point, Runnable crash) {
    this(ledger, point, crash, new AtomicBoolean());
  }

  private CrashingLedger(Ledger ledger, Point point, Runnable crash, AtomicBoolean dead) {
    this.ledger = ledger;
    this.point = point;
    this.crash = crash;
    this.dead = dead;
  }

  /**
   * A ledger for a process that only seems to die: from the crash on every write fails, so nothing
   * is noted and nothing new bought.
   *
   * @param ledger the real one; closed with this
   * @param point when it crashes
   * @return the ledger, whose writes throw {@link IllegalStateException} from then on
   */
  public static CrashingLedger failing(Ledger ledger, Point point) {
    var dead = new AtomicBoolean();
    Runnable crash =
        () -> {
          dead.set(true);
          throw died();
        };
    return new CrashingLedger(ledger, point, crash, dead);
  }

  /**
   * How many writes there were of those that count.
   *
   * @return the number, the one of the crash included
   */
  public int writes() {
    return writes.get();
  }

  @Override
  public void write(StepRecord next) {
    write(next, List.of());
  }

  /** One write after the other: none slips in between the one that counts and the crash. */
  @Override
  public synchronized void write(StepRecord next, List<SpendLimit> limits) {
    boolean counts = point.kind().isEmpty() || point.kind().equals(next.kind());
    boolean now = counts && writes.incrementAndGet() == point.write();
    if (now && !point.after()) {
      crash.run();
    }
    if (dead.get()) {
      throw died();
    }
    ledger.write(next, limits);
    if (now && point.after()) {
      crash.run();
    }
  }

  @Override
  public Optional<StepRecord> find(Fingerprint fingerprint) {
    return ledger.find(fingerprint);
  }

  @Override
  public List<StepRecord> inSlot(Fingerprint slot) {
    return ledger.inSlot(slot);
  }

  @Override
  public List<StepRecord> all() {
    return ledger.all();
  }

  @Override
  public Money counted(SpendLimit limit, Instant now) {
    return ledger.counted(limit, now);
  }

  @Override
  public ArtifactStore artifacts() {
    return ledger.artifacts();
  }

  @Override
  public boolean isDurable() {
    return ledger.isDurable();
  }

  @Override
  public void close() {
    ledger.close();
  }

  private static IllegalStateException died() {
    return new IllegalStateException("the process is dead");
  }
}
