package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Deliverables;
import io.vidgen.job.RenderOptions;
import io.vidgen.money.Budget;
import io.vidgen.queue.QueueOptions;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Limits of some providers name those that are there: one of a stranger would limit nothing. */
class LimitedProvidersTest extends BudgetFixture {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Budget MISSPELT =
      Budget.UNLIMITED.andWindow(usd("0.10"), HOUR, "Dear", "dear");

  @Test
  void build_limitOfAStranger_isRefusedWithTheIdsThereAre() {
    var e = invalid(() -> builder(MISSPELT).build().close());

    var problem = e.problems().get(0);
    assertThat(e.problems()).hasSize(1);
    assertThat(problem.field()).isEqualTo("budget");
    assertThat(problem.message()).contains("names Dear, and no such").contains("fake-image");
    assertThat(problem.message()).containsPattern("there are \\[.*dear.*]");
    assertThat(problem.remedy()).contains("correct the id");
  }

  @Test
  void build_limitsOfThoseThatAreThere_hold() {
    var budget = Budget.UNLIMITED.andWindow(usd("0.10"), HOUR, "dear").and(Budget.googleTier1());

    assertThatCode(() -> builder(budget).build().close()).doesNotThrowAnyException();
  }

  @Test
  void submit_limitOfAStrangerInTheOptions_isRefusedAndNothingIsSent() {
    var options = RenderOptions.builder().budget(MISSPELT).build();
    var request = sentences("a", 2);
    var set = Deliverables.of(request).asIs("main");
    try (var pipeline = builder(Budget.UNLIMITED).build();
        var queue = pipeline.queue(QueueOptions.ofDefaults())) {
      assertThat(pipeline.plan(request, options).isRunnable()).isFalse();
      assertThat(pipeline.plan(set, options).problems())
          .extracting(Problem::message)
          .anyMatch(message -> message.contains("names Dear,"));
      invalid(() -> pipeline.submit(request, options));
      invalid(() -> pipeline.submit(set, options));
      invalid(() -> queue.submit(request, options));
    }
    assertThat(voice.calls().total()).isZero();
    assertThat(studio.ledger.all()).isEmpty();
  }

  private static VidgenException invalid(ThrowingCallable call) {
    var e = catchThrowableOfType(VidgenException.class, call);
    assertThat(e).as("not refused").isNotNull();
    assertThat(e.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    return e;
  }
}
