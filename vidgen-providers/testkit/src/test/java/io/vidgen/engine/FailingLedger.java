package io.vidgen.engine;

import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.SpendLimit;
import java.util.List;
import java.util.Optional;

/** A ledger that can be told to answer nothing any more, as when its disk is gone. */
final class FailingLedger implements Ledger {
  private final Ledger ledger;
  private volatile boolean gone;

  FailingLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  void fail() {
    gone = true;
  }

  private Ledger ledger() {
    if (gone) {
      throw new IllegalStateException("the disk is gone");
    }
    return ledger;
  }

  @Override
  public Optional<StepRecord> find(Fingerprint fingerprint) {
    return ledger().find(fingerprint);
  }

  @Override
  public List<StepRecord> inSlot(Fingerprint slot) {
    return ledger().inSlot(slot);
  }

  @Override
  public List<StepRecord> all() {
    return ledger().all();
  }

  @Override
  public void write(StepRecord next) {
    ledger().write(next);
  }

  @Override
  public void write(StepRecord next, List<SpendLimit> limits) {
    ledger().write(next, limits);
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
