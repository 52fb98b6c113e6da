package io.vidgen.testkit;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.ledger.Payer;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records that the contract of a ledger writes. */
final class SampleSteps {
  private static final Instant AT = Instant.parse("2026-01-01T12:00:00.123456Z");
  private static final String ATTEMPT = "6f1c1f5e-0000-4000-8000-000000000001";

  private SampleSteps() {}

  static Fingerprint fingerprint(int number) {
    return new Fingerprint("%064x".formatted(number));
  }

  /** Steps 10 to 19 share a slot, and so on. */
  static Fingerprint slot(int number) {
    return new Fingerprint("%064x".formatted(0xf0000 + number / 10));
  }

  /** The least that a record holds. */
  static StepRecord intent(int number, long version) {
    return new StepRecord(
        fingerprint(number),
        slot(number),
        "video",
        "test",
        "",
        StepState.INTENT,
        1,
        ATTEMPT,
        version,
        null,
        null,
        List.of(),
        null,
        null,
        false,
        null,
        Payer.NOBODY,
        AT,
        List.of(),
        AT,
        null);
  }

  /** Everything that a record can hold. */
  static StepRecord complete(int number, long version) {
    var artifact = new Artifact(fingerprint(77), "video/mp4", 5_000_000_000L);
    return new StepRecord(
        fingerprint(number),
        slot(number),
        "video",
        "test",
        "modèle-1 \"quoted\"\n",
        StepState.COMPLETED,
        2,
        ATTEMPT,
        version,
        new RemoteOperation("test", "operations/42", AT, Map.of("bucket", "b", "empty", "")),
        artifact,
        List.of(artifact, new Artifact(fingerprint(78), "image/png", 0)),
        Money.usd("100"),
        Money.usd("0.000001"),
        true,
        new Failure(
            FailureKind.RATE_LIMITED,
            "slow down",
            "wait",
            new FailureContext("clips", "test", 3, "job-1", 2),
            Duration.ofMillis(1500),
            false),
        Payer.NOBODY,
        AT,
        List.of(),
        AT,
        null);
  }
}
