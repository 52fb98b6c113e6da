package io.vidgen.testkit;

import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import java.nio.file.Path;

class DirectoryArtifactStoreTest extends ArtifactStoreContract {
  private Ledger ledger;

  @Override
  protected ArtifactStore open(Path place) {
    ledger = Ledgers.directory(place);
    return ledger.artifacts();
  }

  @Override
  protected void close() {
    ledger.close();
  }
}
