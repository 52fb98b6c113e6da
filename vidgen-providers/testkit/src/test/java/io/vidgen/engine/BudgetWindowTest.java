package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderOptions;
import io.vidgen.ledger.StepRecord;
import io.vidgen.money.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Budgets with windows: waited for without a thread. */
class BudgetWindowTest extends BudgetFixture {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Test
  void plan_moreThanAWindow_warnsHowLongItWaits() {
    try (var pipeline = builder(Budget.total(usd("0.20"), TEN_MINUTES)).build()) {
      var plan = pipeline.plan(sentences("a", 5));

      assertThat(plan.isRunnable()).isTrue();
      var problem = problems(plan).get(0);
      assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
      assertThat(problem.message()).contains("USD 0.50 planned").contains("up to 20 min");
    }
  }

  @Test
  void plan_oneStepOverAWindow_isAnError() {
    try (var pipeline = builder(Budget.total(usd("0.09"), TEN_MINUTES)).build()) {
      assertThat(pipeline.plan(sentences("a", 1)).isRunnable()).isFalse();
      refused(pipeline, sentences("a", 1), RenderOptions.DEFAULT);
    }
  }

  @Test
  void render_moreThanAWindow_waitsUntilThereIsRoom() {
    var began = studio.time.instant();
    try (var pipeline = builder(Budget.total(usd("0.20"), TEN_MINUTES)).build()) {
      render(pipeline, sentences("a", 5), RenderOptions.DEFAULT);
    }

    assertThat(Duration.between(began, studio.time.instant()))
        .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(21));
    assertThat(log.of(RenderEvent.StepWaiting.class))
        .isNotEmpty()
        .allMatch(e -> e.why().contains("the budget of USD 0.20 in any 10 minutes"));
    assertThat(log.of(RenderEvent.StepFailed.class)).isEmpty();
    assertThat(mostInAWindow()).isEqualTo(2);
  }

  private long mostInAWindow() {
    List<Instant> sent =
        studio.ledger.all().stream()
            .filter(step -> step.kind().equals("speech"))
            .map(StepRecord::announcedAt)
            .toList();
    assertThat(sent).hasSize(5);
    return sent.stream()
        .mapToLong(
            at ->
                sent.stream()
                    .filter(t -> !t.isBefore(at) && t.isBefore(at.plus(TEN_MINUTES)))
                    .count())
        .max()
        .orElse(0);
  }

  @Test
  void render_sameStepForOtherOwner_isNotHeldUpByTheFirstOnesBudget() throws Exception {
    try (var pipeline = builder(Budget.perOwner(usd("0.10"), TEN_MINUTES)).build()) {
      render(pipeline, sentences("a", 1), by("ann").build());
      var waits = pipeline.submit(sentences("b", 1), by("ann").build());
      awaitInSeconds(() -> waits.state() == JobState.WAITING_REMOTE);

      var other = pipeline.submit(sentences("b", 1), by("bob").build());
      awaitInSeconds(() -> other.state() == JobState.SUCCEEDED);

      assertThat(studio.time.flyUntil(waits.completion(), Studio.PATIENCE)).isTrue();
      assertThat(waits.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(voice.calls().total()).isEqualTo(2);
      assertThat(pipeline.spending().byOwner().get("bob").spent()).containsExactly(usd("0.10"));
    }
  }

  /** Moves time on, but far less than a window. */
  private void awaitInSeconds(BooleanSupplier condition) {
    assertThat(
            Studio.await(
                () -> {
                  studio.time.advance(Duration.ofMillis(1));
                  return condition.getAsBoolean();
                }))
        .isTrue();
  }
}
