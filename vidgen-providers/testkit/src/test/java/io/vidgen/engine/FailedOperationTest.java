package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeVendor.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations that a vendor accepted, and whose result never comes. */
class FailedOperationTest extends VendorTest {
  private static final Failure NOTHING =
      Failure.of(FailureKind.PROTOCOL, "done, with neither result nor reason", "look at the usage");
  private static final Failure LOST =
      Failure.of(FailureKind.PROTOCOL, "the file is not found", "resolve the step").charged(null);

  @ParameterizedTest
  @EnumSource(SubmitSafety.class)
  void render_operationFailedPerhapsCharged_isNeverBoughtAgain(SubmitSafety safety)
      throws Exception {
    vendor.onPoll(new Fault.FailOperation(NOTHING));

    var job = end(remote(safety));
    var again = end(remote(safety));

    assertThat(job.state()).isEqualTo(JobState.NEEDS_ATTENTION);
    assertThat(job.failure().orElseThrow().message()).contains(NOTHING.message());
    assertThat(again.state()).isEqualTo(JobState.NEEDS_ATTENTION);
    assertThat(vendor.posts()).isEqualTo(1);
  }

  @Test
  void render_twoJobsOfAnOperationThatFailed_buyOnce() throws Exception {
    vendor.onPoll(new Fault.FailOperation(NOTHING));

    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      var one = pipeline.submit(ONE).completion().handle((r, e) -> r).toCompletableFuture();
      var two = pipeline.submit(ONE).completion().handle((r, e) -> r).toCompletableFuture();
      studio.time.flyUntil(CompletableFuture.allOf(one, two), Studio.PATIENCE);
    }

    assertThat(vendor.posts()).isEqualTo(1);
  }

  @Test
  void needsAttention_operationFailedPerhapsCharged_namesIt() throws Exception {
    vendor.onPoll(new Fault.FailOperation(NOTHING));
    end(remote(SubmitSafety.RECONCILABLE));

    try (var pipeline = studio.timed(remote(SubmitSafety.RECONCILABLE)).build()) {
      assertThat(pipeline.needsAttention()).containsExactly(record());
      assertThat(pipeline.plan(ONE).problems())
          .anyMatch(problem -> problem.remedy().contains("VideoPipeline.resolve"));
    }
    assertThat(record().operation().id()).isEqualTo(vendor.charges().get(0).operation());
    assertThat(record().failure()).isEqualTo(NOTHING);
  }

  @Test
  void resolve_operationFailedPerhapsCharged_goesOnAsAPersonSays() throws Exception {
    vendor.onPoll(new Fault.FailOperation(NOTHING));
    end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(resolve(new Resolution.GiveUp()).spent()).isEqualTo(Money.usd("0.10"));

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(record().spent()).isEqualTo(Money.usd("0.20"));
  }

  @Test
  void render_withheldPerhapsCharged_isNeverBoughtAgain() throws Exception {
    vendor.withholdResults(Failure.of(FailureKind.CONTENT_FILTERED, "withheld", ""));

    end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.NEEDS_ATTENTION);
    assertThat(vendor.posts()).isEqualTo(1);
  }

  @Test
  void resolve_resultCannotBeGot_isBoughtAnew() throws Exception {
    vendor.withholdResults(LOST);
    end(remote(SubmitSafety.AT_MOST_ONCE));
    assertThat(record().state()).isEqualTo(StepState.SUBMITTED);
    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      assertThat(pipeline.needsAttention()).containsExactly(record());
    }

    resolve(new Resolution.GiveUp());

    vendor.withholdResults(null);
    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(record().spent()).isEqualTo(Money.usd("0.20"));
    assertThat(vendor.posts()).isEqualTo(2);
  }

  @Test
  void resolve_resultIsThereAfterAll_isNotNeeded() throws Exception {
    vendor.withholdResults(LOST);
    end(remote(SubmitSafety.AT_MOST_ONCE));
    vendor.withholdResults(null);

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(record().failure()).isNull();
    assertThat(vendor.posts()).isEqualTo(1);
  }

  @Test
  void resolve_operationNeverEnds_canBeGivenUp() throws Exception {
    vendor.readyAfterPolls(Integer.MAX_VALUE);
    end(remote(SubmitSafety.AT_MOST_ONCE));

    resolve(new Resolution.GiveUp());

    vendor.readyAfterPolls(1);
    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(vendor.posts()).isEqualTo(2);
  }

  @Test
  void resolve_providerWorksOnIt_isRefused() throws Exception {
    vendor.readyAfterPolls(Integer.MAX_VALUE);
    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      var job = pipeline.submit(ONE);
      assertThat(Studio.await(() -> job.state() == JobState.WAITING_REMOTE)).isTrue();
      assertThatThrownBy(() -> resolve(new Resolution.GiveUp()))
          .isInstanceOf(VidgenException.class)
          .hasMessageContaining("works on it");
      assertThat(pipeline.needsAttention()).isEmpty();
      job.cancel();
    }
  }

  @Test
  void resolve_completedAndItsFilesGoneEverywhere_isBoughtAnew() throws Exception {
    end(remote(SubmitSafety.AT_MOST_ONCE));
    loseFiles();
    vendor.withholdResults(LOST);
    assertThat(speech(plan()).action()).isEqualTo(Action.RESUME);
    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.FAILED);
    assertThat(plan().problems())
        .filteredOn(problem -> problem.severity() == Problem.Severity.WARNING)
        .anyMatch(problem -> problem.message().contains(LOST.message()));

    assertThat(resolve(new Resolution.Resubmit()).spent()).isEqualTo(Money.usd("0.10"));

    vendor.withholdResults(null);
    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(record().spent()).isEqualTo(Money.usd("0.20"));
    assertThat(vendor.posts()).isEqualTo(2);
  }

  private RenderPlan plan() {
    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      return pipeline.plan(ONE);
    }
  }

  private static PlannedStep speech(RenderPlan plan) {
    return plan.steps().stream()
        .filter(step -> step.kind().equals("speech"))
        .findFirst()
        .orElseThrow();
  }

  private void loseFiles() throws IOException {
    Files.delete(studio.ledger.artifacts().find(record().artifacts().get(0)).orElseThrow());
  }
}
