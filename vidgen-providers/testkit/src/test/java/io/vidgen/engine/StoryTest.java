package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.model.Scene;
import io.vidgen.model.Timeline;
import io.vidgen.model.Transition;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ClipRequest;
import io.vidgen.testkit.FakeComposer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StoryTest extends StoryFixture {

  @Test
  void render_chainOfFour_extendsEachClipFromTheOneBefore() throws Exception {
    var render = render(story(4).build());

    assertThat(submitted()).hasSize(4);
    assertThat(vendor.charges()).hasSize(4);
    assertThat(submitted())
        .extracting(ClipRequest::duration)
        .containsExactly(
            Duration.ofSeconds(8),
            Duration.ofSeconds(7),
            Duration.ofSeconds(7),
            Duration.ofSeconds(7));
    assertThat(submitted().get(0).extend()).isNull();
    for (int i = 1; i < 4; i++) {
      var parent = Objects.requireNonNull(submitted().get(i).extend());
      assertThat(parent.reference()).isEqualTo("file-of-operation-" + i);
      assertThat(parent.extensions()).isEqualTo(i - 1);
      assertThat(parent.duration()).isEqualTo(Duration.ofSeconds(1 + 7L * i));
    }
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(29));
    assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd("2.90")));
  }

  @Test
  void render_chainOfFour_showsTheNewPartOfEachClipAndHearsTheLast() throws Exception {
    render(story(4).transition(new Transition(Transition.Kind.FADE, 12)).build());

    assertThat(asked(FakeComposer.SEGMENT))
        .hasSize(4)
        .allMatch(segment -> segment.contains("transition=null"))
        .anyMatch(segment -> segment.contains("frames=240") && segment.contains("from=PT0S"))
        .anyMatch(segment -> segment.contains("frames=210") && segment.contains("from=PT8S"))
        .anyMatch(segment -> segment.contains("frames=210") && segment.contains("from=PT15S"))
        .anyMatch(segment -> segment.contains("frames=210") && segment.contains("from=PT22S"));
    assertThat(asked(FakeComposer.MIX)).hasSize(1);
    assertThat(asked(FakeComposer.MIX).get(0))
        .containsOnlyOnce("AudioClip[")
        .contains("start=PT0S, length=PT29S");
  }

  @Test
  void render_linesOfTheScript_areFoundInTheNewPartOfEachClip() throws Exception {
    var steps = redone(story(3).build());

    assertThat(steps).contains("audio-2-speech", "transcription-2", "words-2");
    assertThat(asked(FakeComposer.AUDIO))
        .hasSize(3)
        .anyMatch(audio -> audio.contains("from=PT8S, length=PT7S"))
        .anyMatch(audio -> audio.contains("from=PT15S, length=PT7S"))
        .anyMatch(audio -> audio.contains("from=null, length=null"));
  }

  @Test
  void render_captions_areSpeltAsTheScriptIs() throws Exception {
    var render = render(story(3).build());

    assertThat(Files.readString(render.file(Render.SRT)))
        .contains("This is line 1.", "This is line 2.", "This is line 3.");
  }

  @Test
  void render_twentyOneClips_driftByNothing() throws Exception {
    var render = render(story(21).build());

    assertThat(submitted()).hasSize(21);
    assertThat(render.duration()).isEqualTo(Duration.ofSeconds(148));
  }

  @Test
  void render_clipsOfNoWholeFrames_areCutByTheirTimesTogether() throws Exception {
    videos =
        videos.limited(
            new ClipLimits(
                List.of(Duration.ofSeconds(8)),
                Duration.ofMillis(7042),
                20,
                Duration.ofSeconds(149),
                0,
                false,
                false,
                false,
                Duration.ofDays(2)));

    var render = render(story(21).build());

    // 148.84 s; each clip rounded alone would make 4460 frames.
    assertThat(render.duration()).isEqualTo(Timeline.timeOf(4465, Timeline.FRAME_RATE));
    assertThat(asked(FakeComposer.MIX).get(0)).contains("start=PT0S, length=PT2M28.84S");
  }

  @Test
  void plan_captionThatNoFontCanDraw_namesTheScene() {
    studio.composer.lacking("2");

    assertThat(problems(plan(story(3).build()), Severity.ERROR))
        .extracting(Problem::field)
        .containsExactly("script.scenes[1].caption");
  }

  @Test
  void plan_twentyTwoClips_saysWhatHelps() {
    var plan = plan(story(22).build());

    assertThat(plan.isRunnable()).isFalse();
    assertThat(plan.problems())
        .anyMatch(
            p ->
                p.message().contains("22 clips")
                    && p.message().contains("20 times")
                    && p.remedy().contains("SEPARATE"));
  }

  @Test
  void plan_beforeAndAfter_listsEachClipWithItsPrice() throws Exception {
    var before = plan(story(4).build());

    assertThat(before.isRunnable()).as("%s", before.problems()).isTrue();
    assertThat(before.price()).isEqualTo(Price.exactly(Money.usd("2.90")));
    assertThat(before.count(Action.BUY)).isEqualTo(4);
    assertThat(before.steps().stream().filter(s -> s.kind().equals("clip")))
        .extracting(PlannedStep::id, PlannedStep::price)
        .containsExactly(
            tuple("clip-1", Price.exactly(Money.usd("0.80"))),
            tuple("clip-2", Price.exactly(Money.usd("0.70"))),
            tuple("clip-3", Price.exactly(Money.usd("0.70"))),
            tuple("clip-4", Price.exactly(Money.usd("0.70"))));
    assertThat(submitted()).isEmpty();
    assertThat(studio.ledger.all()).isEmpty();

    var render = render(story(4).build());

    assertThat(render.cost()).isEqualTo(before.price());
    var after = plan(story(4).build());
    assertThat(ids(before)).isEqualTo(ids(after)).hasSize(render.redone());
    assertThat(after.steps()).allMatch(step -> step.action() == Action.REUSE);
    assertThat(after.price()).isEqualTo(Price.free());
  }

  @Test
  void render_again_submitsNothing() throws Exception {
    render(story(4).build());

    assertThat(redone(story(4).build())).isEmpty();
    assertThat(vendor.posts()).isEqualTo(4);
  }

  @Test
  void render_anotherTakeOfOneScene_buysItAndAllThatGoOnFromIt() throws Exception {
    render(story(4).build());

    var steps = redone(story(4).take(3, 1).build());

    assertThat(steps).contains("clip-3", "clip-4").doesNotContain("clip-1", "clip-2");
    assertThat(vendor.posts()).isEqualTo(6);
    assertThat(submitted().get(4).take()).isEqualTo(1);
    assertThat(submitted().get(5).take()).isZero();
  }

  @Test
  void render_sceneOfTwoClips_sharesItsLinesOut() throws Exception {
    render(
        story(
                scene("A wood", 2, "Mia", "Here is the first.", "Here is the second."),
                scene("A lake", 2, "Mia", "One sentence. And another one."))
            .build());

    assertThat(submitted())
        .extracting(ClipRequest::prompt)
        .satisfiesExactly(
            p -> assertThat(p).contains("A wood", "first").doesNotContain("second"),
            p -> assertThat(p).contains("A wood", "second").doesNotContain("first"),
            p -> assertThat(p).contains("A lake", "One sentence").doesNotContain("another"),
            p -> assertThat(p).contains("A lake", "another").doesNotContain("One sentence"));
    assertThat(submitted()).extracting(ClipRequest::extend).filteredOn(Objects::nonNull).hasSize(3);
  }

  @Test
  void render_laterClipFails_namesItsScene() throws Exception {
    var story = story(scene(1), scene("[filtered]", 1, "Mia", "Something bad."), scene(3)).build();

    var job = end(builder(), story);

    assertThat(job.failure().orElseThrow().describe()).contains("scene 2", "fake-video");
    assertThat(vendor.posts()).isEqualTo(2);
  }

  @Test
  void plan_emptyScene_isAnErrorBeforeItIsBought() {
    var empty = new Scene("", List.of(), " ", "", "", null, null, 1);
    var heading = new Scene("A lake", List.of(), "", "", null, null, null, 1);

    var plan = plan(story(scene(1), empty, heading, scene("", 1, "Mia", "Hi.")).build());

    assertThat(problems(plan, Severity.ERROR))
        .extracting(Problem::field)
        .containsExactly("script.scenes[1].visual");
  }
}
