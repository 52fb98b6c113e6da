package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.Narrated;
import io.vidgen.job.Overrun;
import io.vidgen.job.Render;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.ledger.Spending;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.queue.QueueOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The code of docs/cost.md about budgets. */
class BudgetDocTest extends BudgetFixture {
  private final List<String> said = new ArrayList<>();

  @Test
  void sample_budgets_holdTogether() {
    assertThat(render(studio.builder().speech(voice), sentences("a", 3)).cost())
        .hasToString("USD 0.30");
  }

  private static Render render(VideoPipelineBuilder builder, Narrated story) {
    // tag::budget
    Budget house =
        Budget.perRender(Money.usd("5.00"))
            .and(Budget.perOwner(Money.usd("50"), Duration.ofDays(30)))
            .and(Budget.googleTier1());
    VideoPipeline pipeline = builder.budget(house).build();

    RenderOptions options =
        RenderOptions.builder()
            .owner("customer-17")
            .project("spring")
            .budget(Budget.perRender(Money.usd("2.00")))
            .build();
    RenderPlan plan = pipeline.plan(story, options); // says by how much it is over, and of what
    Render render = pipeline.render(story, options); // refused before a cent is spent
    // end::budget
    pipeline.close();
    assertThat(plan.isRunnable()).isTrue();
    return render;
  }

  @Test
  void sample_ask_raisesTheLimit() {
    // tag::ask
    RenderOptions options =
        RenderOptions.builder()
            .budget(Budget.perRender(Money.usd("2.00")))
            .overrun(Overrun.ask(plan -> confirm(plan.describe())))
            .build();
    // end::ask
    try (var pipeline = builder(Budget.UNLIMITED).build()) {
      render(pipeline, sentences("a", 21), options);
    }
    assertThat(said).hasSize(1);
  }

  private boolean confirm(String plan) {
    return said.add(plan);
  }

  @Test
  void sample_spending_saysWhatIsLeft() {
    try (var pipeline = builder(Budget.perOwner(usd("1"))).build()) {
      render(pipeline, sentences("a", 2), by("bob").build());
      // tag::spending
      Spending spending = pipeline.spending();
      Spending.Tally bob = spending.byOwner().get("bob"); // spent, reserved, calls under way
      for (Spending.Standing standing : spending.standings()) {
        report(standing.limit() + ": " + standing.left() + " left"); // one for each owner, too
      }
      // end::spending
      assertThat(bob.spent()).containsExactly(usd("0.20"));
    }
    assertThat(said).containsExactly("USD 1.00 for owner 'bob': USD 0.80 left");
  }

  /** The code of docs/queue.md about owners. */
  @Test
  void sample_queue_spendsForTheOwner() throws Exception {
    var request = sentences("a", 2);
    try (var pipeline = studio.builder().speech(voice).build();
        var queue = pipeline.queue(QueueOptions.ofDefaults())) {
      // tag::owner
      RenderOptions options =
          RenderOptions.builder().owner("customer-17").project("spring").build();
      String id = queue.submit(request, options);
      // end::owner
      queue.completion(id).toCompletableFuture().get(100, TimeUnit.SECONDS);

      assertThat(pipeline.spending().byOwner().get("customer-17").spent())
          .containsExactly(usd("0.20"));
    }
  }

  private void report(String line) {
    said.add(line);
  }
}
