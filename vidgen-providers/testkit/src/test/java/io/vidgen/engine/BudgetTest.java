package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Overrun;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.model.Character;
import io.vidgen.money.Budget;
import io.vidgen.testkit.FakeSpeechProvider;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Budgets without windows: refused before a cent is spent. */
class BudgetTest extends BudgetFixture {

  @Test
  void plan_overTheBudgetOfARender_saysByHowMuch() {
    try (var pipeline = builder(Budget.perRender(usd("0.25"))).build()) {
      var plan = pipeline.plan(sentences("a", 3));

      assertThat(plan.isRunnable()).isFalse();
      var problem = problems(plan).get(0);
      assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
      assertThat(problem.message())
          .contains("the budget of USD 0.25 for this render")
          .contains("USD 0.00 spent")
          .contains("USD 0.30 planned")
          .contains("USD 0.05 too much");
      assertThat(pipeline.plan(sentences("a", 2)).isRunnable()).isTrue();
    }
  }

  @Test
  void submit_overTheBudget_isRefusedAndNothingIsSent() {
    try (var pipeline = builder(Budget.perRender(usd("0.25"))).build()) {
      var e = refused(pipeline, sentences("a", 3), RenderOptions.DEFAULT);

      assertThat(e).hasMessageContaining("USD 0.05 too much").hasMessageContaining("nothing was");
      assertThat(e.failure().charged()).isFalse();
    }
    assertThat(studio.ledger.all()).isEmpty();
  }

  @Test
  void submit_optionsAndPipelineHaveBudgets_bothHold() {
    try (var pipeline = builder(Budget.perOwner(usd("0.30"))).build()) {
      render(pipeline, sentences("a", 2), by("ann").budget(Budget.perRender(usd("0.20"))).build());

      refused(pipeline, sentences("b", 2), by("ann").build());
      refused(pipeline, sentences("b", 1), by("bob").budget(Budget.perRender(usd("0"))).build());
      render(pipeline, sentences("b", 1), by("ann").build());
      render(pipeline, sentences("c", 3), by("bob").build());
    }
  }

  @Test
  void submit_boughtBefore_isReusedWhateverIsLeft() {
    try (var pipeline = builder(Budget.total(usd("0.20"))).build()) {
      render(pipeline, sentences("a", 2), RenderOptions.DEFAULT);

      render(pipeline, sentences("a", 2), RenderOptions.DEFAULT);
      refused(pipeline, sentences("b", 1), RenderOptions.DEFAULT);
    }
    assertThat(voice.calls().total()).isEqualTo(2);
  }

  @Test
  void submit_noProjectNamed_countsForTheTitle() {
    try (var pipeline = builder(Budget.perProject(usd("0.20"))).build()) {
      render(pipeline, sentences("a", 2), RenderOptions.DEFAULT);

      assertThat(refused(pipeline, sentences("b", 1), RenderOptions.DEFAULT))
          .hasMessageContaining("project 'Test'");
      render(pipeline, sentences("b", 1), RenderOptions.builder().project("other").build());
    }
  }

  @Test
  void submit_projectsOfOneNameAndTwoOwners_haveBudgetsOfTheirOwn() {
    try (var pipeline = builder(Budget.perProject(usd("0.10"))).build()) {
      render(pipeline, sentences("a", 1), by("ann").build());

      assertThat(pipeline.plan(sentences("b", 1), by("bob").build()).isRunnable()).isTrue();
      render(pipeline, sentences("b", 1), by("bob").build());

      assertThat(refused(pipeline, sentences("c", 1), by("ann").build()))
          .hasMessageContaining("project 'ann/Test'");
      assertThat(pipeline.spending().standings())
          .extracting(standing -> standing.limit().subject())
          .containsExactly("ann/Test", "bob/Test");
    }
  }

  @Test
  void submit_askedAndAgreed_mayCostWhatThePlanSays() {
    var seen = new ArrayList<RenderPlan>();
    try (var pipeline = builder(Budget.perRender(usd("0.10"))).build()) {
      var no = RenderOptions.builder().overrun(Overrun.ask(plan -> false)).build();
      refused(pipeline, sentences("a", 3), no);
      var yes = RenderOptions.builder().overrun(Overrun.ask(seen::add)).build();
      render(pipeline, sentences("a", 3), yes);
    }
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).price()).hasToString("USD 0.30");
    assertThat(problems(seen.get(0))).hasSize(1);
    assertThat(voice.calls().total()).isEqualTo(3);
  }

  @Test
  void submit_overABudgetOfOthers_isNotAsked() {
    var seen = new ArrayList<RenderPlan>();
    var budget = Budget.perRender(usd("0.10")).and(Budget.perOwner(usd("0.20")));
    try (var pipeline = builder(budget).build()) {
      refused(pipeline, sentences("a", 3), by("ann").overrun(Overrun.ask(seen::add)).build());
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void submit_certainlyNotCharged_freesTheAmount() {
    voice
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK,
            new VidgenException(Failure.of(FailureKind.AUTHENTICATION, "no", "")));
    try (var pipeline = builder(Budget.total(usd("0.10"))).build()) {
      assertThatThrownBy(() -> render(pipeline, sentences("a", 1), RenderOptions.DEFAULT))
          .isInstanceOf(VidgenException.class);

      render(pipeline, sentences("b", 1), RenderOptions.DEFAULT);
    }
  }

  @Test
  void submit_outcomeNotKnown_countsAsSpent() {
    voice
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK,
            new VidgenException(Failure.of(FailureKind.UNKNOWN_OUTCOME, "lost", "")));
    try (var pipeline = builder(Budget.total(usd("0.10"))).build()) {
      assertThatThrownBy(() -> render(pipeline, sentences("a", 1), RenderOptions.DEFAULT))
          .isInstanceOf(VidgenException.class);

      refused(pipeline, sentences("b", 1), RenderOptions.DEFAULT);
      assertThat(problems(pipeline.plan(sentences("a", 1)))).as("reserved once").isEmpty();
      assertThat(pipeline.spending().total().reserved()).containsExactly(usd("0.10"));
      assertThat(pipeline.spending().total().open()).isEqualTo(1);
    }
  }

  @Test
  void submit_chargedAndFailed_isNotHeldAgainstTheNextRender() {
    voice
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK,
            new VidgenException(Failure.of(FailureKind.PROTOCOL, "odd", "").charged(true)));
    try (var pipeline = builder(Budget.perRender(usd("0.10"))).build()) {
      assertThatThrownBy(() -> render(pipeline, sentences("a", 1), RenderOptions.DEFAULT))
          .isInstanceOf(VidgenException.class);

      render(pipeline, sentences("a", 1), RenderOptions.DEFAULT);

      assertThat(pipeline.spending().total().spent()).containsExactly(usd("0.20"));
      assertThat(pipeline.spending().byRender()).hasSize(2);
    }
  }

  @Test
  void build_budgetIsSet_holdsForEachRender() {
    try (var pipeline = builder(Budget.UNLIMITED).option("vidgen.budget", "0.25").build()) {
      refused(pipeline, sentences("a", 3), RenderOptions.DEFAULT);
      render(pipeline, sentences("a", 2), RenderOptions.DEFAULT);
    }
    assertThatThrownBy(() -> builder(Budget.UNLIMITED).option("vidgen.budget", "much").build())
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("vidgen.budget");
    assertThatThrownBy(() -> builder(Budget.UNLIMITED).option("vidgen.budget", "-1").build())
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void draw_overTheBudget_isRefusedAndNothingIsDrawn() {
    var painter = new PaidPictures();
    var amy = Character.create("Amy", "a girl", "ink");
    try (var pipeline = builder(Budget.perRender(usd("0.03"))).images(painter).build()) {
      assertThat(problems(pipeline.planDraw(amy))).hasSize(1);
      assertThatThrownBy(() -> pipeline.draw(amy))
          .isInstanceOfSatisfying(
              VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.OVER_BUDGET));
    }
    assertThat(studio.ledger.all()).isEmpty();
  }

  @Test
  void spending_afterRenders_isByWhomAndForWhat() {
    try (var pipeline = builder(Budget.perOwner(usd("1"))).build()) {
      render(pipeline, sentences("a", 2), by("ann").project("spring").build());
      render(pipeline, sentences("b", 3), by("bob").project("spring").build());

      var spending = pipeline.spending();

      assertThat(spending.total().spent()).containsExactly(usd("0.50"));
      assertThat(spending.byOwner().get("bob").spent()).containsExactly(usd("0.30"));
      assertThat(spending.byProject().get("ann/spring").spent()).containsExactly(usd("0.20"));
      assertThat(spending.byProvider().get("dear").spent()).containsExactly(usd("0.50"));
      assertThat(spending.byRender()).hasSize(2);
      assertThat(spending.standings())
          .extracting(standing -> standing.limit().subject() + " " + standing.left())
          .containsExactly("ann USD 0.80", "bob USD 0.70");
    }
  }
}
