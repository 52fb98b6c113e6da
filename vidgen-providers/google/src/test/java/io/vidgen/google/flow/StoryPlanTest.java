package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.Chaining;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.money.Price;
import io.vidgen.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plans of stories at Google: the vendor never hears of them. */
@Timeout(300)
class StoryPlanTest {
  @TempDir Path directory;

  @Test
  void plan_storiesOfEveryKind_noRequestReachesTheVendor() throws Exception {
    try (var sandbox = Sandbox.builder().scale(0).start()) {
      var builder =
          VideoPipeline.builder()
              .directory(directory)
              .scripts("gemini")
              .images("nano-banana")
              .videos("veo");
      sandbox.environment().forEach(builder::option);
      try (var pipeline = builder.build()) {
        for (var story : stories()) {
          var plan = pipeline.plan(story);

          assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
          assertThat(plan.price()).isInstanceOf(Price.Range.class);
          assertThat(plan.billByProvider().get("veo").isFree()).isFalse();
        }
        assertThat(pipeline.ledger().all()).isEmpty();
      }
      assertThat(sandbox.requests()).isEmpty();
      assertThat(sandbox.charges()).isEmpty();
    }
  }

  private static List<Story> stories() {
    var theme =
        VideoRequest.story("a letter in a bottle")
            .length(Duration.ofSeconds(30))
            .characters(Character.create("Mira", "a lighthouse keeper", "3D"));
    return List.of(
        StoryFlows.chain(3),
        StoryFlows.chain(2).toBuilder().chaining(Chaining.INTERPOLATED).build(),
        StoryFlows.chain(2).toBuilder().chaining(Chaining.SEPARATE).build(),
        theme.build());
  }
}
