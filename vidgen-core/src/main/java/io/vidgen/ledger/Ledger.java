package io.vidgen.ledger;

import io.vidgen.model.Fingerprint;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import java.time.Instant;
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
   * <p>Against a limit counts, in its currency, what its subject spent with its providers, and what
   * is reserved by records that are open; in a window, what was announced less than its length
   * before this record. What the record that is replaced had reserved does not count. A record that
   * is not open reserves nothing and is always written.
   *
   * @param next the record, as for {@link #write(StepRecord)}; if its {@code reserved} is null or
   *     of another currency, it passes only limits that allow what cannot be priced
   * @param limits every limit that holds for it; those of other providers or payers say nothing
   * @throws StaleWriteException if its version is not the next one
   * @throws io.vidgen.error.VidgenException of kind {@link io.vidgen.error.FailureKind#OVER_BUDGET}
   *     if a limit would be passed, with the time after which there is room as its delay where the
   *     limit has a window and waiting helps; nothing has changed then
   */
  void write(StepRecord next, List<SpendLimit> limits);

  /**
   * What counts against a limit: spent, or reserved by calls that are under way or whose outcome is
   * not known.
   *
   * @param limit a limit, with its subject
   * @param now what time it is, for a limit with a window
   * @return the sum, in the currency of the limit
   */
  default Money counted(SpendLimit limit, Instant now) {
    var index = new MoneyIndex();
    all().forEach(index::put);
    return index.sum(limit, now);
  }

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
