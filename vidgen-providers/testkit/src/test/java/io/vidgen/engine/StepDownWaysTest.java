package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Chaining;
import io.vidgen.job.JobState;
import io.vidgen.job.Overrun;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.Shoot;
import io.vidgen.job.StepDown;
import io.vidgen.model.Transition;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ClipRequest;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of chains, pictures and narrations when their scenes are stepped down. */
class StepDownWaysTest extends StepDownFixture {

  @Test
  void render_picturesBetweenClips_stayWhenTheModelChanges() throws Exception {
    var story =
        story(4)
            .chaining(Chaining.INTERPOLATED)
            .transition(new Transition(Transition.Kind.FADE, 12))
            .build();
    var plan = plan(story, within("9"));

    assertThat(StepDownTest.made(plan, 4)).isEqualTo("SSFF");
    var render = render(story, within("9"));

    assertThat(render.cost()).isEqualTo(plan.price());
    var last = videos.requests().stream().map(ClipRequest::lastFrame).toList();
    var first = fast.requests().stream().map(ClipRequest::firstFrame).toList();
    assertThat(last).containsAnyElementsOf(first);
    assertThat(asked(FakeComposer.SEGMENT))
        .allMatch(segment -> segment.contains("transition=null"));
  }

  @Test
  void render_tierThatExtendsNothing_makesClipsOnTheirOwn() throws Exception {
    var alone =
        ClipLimits.builder().lengths(List.of(Duration.ofSeconds(8))).maxReferences(0).build();
    fast = fast.limited(alone);
    videos = videos.tiers(fast);
    var story = story(3).build();

    var plan = plan(story, within("5"));

    assertThat(lowered(plan)).isEqualTo(Map.of(2, FAST, 3, FAST));
    assertThat(plan.price()).isEqualTo(usd("4.8"));
    assertThat(render(story, within("5")).cost()).isEqualTo(usd("4.8"));
    assertThat(fast.requests()).hasSize(2).allMatch(asked -> asked.extend() == null);
  }

  @Test
  void plan_picturesOfNarratedScenes_areDrawnByTheOneThatIsNamed() {
    var paid = new PaidPictures();
    var free = FakeImageProvider.create();
    var builder = builder().images(paid, free);
    var narrated = Studio.narrated("One.", "Two.", "Three.");
    var order = Overrun.stepDown(StepDown.provider(free.id()));

    var plan = plan(builder, narrated, options("0.09", order));

    assertThat(lowered(plan)).isEqualTo(Map.of(3, "a picture of " + free.id()));
    assertThat(plan.price()).isEqualTo(usd("0.08"));
    assertThat(plan.steps().stream().filter(s -> s.kind().equals("image")))
        .extracting(PlannedStep::provider)
        .containsExactly("paid-pictures", "paid-pictures", free.id());
    var refused = plan(builder().images(paid, free), narrated, within("0.09"));
    assertThat(refused.isRunnable()).isFalse();
    assertThat(refused.stepDowns()).isEmpty();
  }

  @Test
  void plan_narratedScenesOfAStory_stepDownToo() throws Exception {
    var paid = new PaidPictures();
    var free = FakeImageProvider.create();
    var story = clips(2).shoot(2, Shoot.NARRATED).build();
    var order = Overrun.stepDown(StepDown.still(), StepDown.provider(free.id()));

    var plan = plan(builder().images(paid, free), story, options("0.05", order));

    assertThat(lowered(plan)).isEqualTo(Map.of(1, STILL, 2, "a picture of " + free.id()));
    var least = plan(builder().images(paid, free), story, options("0.01", order));
    assertThat(lowered(least)).containsEntry(1, STILL + " of " + free.id());
    assertThat(least.price()).isEqualTo(Price.free());
    var job = end(builder().images(paid, free), story, options("0.01", order));
    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(vendor.posts()).isZero();
  }

  @Test
  void plan_draftedBefore_picturesOfTheDraftDoNotCountAsBought() throws Exception {
    render(clips(2).build().draft());

    assertThat(StepDownTest.made(plan(clips(2).build(), within("4")), 2)).isEqualTo("SF");
  }

  @Test
  void render_othersSpendTheSharedBudgetMeanwhile_failsBeforeItIsPassed() throws Exception {
    var owner =
        RenderOptions.builder()
            .owner("me")
            .budget(Budget.perOwner(Money.usd("8")))
            .overrun(Overrun.stepDown())
            .build();
    try (var pipeline = builder().build()) {
      var other = story(scene("another", 1, "Mia", "Hello.")).build();
      var jobs = new ArrayList<RenderJob>();
      jobs.add(pipeline.submit(clips(2).build(), owner));
      try {
        jobs.add(pipeline.submit(other, owner));
      } catch (VidgenException e) {
        // The first may have spent it before the second is planned.
        assertThat(e.kind()).isEqualTo(FailureKind.OVER_BUDGET);
      }
      for (var job : jobs) {
        studio.time.flyUntil(job.completion(), Studio.PATIENCE);
        job.failure().ifPresent(f -> assertThat(f.kind()).isEqualTo(FailureKind.OVER_BUDGET));
      }
      assertThat(jobs).extracting(RenderJob::state).contains(JobState.SUCCEEDED);
    }
    assertThat(charged()).isLessThanOrEqualTo(Money.usd("8"));

    var next = end(builder(), clips(2).build(), owner);

    assertThat(next.state()).as("%s", next.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(charged()).isLessThanOrEqualTo(Money.usd("8"));
  }

  @Test
  void tiers_ofAFake_areNotAskedWithoutABudget() throws Exception {
    render(clips(2).build());

    assertThat(List.of(fast, lite)).allMatch(tier -> tier.requests().isEmpty());
    assertThat(videos.tiers()).hasSize(2).allMatch(FakeVideoProvider.class::isInstance);
  }
}
