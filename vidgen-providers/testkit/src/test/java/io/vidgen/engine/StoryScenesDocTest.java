package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.FilterAnswer;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.job.Resolution;
import io.vidgen.job.Shoot;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Character;
import io.vidgen.model.Script;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeVendor.Fault;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The code of docs/story.md about drafts, scenes that are no clips, and clips that fail. */
class StoryScenesDocTest extends ShootingTest {
  private static final Script SCRIPT =
      script(
          scene("A harbour.", "One goes out."),
          scene("A map.", "Two is narrated."),
          scene("A face.", "Three is what I say."));

  @Test
  void sample_draft_isPromotedSceneByScene() throws Exception {
    var done = flying(pipeline -> promote(pipeline, SCRIPT));

    assertThat(done.duration()).isEqualTo(Duration.ofSeconds(8 + 7 + 7));
    assertThat(vendor.posts()).isEqualTo(3);
  }

  private static Render promote(VideoPipeline pipeline, Script script) {
    // tag::draft
    Story story = VideoRequest.story(script).build();

    Render draft = pipeline.render(story.draft()); // free
    Render first = pipeline.render(story.draft().promote(1)); // buys the clip of scene 1
    Render two = pipeline.render(story.draft().promote(1, 2)); // and scene 2, which goes on from it
    Render done = pipeline.render(story.promoteAll()); // the rest
    // end::draft
    assertThat(first.duration()).isEqualTo(draft.duration()).isEqualTo(two.duration());
    return done;
  }

  @Test
  void sample_mixedScenes_areOneVideo() throws Exception {
    var mira = Character.create("Mira", "a woman in a red coat", "").withAvatar("anna");
    var script = SCRIPT;
    // tag::shoot
    Story story =
        VideoRequest.story(script)
            .characters(mira)
            .shoot(2, Shoot.NARRATED) // a voice over a moving picture
            .shoot(3, Shoot.AVATAR) // Mira speaks it
            .build();
    // end::shoot
    assertThat(ids(plan(story))).contains("clip-1", "speech-2", "avatar-3");
    assertThat(render(story).video()).exists();
  }

  @Test
  void sample_filter_isAnswered() throws Exception {
    var script =
        script(scene("A harbour.", "One goes out " + FakeVideoProvider.FILTERED_ONCE + "."));
    // tag::filtered
    Story story =
        VideoRequest.story(script)
            .whenFiltered(FilterAnswer.ASK_AGAIN, FilterAnswer.OWN_VOICE)
            .build();
    // end::filtered
    assertThat(render(story).duration()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void sample_unknownOutcome_isResolved() throws Exception {
    camera =
        FakeVideoProvider.of(vendor, SubmitSafety.AT_MOST_ONCE)
            .polled(Duration.ofSeconds(5), studio.time);
    vendor.onSubmit(new Fault.LoseAnswer());
    var story = three().build();
    assertThat(end(builder(), story).state()).isEqualTo(JobState.NEEDS_ATTENTION);
    try (var pipeline = builder().build()) {
      // tag::resolve
      for (StepRecord step : pipeline.needsAttention()) {
        pipeline.resolve(step.fingerprint(), new Resolution.Resubmit()); // or Adopt, GiveUp
      }
      // end::resolve
    }
    assertThat(render(story).duration()).isEqualTo(Duration.ofSeconds(22));
  }

  private <T> T flying(Function<VideoPipeline, T> work) throws Exception {
    try (var pipeline = builder().build()) {
      var done = CompletableFuture.supplyAsync(() -> work.apply(pipeline));
      studio.time.flyUntil(done, Studio.PATIENCE);
      return done.get(100, TimeUnit.SECONDS);
    }
  }
}
