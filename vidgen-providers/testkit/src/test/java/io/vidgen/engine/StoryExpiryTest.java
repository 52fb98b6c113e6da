package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Problem.Severity;
import io.vidgen.error.VidgenException;
import io.vidgen.job.StoryBuilder;
import io.vidgen.job.WhenExpired;
import io.vidgen.model.Scene;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeVideoProvider;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clips of four were made, and then it took too long until somebody went on. */
class StoryExpiryTest extends StoryFixture {
  private static final Scene BAD = scene("[filtered]", 1, "Mia", "Something bad.");

  @BeforeEach
  void makeTwo() throws Exception {
    var job = end(builder(), story(scene(1), scene(2), BAD, scene(4)).build());
    assertThat(job.failure()).isPresent();
    assertThat(vendor.posts()).as("%s", job.failure()).isEqualTo(3);
  }

  private static StoryBuilder mended() {
    return story(4);
  }

  @Test
  void render_inTime_goesOn() throws Exception {
    studio.time.advance(Duration.ofHours(47));

    render(mended().build());

    assertThat(vendor.posts()).isEqualTo(5);
  }

  @Test
  void plan_tooLate_saysWhichSceneAndWhatHelps() {
    studio.time.advance(Duration.ofHours(48));

    var plan = plan(mended().build());

    assertThat(problems(plan, Severity.ERROR))
        .hasSize(1)
        .allMatch(
            p ->
                p.field().equals("script.scenes[2]")
                    && p.message().contains("scene 2's clip")
                    && p.message().contains("2026-")
                    && p.remedy().contains("LAST_FRAME")
                    && p.remedy().contains("take("));
    assertThatThrownBy(() -> render(mended().build())).isInstanceOf(VidgenException.class);
    assertThat(vendor.posts()).isEqualTo(3);
  }

  @Test
  void render_justBeforeItIsGone_isNotRisked() {
    studio.time.advance(Duration.ofHours(48).minusMinutes(5));

    assertThat(plan(mended().build()).isRunnable()).isFalse();
  }

  @Test
  void render_tooLateWithLastFrame_beginsANewChainWithIt() throws Exception {
    studio.time.advance(Duration.ofHours(72));
    var story = mended().whenExpired(WhenExpired.LAST_FRAME).build();

    var plan = plan(story);
    assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
    assertThat(plan.problems())
        .filteredOn(p -> p.message().contains("last frame"))
        .hasSize(1)
        .allMatch(p -> p.field().equals("script.scenes[2]") && p.severity() == Severity.WARNING);
    assertThat(ids(plan)).contains("frame-3");

    var render = render(story);

    assertThat(vendor.posts()).isEqualTo(5);
    var third = submitted().get(3);
    var fourth = submitted().get(4);
    assertThat(third.extend()).isNull();
    assertThat(third.firstFrame()).isNotNull();
    assertThat(third.duration()).isEqualTo(Duration.ofSeconds(8));
    assertThat(fourth.extend()).isNotNull();
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(15 + 8 + 7));
    assertThat(asked(FakeComposer.MIX).get(0))
        .contains("start=PT0S, length=PT15S", "start=PT15S, length=PT15S");
    assertThat(render.cost()).isEqualTo(plan.price());
    assertThat(redone(story)).isEmpty();
  }

  @Test
  void plan_tooLateAndNobodyBeginsWithAFrame_doesNotOfferIt() {
    studio.time.advance(Duration.ofHours(72));
    videos =
        videos.limited(
            FakeVideoProvider.LIMITS.toBuilder().firstFrame(false).lastFrame(false).build());

    var plan = plan(mended().whenExpired(WhenExpired.LAST_FRAME).build());

    assertThat(problems(plan, Severity.ERROR))
        .hasSize(1)
        .allMatch(p -> p.remedy().contains("take(") && !p.remedy().contains("LAST_FRAME"));
  }

  @Test
  void render_freshTakeAfterExpiry_makesTheChainAnew() throws Exception {
    studio.time.advance(Duration.ofHours(72));

    render(mended().take(1).build());

    assertThat(vendor.posts()).isEqualTo(7);
  }

  @Test
  void render_allBoughtLongAgo_needsNoVendor() throws Exception {
    render(mended().build());
    studio.time.advance(Duration.ofDays(300));

    assertThat(plan(mended().build()).isRunnable()).isTrue();
    assertThat(redone(mended().build())).isEmpty();
  }
}
