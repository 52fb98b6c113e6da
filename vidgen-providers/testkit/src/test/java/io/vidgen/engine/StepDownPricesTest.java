package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.Overrun;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is stepped down for a price that no cheaper way makes known. */
class StepDownPricesTest extends StepDownFixture {
  private static final Money EUROS = new Money(new BigDecimal("1000"), Currency.getInstance("EUR"));

  @Test
  void plan_budgetInAnotherCurrency_isRefusedAsWithoutSteppingDown() {
    var lower = plan(clips(2).build(), euros(Overrun.stepDown()));
    var fail = plan(clips(2).build(), euros(Overrun.fail()));

    assertThat(lower.stepDowns()).isEmpty();
    assertThat(lower.isRunnable()).isFalse();
    assertThat(lower.price()).isEqualTo(usd("6.40"));
    assertThat(errors(lower)).isEqualTo(errors(fail)).hasSize(1);
    assertThat(errors(lower).get(0).message()).contains("EUR").contains("clip-1, clip-2");
    assertThat(errors(lower).get(0).remedy()).contains("allowUnpriced");
  }

  @Test
  void submit_budgetInAnotherCurrency_isRefusedAndNothingIsSent() {
    try (var pipeline = builder().build()) {
      var e =
          catchThrowableOfType(
              VidgenException.class,
              () -> pipeline.submit(clips(2).build(), euros(Overrun.stepDown())));

      assertThat(e.kind()).isEqualTo(FailureKind.OVER_BUDGET);
      assertThat(e).hasMessageContaining("nobody can say in EUR").hasMessageContaining("clip-2");
    }
    assertThat(vendor.posts()).isZero();
    assertThat(studio.ledger.all()).isEmpty();
  }

  @Test
  void plan_alsoOverABudgetOfItsOwnCurrency_isNotSteppedDownEither() {
    var both = Budget.perRender(Money.usd("5")).and(Budget.perRender(EUROS));
    var options = RenderOptions.builder().budget(both).overrun(Overrun.stepDown()).build();

    var plan = plan(clips(2).build(), options);

    assertThat(plan.stepDowns()).isEmpty();
    assertThat(errors(plan)).hasSize(2);
  }

  @Test
  void plan_otherCurrencyIsAllowed_stepsDownForTheOther() {
    var both = Budget.perRender(EUROS).allowUnpriced().and(Budget.perRender(Money.usd("4")));
    var options = RenderOptions.builder().budget(both).overrun(Overrun.stepDown()).build();

    var plan = plan(clips(2).build(), options);

    assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
    assertThat(StepDownTest.made(plan, 2)).isEqualTo("SF");
  }

  @Test
  void render_allIsBoughtAlready_needsNoPrice() throws Exception {
    var bought = render(clips(2).build(), within("4"));

    var job = end(builder(), clips(2).build(), euros(Overrun.stepDown()));

    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(charged()).isEqualTo(Money.usd("4"));
    assertThat(bought.cost()).isEqualTo(usd("4"));
  }

  private static RenderOptions euros(Overrun overrun) {
    return RenderOptions.builder().budget(Budget.perRender(EUROS)).overrun(overrun).build();
  }

  private static List<Problem> errors(RenderPlan plan) {
    return plan.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
  }
}
