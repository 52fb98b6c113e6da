package io.vidgen.ledger;

import io.vidgen.internal.io.PrivateDirectory;
import io.vidgen.internal.io.Sync;
import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records in memory, files in a private temporary directory. */
final class MemoryLedger implements Ledger {
  private final StepIndex index = new StepIndex();
  private final MoneyIndex money = new MoneyIndex();
  private final PrivateDirectory directory;
  private final ArtifactStore artifacts;
  private volatile boolean closed;

  private MemoryLedger(PrivateDirectory directory) throws IOException {
    this.directory = directory;
    this.artifacts = FileArtifactStore.open(directory.path(), Sync.NONE);
  }

  static MemoryLedger open() {
    try {
      return new MemoryLedger(PrivateDirectory.create("vidgen-ledger-"));
    } catch (IOException e) {
      throw LedgerFailures.noTemporaryDirectory(e);
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
    synchronized (money) {
      if (closed) {
        throw LedgerFailures.closed("in memory");
      }
      index.check(next);
      if (next.state().isOpen()) {
        var unused = money.reserve(next, limits);
      } else {
        money.put(next);
      }
      index.put(next);
    }
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
    return false;
  }

  @Override
  public void close() {
    closed = true;
    directory.close();
  }
}
