package io.vidgen.ledger;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records for tests. */
final class Steps {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

  private Steps() {}

  static Fingerprint fingerprint(int number) {
    return new Fingerprint("%064x".formatted(number));
  }

  static StepRecord intent(int number, long version) {
    return new StepRecord(
        fingerprint(number),
        fingerprint(number + 1_000_000),
        "speech",
        "test",
        "model-1",
        StepState.INTENT,
        1,
        "00000000-0000-0000-0000-000000000001",
        version,
        null,
        null,
        List.of(),
        Money.usd("0.40"),
        null,
        false,
        null,
        Payer.NOBODY,
        NOON,
        List.of(),
        NOON,
        null);
  }

  /** Every component set. */
  static StepRecord full(int number, long version) {
    var artifact = new Artifact(fingerprint(7), "audio/wav", 123_456_789_012L);
    return new StepRecord(
        fingerprint(number),
        fingerprint(number + 1_000_000),
        "speech",
        "test",
        "modèle \"1\"\n\u2028",
        StepState.COMPLETED,
        2,
        "00000000-0000-0000-0000-000000000002",
        version,
        new RemoteOperation("test", "operations/42", NOON, Map.of("bucket", "b", "a", "")),
        artifact,
        List.of(artifact),
        Money.usd("100"),
        Money.usd("0.000001"),
        true,
        new Failure(
            FailureKind.RATE_LIMITED,
            "slow down",
            "wait",
            new FailureContext("voice", "test", 3, "job-1", 2),
            Duration.ofMillis(1500),
            true),
        Payer.NOBODY,
        NOON,
        List.of(),
        NOON,
        null);
  }
}
