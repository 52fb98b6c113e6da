package io.vidgen.ledger;

import io.vidgen.model.Fingerprint;
import io.vidgen.money.SpendLimit;
import java.util.List;
import java.util.Optional;

/**
 * The durable truth about steps and money. Every write is compare-and-set, so of two writers that
 * saw the same state one is refused. Safe for use by several threads.
 */
public interface Ledger extends AutoCloseable {

  /**
   * The newest record of a step.
   *
   * @param fingerprint the step
   * @return the record; empty when nothing was ever written
   */
  Optional<StepRecord> find(Fingerprint fingerprint);

  /**
   * The newest records of everything that was chosen for a slot.
   *
   * @param slot the slot
   * @return the records, in the order in which they were first written
   */
  List<StepRecord> inSlot(Fingerprint slot);

  /**
   * The newest records of all steps, for reports and reconciliation.
   *
   * @return the records, in the order in which they were first written
   */
  List<StepRecord> all();

  /**
   * Writes a record. When this returns, it is durable as far as the ledger is.
   *
   * @param next the record; its version is one more than the current one's, or 1 for a new step
   * @throws StaleWriteException if it is not
   * @throws io.vidgen.error.VidgenException if it cannot be written; nothing has changed then
   */
  void write(StepRecord next);

  /**
   * Writes a record that reserves money, unless a limit would be passed by it. Check and write are
   * one: of two writers for whom there is room only once, one is refused.
   *
   * @param next the record, as for {@link #write(StepRecord)}
   * @param limits every limit that holds for it
   * @throws StaleWriteException if its version is not the next one
   * @throws io.vidgen.error.VidgenException of kind {@link io.vidgen.error.FailureKind#OVER_BUDGET}
   *     if a limit would be passed, with the time after which there is room as its delay where the
   *     limit has a window; nothing has changed then
   */
  void write(StepRecord next, List<SpendLimit> limits);

  /**
   * The files that records name.
   *
   * @return the store that belongs to this ledger
   */
  ArtifactStore artifacts();

  /**
   * Whether what is written outlives the process.
   *
   * @return true if so
   */
  boolean isDurable();

  /** Lets go of files and locks. */
  @Override
  void close();
}
