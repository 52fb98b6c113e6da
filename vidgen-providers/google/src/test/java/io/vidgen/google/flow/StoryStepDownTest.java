package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Chaining;
import io.vidgen.job.JobState;
import io.vidgen.job.Overrun;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.SteppedDown;
import io.vidgen.job.Story;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.sandbox.AskedRequest;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stories that are stepped down to cheaper Veo models and pictures, at the sandbox's prices. */
@Timeout(300)
class StoryStepDownTest {
  @TempDir Path directory;

  @Test
  void render_heroAndThreeOthers_costsWhatTheSteppedDownPlanSays() throws Exception {
    var story = StoryFlows.chain(4).toBuilder().chaining(Chaining.SEPARATE).hero(1).build();

    var made = make(story, "4.20");

    assertThat(made.plan().stepDowns())
        .extracting(SteppedDown::to)
        .containsExactly(
            "veo-3.1-lite-generate-preview of veo",
            "veo-3.1-lite-generate-preview of veo",
            "a still picture");
    assertThat(made.models())
        .containsExactlyInAnyOrder(
            "veo-3.1-generate-preview",
            "veo-3.1-lite-generate-preview",
            "veo-3.1-lite-generate-preview");
    made.assertChargedAsPlanned();
  }

  @Test
  void render_chain_costsWhatTheSteppedDownPlanSays() throws Exception {
    var made = make(StoryFlows.chain(2), "3.00");

    assertThat(made.plan().stepDowns())
        .extracting(SteppedDown::to)
        .containsExactly(
            "veo-3.1-fast-generate-preview of veo", "veo-3.1-fast-generate-preview of veo");
    made.assertChargedAsPlanned();
  }

  private record Made(RenderPlan plan, BigDecimal charged, List<String> models) {
    /** A picture costs a little more or less by its words, and an extension by what is billed. */
    void assertChargedAsPlanned() {
      var range = (Price.Range) plan.price();
      assertThat(charged).isBetween(range.low().amount(), range.high().amount());
    }
  }

  private Made make(Story story, String budget) throws Exception {
    var options =
        RenderOptions.builder()
            .budget(Budget.perRender(Money.usd(budget)))
            .overrun(Overrun.stepDown())
            .build();
    var plans = new ArrayList<RenderPlan>();
    try (var sandbox = Sandbox.builder().scale(0).start()) {
      RenderJob job =
          StoryFlows.inProcess(
              Files.createDirectories(directory.resolve("story")),
              UnaryOperator.identity(),
              StoryFlows.unfilmed(sandbox.environment()),
              pipeline -> {
                plans.add(pipeline.plan(story, options));
                return pipeline.submit(story, options);
              });
      assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
      var charged =
          sandbox.charges().stream()
              .filter(charge -> charge.vendor() == Vendor.GOOGLE)
              .map(Charge::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      var models =
          sandbox.requests().stream()
              .filter(asked -> asked.operation().equals(Account.SUBMIT))
              .map(AskedRequest::path)
              .map(path -> path.replaceAll(".*models/([^:]+):.*", "$1"))
              .toList();
      return new Made(plans.get(0), charged, models);
    }
  }
}
