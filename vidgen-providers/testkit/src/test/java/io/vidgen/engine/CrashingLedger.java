package io.vidgen.engine;

import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A ledger at one of whose writes something happens, such as the end of the process. */
final class CrashingLedger implements Ledger {
  private final Ledger ledger;
  private final Point point;
  private final Runnable crash;
  private final AtomicInteger writes = new AtomicInteger();

  /**
   * When it crashes.
   *
   * @param kind steps of which kind count; empty for all
   * @param write at which write of those, from 1
   * @param after after that write rather than before
   */
  record Point(String kind, int write, boolean after) {}

  CrashingLedger(Ledger ledger, Point point, Runnable crash) {
    this.ledger = ledger;
    this.point = point;
    this.crash = crash;
  }

  @Override
  public void write(StepRecord next) {
    boolean counts = point.kind().isEmpty() || point.kind().equals(next.kind());
    boolean now = counts && writes.incrementAndGet() == point.write();
    if (now && !point.after()) {
      crash.run();
    }
    ledger.write(next);
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
}
