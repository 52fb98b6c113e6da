package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Problem;
import io.vidgen.google.GoogleOptions;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoOptionsBuilder;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderPlan;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The usual story, whose clips go on from each other, on Google's platform. */
@Timeout(300)
class StoryPlatformTest {
  /** The last goes on from one that went on itself. */
  private static final int CLIPS = 3;

  @TempDir static Path directory;

  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.builder().scale(0).start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void chain_withABucket_isMadeByExtensions() throws Exception {
    var account = Account.of(sandbox);

    var job =
        StoryFlows.inProcess(
            Files.createTempDirectory(directory, "story"),
            UnaryOperator.identity(),
            with(veo().storage("gs://films/stories")),
            pipeline -> pipeline.submit(StoryFlows.chain(CLIPS)));

    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(account.submits()).hasSize(CLIPS);
    assertThat(account.clips()).isEqualTo(CLIPS);
  }

  @Test
  void chain_withoutABucket_namesTheSettingThatIsMissing() throws Exception {
    RenderPlan plan;
    try (var pipeline =
        with(veo()).directory(Files.createTempDirectory(directory, "story")).build()) {
      plan = pipeline.plan(StoryFlows.chain(2));
    }

    assertThat(plan.problems())
        .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
        .extracting(Problem::remedy)
        .anySatisfy(
            remedy -> assertThat(remedy).contains("platform").contains("vidgen.veo.storage=gs://"));
  }

  private static VideoPipelineBuilder with(VeoOptionsBuilder veo) {
    return StoryFlows.unfilmed(sandbox.environment()).videos(new VeoVideoProvider(veo.build()));
  }

  private static VeoOptionsBuilder veo() {
    return VeoOptions.builder(
            GoogleOptions.platform("films", "us-central1")
                .accessTokens(() -> Secret.of(sandbox.environment().get("GEMINI_API_KEY")))
                .url(URI.create(sandbox.url(Vendor.GOOGLE)))
                .build())
        .firstPoll(Duration.ofMillis(100));
  }
}
