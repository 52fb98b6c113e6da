package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.ledger.Ledger;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that ends while one provider steps in for another. */
class FallbackCrashTest extends VendorTest {
  private static final Failure NO_CREDIT = Failure.of(FailureKind.QUOTA, "no credit", "");

  private final FakeSpeechProvider first =
      FakeSpeechProvider.builder()
          .id("first")
          .voices(Voice.of("anne", VoiceGender.FEMALE))
          .price(Money.usd("1"))
          .build();

  /** Writes of a fallback: intent and failure of the first; intent, operation, end of the next. */
  @ParameterizedTest
  @CsvSource({
    "1, false",
    "1, true",
    "2, false",
    "2, true",
    "3, false",
    "3, true",
    "4, false",
    "4, true",
    "5, false",
    "5, true"
  })
  void render_diesAtAnyWrite_neverBuysTwice(int write, boolean after) throws Exception {
    refuse(9);
    die(new Point("speech", write, after));
    boolean asked = !vendor.charges().isEmpty();

    try (var pipeline = builder(studio.ledger).build()) {
      var plan = pipeline.plan(ONE);
      var job = pipeline.submit(ONE);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();

      // The first one's intent was left behind: nobody can know that it was refused.
      boolean stuck = (write == 1 && after) || (write == 2 && !after);
      assertThat(job.state()).isEqualTo(stuck ? JobState.NEEDS_ATTENTION : JobState.SUCCEEDED);
      assertThat(vendor.charges()).hasSize(stuck ? 0 : 1);
      if (asked) {
        assertThat(plan.steps())
            .filteredOn(step -> step.kind().equals("speech"))
            .singleElement()
            .satisfies(
                step -> {
                  assertThat(step.provider()).isEqualTo("fake-remote-speech");
                  assertThat(step.action()).isIn(Action.RESUME, Action.REUSE);
                });
      }
    }
  }

  @Test
  void render_diedAfterTheFallbackWasBought_doesNotAskTheFirstAgain() throws Exception {
    refuse(1);
    die(new Point("speech", 4, true));
    first.calls().clear();

    try (var pipeline = builder(studio.ledger).build()) {
      var job = pipeline.submit(ONE);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    }

    assertThat(first.calls().total()).isZero();
    assertThat(vendor.charges()).hasSize(1);
  }

  private void refuse(int times) {
    for (int i = 0; i < times; i++) {
      first.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(NO_CREDIT));
    }
  }

  private void die(Point point) throws InterruptedException {
    var dying = CrashingLedger.failing(studio.ledger, point);
    try (var pipeline = builder(dying).build()) {
      var job = pipeline.submit(ONE);
      assertThat(studio.time.flyUntil(job.completion(), Duration.ofSeconds(20))).isTrue();
    }
  }

  private VideoPipelineBuilder builder(Ledger ledger) {
    var next = remote(SubmitSafety.RECONCILABLE);
    return studio.timed(next).ledger(ledger).speech(first, next).addListener(log);
  }
}
