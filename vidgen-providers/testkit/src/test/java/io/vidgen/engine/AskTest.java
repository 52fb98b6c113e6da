package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.VideoPipeline;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Deliverables;
import io.vidgen.job.Overrun;
import io.vidgen.job.PlanComparison;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Budget;
import io.vidgen.queue.QueueOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What somebody who is asked gets to see, and what becomes of strange answers. */
class AskTest extends BudgetFixture {
  private static final Budget LITTLE = Budget.perRender(usd("0.10"));
  private final List<RenderPlan> seen = new ArrayList<>();

  private static RenderOptions asking(Predicate<RenderPlan> answer) {
    return by("ann").project("spring").budget(LITTLE).overrun(Overrun.ask(answer)).build();
  }

  private boolean refuse(RenderPlan plan) {
    seen.add(plan);
    return false;
  }

  @Test
  void ask_plan_isTheOneThatIsPlanned() {
    try (var pipeline = builder(Budget.UNLIMITED).build()) {
      render(pipeline, sentences("a", 2), by("ann").project("spring").build());
      var request = sentences("b", 3);
      var options = asking(this::refuse);

      refused(pipeline, request, options);

      assertThat(seen).containsExactly(pipeline.plan(request, options));
    }
    var plan = seen.get(0);
    assertThat(plan.comparison().state()).isEqualTo(PlanComparison.State.COMPARED);
    assertThat(plan.describe()).doesNotContain("not compared").contains("only in memory");
  }

  @Test
  void ask_setOfDeliverables_getsItsPlan() {
    var set = Deliverables.of(sentences("a", 3)).asIs("main").format("square", VideoFormat.SQUARE);
    var options = asking(this::refuse);
    try (var pipeline = builder(Budget.UNLIMITED).build()) {
      assertThatThrownBy(() -> pipeline.submit(set, options)).isInstanceOf(VidgenException.class);

      assertThat(seen).containsExactly(pipeline.plan(set, options));
    }
    assertThat(seen.get(0).comparison().state()).isEqualTo(PlanComparison.State.FIRST);
  }

  @Test
  void ask_answerThrows_isAFailureThatSaysSo() {
    var broken = new IllegalStateException("nobody is at the desk");
    try (var pipeline = builder(Budget.UNLIMITED).build()) {
      var e =
          failed(
              pipeline,
              asking(
                  plan -> {
                    throw broken;
                  }));

      assertThat(e).hasMessageContaining("Overrun.ask").hasMessageContaining("nobody is at");
      assertThat(e).hasCause(broken);
    }
  }

  @Test
  @SuppressWarnings("NullAway") // as somebody does whose map has no answer
  void ask_answerIsNull_isAFailureThatSaysSo() {
    Boolean none = null;
    try (var pipeline = builder(Budget.UNLIMITED).build()) {
      var e = failed(pipeline, asking(plan -> none));

      assertThat(e).hasMessageContaining("Overrun.ask");
      assertThat(e.failure().remedy()).contains("true or false");
    }
  }

  @Test
  void ask_answerThrowsInAQueue_failsThatJobWithTheReason() {
    var options =
        asking(
            plan -> {
              throw new IllegalStateException("nobody is at the desk");
            });
    try (var pipeline = builder(Budget.UNLIMITED).build();
        var queue = pipeline.queue(QueueOptions.ofDefaults())) {
      var id = queue.submit(sentences("a", 3), options);

      assertThat(queue.completion(id).toCompletableFuture()).failsWithin(Duration.ofSeconds(30));
      var failure = queue.find(id).orElseThrow().failure();
      assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
      assertThat(failure.message()).contains("Overrun.ask").contains("nobody is at the desk");
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void ask_nobody_isRefusedAtThatLine() {
    assertThatThrownBy(() -> Overrun.ask(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("answer");
  }

  private VidgenException failed(VideoPipeline pipeline, RenderOptions options) {
    var request = sentences("a", 3);
    var e = catchThrowableOfType(VidgenException.class, () -> pipeline.submit(request, options));
    assertThat(e).as("not refused").isNotNull();
    assertThat(e.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(voice.calls().total()).isZero();
    assertThat(studio.ledger.all()).isEmpty();
    return e;
  }
}
