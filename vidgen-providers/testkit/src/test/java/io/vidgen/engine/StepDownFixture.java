package io.vidgen.engine;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.Chaining;
import io.vidgen.job.Overrun;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.SteppedDown;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.VideoRequest;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeVideoProvider;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;

/** Stories at USD 3.20 a clip, or 0.80 by a fast model, or 0.40 by a lite one. */
abstract class StepDownFixture extends StoryFixture {
  static final String FAST = "fast of fake-video";
  static final String LITE = "lite of fake-video";
  static final String STILL = "a still picture";

  FakeVideoProvider fast;
  FakeVideoProvider lite;

  @BeforeEach
  void loadTiers() {
    fast = videos(SubmitSafety.RECONCILABLE).model("fast", Money.usd("0.10"));
    lite = videos(SubmitSafety.RECONCILABLE).model("lite", Money.usd("0.05"));
    videos =
        videos(SubmitSafety.RECONCILABLE).model("standard", Money.usd("0.40")).tiers(fast, lite);
  }

  /** Clips on their own, each as dear as the others. */
  static StoryBuilder clips(int scenes) {
    return story(scenes).chaining(Chaining.SEPARATE);
  }

  static RenderOptions options(String usd, Overrun overrun) {
    return RenderOptions.builder()
        .budget(Budget.perRender(Money.usd(usd)))
        .overrun(overrun)
        .build();
  }

  static RenderOptions within(String usd) {
    return options(usd, Overrun.stepDown());
  }

  RenderPlan plan(VideoRequest request, RenderOptions options) {
    return plan(builder(), request, options);
  }

  static RenderPlan plan(
      VideoPipelineBuilder builder, VideoRequest request, RenderOptions options) {
    try (var pipeline = builder.build()) {
      return pipeline.plan(request, options);
    }
  }

  RenderJob end(VideoPipelineBuilder builder, VideoRequest request, RenderOptions options)
      throws InterruptedException {
    try (var pipeline = builder.build()) {
      var job = pipeline.submit(request, options);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }

  Render render(VideoRequest request, RenderOptions options) throws InterruptedException {
    return end(builder(), request, options).join();
  }

  /** What each lowered scene is made with. */
  static Map<Integer, String> lowered(RenderPlan plan) {
    return plan.stepDowns().stream()
        .collect(toMap(SteppedDown::scene, SteppedDown::to, (a, b) -> a, TreeMap::new));
  }

  /** What the vendor charged, by what each model takes for a second. */
  Money charged() {
    var sum = Money.usd("0");
    for (var model : new FakeVideoProvider[] {videos, fast, lite}) {
      for (ClipRequest request : model.requests()) {
        sum = sum.plus(((Price.Range) model.price(request)).high());
      }
    }
    return sum;
  }

  static Price usd(String amount) {
    return Price.exactly(Money.usd(amount));
  }
}
