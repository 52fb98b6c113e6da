package io.vidgen.internal.routing;

import io.vidgen.ledger.ArtifactStore;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;

/** What counts as bought. */
public final class Purchases {
  private Purchases() {}

  /**
   * Whether something is bought, or on its way, and so wins over any order. What was bought and is
   * lost has to be bought anew, by whoever can serve.
   *
   * @param record what the ledger says of it
   * @param artifacts where its files are
   * @return false also when its files are gone and the vendor has no operation to fetch them from
   */
  public static boolean isBegun(StepRecord record, ArtifactStore artifacts) {
    return record.state().isOpen()
        || (record.state() == StepState.COMPLETED
            && (record.operation() != null || !isGone(record, artifacts)));
  }

  /**
   * Whether something was done and a file of it is not there any more.
   *
   * @param record what the ledger says of it
   * @param artifacts where its files are
   * @return true if so
   */
  public static boolean isGone(StepRecord record, ArtifactStore artifacts) {
    var result = record.result();
    return record.state() == StepState.COMPLETED
        && (result == null
            || artifacts.find(result).isEmpty()
            || record.artifacts().stream().anyMatch(a -> artifacts.find(a).isEmpty()));
  }
}
