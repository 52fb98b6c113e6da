package io.vidgen.testkit;

import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import java.nio.file.Path;

class MemoryArtifactStoreTest extends ArtifactStoreContract {
  private Ledger ledger;

  @Override
  protected ArtifactStore open(Path place) {
    ledger = Ledgers.inMemory();
    return ledger.artifacts();
  }

  @Override
  protected void close() {
    ledger.close();
  }
}
