package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.ledger.StepState;
import io.vidgen.routing.VideoRouter;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who steps in when a provider cannot serve. */
class FallbackTest extends FallbackFixture {
  @ParameterizedTest
  @CsvSource({"UNAVAILABLE, 2", "RATE_LIMITED, 1", "QUOTA, 1", "AUTHENTICATION, 1"})
  void render_providerCannotServe_asksTheNext(FailureKind kind, int calls) throws Exception {
    fail(first, Failure.of(kind, "not now", "").retryAfter(retry(kind)), 5);

    var job = end(builder());

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(first.calls().total()).isEqualTo(calls);
    assertThat(second.calls().total()).isEqualTo(1);
    assertThat(third.calls().total()).isZero();
    assertThat(job.completion().toCompletableFuture().join().cost()).hasToString("USD 2.00");
    assertThat(log.of(RenderEvent.FellBack.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.step().provider()).isEqualTo("first");
              assertThat(event.provider()).isEqualTo("second");
              assertThat(event.failure().kind()).isEqualTo(kind);
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      mode = Mode.EXCLUDE,
      names = {"UNAVAILABLE", "RATE_LIMITED", "QUOTA", "AUTHENTICATION", "CANCELLED"})
  void render_anyOtherFailure_asksNobodyElse(FailureKind kind) throws Exception {
    boolean unknown = kind == FailureKind.UNKNOWN_OUTCOME;
    fail(first, Failure.of(kind, "so it is", "").charged(unknown ? null : false), 5);

    var job = end(builder());

    assertThat(job.state()).isEqualTo(unknown ? JobState.NEEDS_ATTENTION : JobState.FAILED);
    assertThat(job.failure().orElseThrow().kind()).isEqualTo(kind);
    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(second.calls().total()).isZero();
    assertThat(log.of(RenderEvent.FellBack.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", ", "})
  void render_downButPerhapsCharged_asksNobodyElse(Boolean charged) throws Exception {
    fail(first, Failure.of(FailureKind.UNAVAILABLE, "down", "").charged(charged), 5);

    assertThat(end(builder()).state()).isNotEqualTo(JobState.SUCCEEDED);

    assertThat(second.calls().total()).isZero();
  }

  @Test
  void render_unknownOutcomeBefore_staysWithItWhateverIsListed() throws Exception {
    fail(first, Failure.of(FailureKind.UNKNOWN_OUTCOME, "no answer", ""), 1);
    end(builder());

    var job = end(studio.timed(second).speech(second, first).addListener(log));

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(second.calls().total()).isZero();
  }

  @Test
  void render_rateLimitedWithinPatience_waitsForTheFirst() throws Exception {
    fail(first, busy(20), 2);

    assertThat(end(builder()).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(first.calls().total()).isEqualTo(3);
    assertThat(second.calls().total()).isZero();
  }

  @Test
  void render_rateLimitedBeyondPatience_asksTheNextAfterAWhile() throws Exception {
    fail(first, busy(20), 9);
    var began = studio.time.instant();

    assertThat(end(builder()).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(first.calls().total()).isEqualTo(4);
    assertThat(second.calls().total()).isEqualTo(1);
    assertThat(Duration.between(began, studio.time.instant()))
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
  }

  @Test
  void render_withoutFallback_failsAsEver() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", ""), 9);

    var job = end(builder().router(VideoRouter.listed().withoutFallback()));

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.QUOTA);
    assertThat(second.calls().total()).isZero();
  }

  @Test
  void render_allFail_namesEveryReasonAndRemedy() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", "buy credit"), 9);
    fail(second, Failure.of(FailureKind.AUTHENTICATION, "wrong key", "set the key"), 9);
    fail(third, Failure.of(FailureKind.UNAVAILABLE, "is down", ""), 9);

    var job = end(builder());

    assertThatThrownBy(job::join)
        .isInstanceOfSatisfying(
            VidgenException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.QUOTA);
              assertThat(e.failure().message())
                  .isEqualTo(
                      "nobody could do speech-1 now: first: no credit; second: wrong key;"
                          + " third: is down");
              assertThat(e.failure().remedy()).isEqualTo("first: buy credit; second: set the key");
              assertThat(e.failure().charged()).isFalse();
              assertThat(e).hasCauseInstanceOf(VidgenException.class);
              assertThat(e.getSuppressed()).hasSize(2);
            });
    assertThat(studio.ledger.all())
        .filteredOn(step -> step.kind().equals("speech"))
        .allMatch(step -> step.state() == StepState.FAILED || step.provider().equals("third"));
  }

  @Test
  void render_fallbackEndsUnknown_saysSoAndGoesNoFurther() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", ""), 9);
    fail(second, Failure.of(FailureKind.UNKNOWN_OUTCOME, "no answer", ""), 1);

    var job = end(builder());

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    assertThat(job.failure().orElseThrow().message()).contains("first: no credit", "second: ");
    assertThat(third.calls().total()).isZero();
  }

  @Test
  void render_fellBackBefore_goesOnWithWhatIsBought() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", ""), 1);
    end(builder());

    assertThat(end(builder()).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(first.calls().total()).isEqualTo(1);
    assertThat(second.calls().total()).isEqualTo(1);
    try (var pipeline = builder().build()) {
      assertThat(pipeline.plan(ONE).steps())
          .filteredOn(step -> step.kind().equals("speech"))
          .allMatch(step -> step.provider().equals("second"));
    }
  }

  @Test
  void render_fellBack_isInTheManifest() throws Exception {
    fail(first, Failure.of(FailureKind.QUOTA, "no credit", ""), 1);

    var manifest = Files.readString(end(builder()).join().file(Render.MANIFEST));

    assertThat(manifest)
        .contains("\"version\" : 3", "\"verdict\" : \"FAILED\"", "\"reason\" : \"no credit\"")
        .contains("steps in for first: dearer (USD 2.00 against USD 1.00)");
  }
}
