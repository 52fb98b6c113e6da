package io.vidgen.testkit;

import io.vidgen.ledger.Charge;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Artifact;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that reserve and spend.
 *
 * @param step number of the step
 * @param provider who is paid
 * @param payer for whom
 * @param at when it is announced
 * @param price what is reserved, null when nobody knows
 */
record SampleCharges(int step, String provider, Payer payer, Instant at, @Nullable Money price) {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final Payer ANN = new Payer("ann", "spring", "render-1");

  static SampleCharges of(int step, String price) {
    return new SampleCharges(step, "veo", ANN, NOON, Money.usd(price));
  }

  SampleCharges of(Payer other) {
    return new SampleCharges(step, provider, other, at, price);
  }

  SampleCharges with(String other) {
    return new SampleCharges(step, other, payer, at, price);
  }

  SampleCharges at(Instant time) {
    return new SampleCharges(step, provider, payer, time, price);
  }

  SampleCharges priced(@Nullable Money other) {
    return new SampleCharges(step, provider, payer, at, other);
  }

  StepRecord intent(long version) {
    return record(version, StepState.INTENT, null, List.of());
  }

  StepRecord intent(long version, List<Charge> earlier) {
    return record(version, StepState.INTENT, sum(earlier), earlier);
  }

  StepRecord submitted(long version) {
    return record(version, StepState.SUBMITTED, null, List.of());
  }

  StepRecord unknown(long version) {
    return record(version, StepState.UNKNOWN, null, List.of());
  }

  StepRecord completed(long version, Money spent) {
    return record(version, StepState.COMPLETED, spent, List.of());
  }

  StepRecord failed(long version, @Nullable Money spent) {
    return record(version, StepState.FAILED, spent, List.of());
  }

  private static @Nullable Money sum(List<Charge> charges) {
    return charges.stream().map(Charge::amount).reduce(Money::plus).orElse(null);
  }

  private StepRecord record(
      long version, StepState state, @Nullable Money spent, List<Charge> earlier) {
    var result = new Artifact(SampleSteps.fingerprint(77), "application/json", 2);
    return new StepRecord(
        SampleSteps.fingerprint(step),
        SampleSteps.slot(step),
        "video",
        provider,
        "m",
        state,
        1,
        "6f1c1f5e-0000-4000-8000-000000000001",
        version,
        state == StepState.SUBMITTED
            ? new RemoteOperation(provider, "operations/" + step, at, Map.of())
            : null,
        state == StepState.COMPLETED ? result : null,
        List.of(),
        price,
        spent,
        false,
        null,
        payer,
        at,
        earlier,
        at,
        null);
  }
}
