package io.vidgen.ledger;

import io.vidgen.error.Failure;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger knows about one step.
 *
 * @param fingerprint identifies the step, provider included
 * @param slot identifies what was wanted, whoever does it
 * @param kind what kind of work, such as {@code speech}
 * @param provider id of the provider that was chosen
 * @param model its model
 * @param state how far it is
 * @param attempt number of the attempt, from 1
 * @param attemptId UUID of the attempt
 * @param version counts writes, from 1; a write must carry the version after the one it replaces
 * @param operation the vendor's handle, null unless one is known
 * @param result the result as a JSON artifact, null unless completed
 * @param artifacts everything that the result needs
 * @param reserved what it will cost at most, as its price was when it was sent; null when it is
 *     free or could not be priced
 * @param spent what its attempts cost at most, all together that were charged in the currency of
 *     the newest charge: the high end of the price of each, where {@link
 *     io.vidgen.job.Render#cost()} says from what to what; null when none was charged that had a
 *     price
 * @param unpriced whether an attempt was charged whose price nobody knew, so that it cost more than
 *     {@code spent} says
 * @param failure why it failed or is unknown; of a submitted step, or a completed one whose files
 *     are gone, why its result could not be got when it was last asked for; null otherwise
 * @param payer for whom it was bought; {@link Payer#NOBODY} in ledgers older than payers
 * @param announcedAt when its newest attempt was announced; the same as {@code at} where none was
 * @param earlier what attempts before the newest cost, and whom; what they leave of {@code spent},
 *     those of its currency, is that of the newest, for {@code payer} at {@code announcedAt}. Those
 *     of other currencies are spent beside it
 * @param at when this was written
 * @param overdueAt when the operation of a submitted step counts as lost, {@link
 *     io.vidgen.spi.LongRunningWork#timeLimit()} after its submit; null where there is none, where
 *     nobody knows, and in ledgers older than this
 */
public record StepRecord(
    Fingerprint fingerprint,
    Fingerprint slot,
    String kind,
    String provider,
    String model,
    StepState state,
    int attempt,
    String attemptId,
    long version,
    @Nullable RemoteOperation operation,
    @Nullable Artifact result,
    List<Artifact> artifacts,
    @Nullable Money reserved,
    @Nullable Money spent,
    boolean unpriced,
    @Nullable Failure failure,
    Payer payer,
    Instant announcedAt,
    List<Charge> earlier,
    Instant at,
    @Nullable Instant overdueAt) {
  /**
   * The kind of the record that says what the last finished render of a project was made of. It is
   * no work: nobody did it and it costs nothing.
   */
  public static final String PROJECT = "project";

  /**
   * Copies the lists and checks the counters. Records of ledgers older than payers lack a payer,
   * the time of the announcement and earlier charges: those become nobody, {@code at} and none.
   *
   * @throws IllegalArgumentException if attempt or version is under 1, or the state lacks what it
   *     needs
   */
  public StepRecord {
    artifacts = List.copyOf(artifacts);
    payer = Objects.requireNonNullElse(payer, Payer.NOBODY);
    announcedAt = Objects.requireNonNullElse(announcedAt, at);
    earlier = List.copyOf(Objects.requireNonNullElse(earlier, List.of()));
    if (attempt < 1 || version < 1) {
      throw new IllegalArgumentException("attempt and version begin with 1");
    }
    if ((state == StepState.COMPLETED && result == null)
        || (state == StepState.SUBMITTED && operation == null)) {
      throw new IllegalArgumentException(
          "a completed step needs its result and a submitted one its operation");
    }
  }
}
