package io.vidgen.testkit;

import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import java.nio.file.Path;

class DirectoryLedgerTest extends LedgerContract {
  @Override
  protected Ledger open(Path place) {
    return Ledgers.directory(place);
  }
}
