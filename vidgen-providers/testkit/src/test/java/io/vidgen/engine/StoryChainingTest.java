package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.job.Chaining;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.model.Transition;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipLimits;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryChainingTest extends StoryFixture {
  private static final Duration EIGHT = Duration.ofSeconds(8);

  @Test
  void render_separate_makesNewClipsWithTheirOwnPeople() throws Exception {
    var mia = character("Mia", 1);
    var bo = character("Bo", 1);
    var story =
        story(
                scene("Mia in a wood", 1, "Mia", "Hello."),
                scene("a bear", 1, "Bo", "Good day."),
                scene("a lake", 1, ""))
            .characters(mia, bo)
            .chaining(Chaining.SEPARATE)
            .transition(new Transition(Transition.Kind.FADE, 12));

    var steps = redone(story.build());

    assertThat(submitted()).hasSize(3).allMatch(r -> r.extend() == null);
    assertThat(submitted())
        .extracting(ClipRequest::references)
        .containsExactlyInAnyOrder(mia.references(), bo.references(), mia.references());
    assertThat(steps).contains("transition-1", "transition-2").doesNotContain("words-3");
    assertThat(asked(FakeComposer.MIX).get(0).split("AudioClip\\[", -1)).hasSize(4);
  }

  @Test
  void render_interpolated_sharesAPictureBetweenNeighbours() throws Exception {
    var mia = character("Mia", 1);
    var story = story(3).characters(mia).chaining(Chaining.INTERPOLATED).build();
    var before = plan(story);

    var steps = redone(story);

    assertThat(before.isRunnable()).as("%s", before.problems()).isTrue();
    assertThat(before.price()).isEqualTo(Price.exactly(Money.usd("2.40")));
    assertThat(before.count(Action.BUY)).isEqualTo(3);
    assertThat(steps).contains("image-1-begin", "image-2-begin", "image-3-begin", "image-3-end");
    assertThat(ids(before)).isEqualTo(steps);
    assertThat(studio.images.calls().count(FakeImageProvider.DRAW)).isEqualTo(4);
    var clips = submitted().stream().sorted((a, b) -> a.prompt().compareTo(b.prompt())).toList();
    assertThat(clips).hasSize(3).allMatch(r -> r.references().isEmpty() && r.extend() == null);
    assertThat(clips.get(0).lastFrame()).isEqualTo(clips.get(1).firstFrame()).isNotNull();
    assertThat(clips.get(1).lastFrame()).isEqualTo(clips.get(2).firstFrame()).isNotNull();
    assertThat(clips.get(0).firstFrame()).isNotEqualTo(clips.get(2).lastFrame());
  }

  @Test
  void plan_interpolatedTake_saysThatTheClipBeforeIsBoughtAnewToo() throws Exception {
    var story = story(3).chaining(Chaining.INTERPOLATED);
    var fresh = plan(story.take(2, 1).build());
    render(story.take(2, 0).build());

    var second = plan(story.take(2, 1).build());
    var first = plan(story.take(2, 0).take(1, 1).build());

    assertThat(second.count(Action.BUY)).isEqualTo(2);
    assertThat(problems(second, Severity.WARNING))
        .filteredOn(p -> p.message().contains("anew"))
        .extracting(Problem::field)
        .containsExactly("script.scenes[0]");
    assertThat(first.count(Action.BUY)).isEqualTo(1);
    assertThat(fresh.problems()).noneMatch(p -> p.message().contains("anew"));
    assertThat(first.problems()).noneMatch(p -> p.message().contains("anew"));
  }

  @Test
  void plan_secondClipOfASceneLikeAClipOfAnotherStory_saysNothingOfChains() throws Exception {
    render(story(scene("a lake", 1, "Mia", "Two.")).build());

    var plan = plan(story(scene("a lake", 2, "Mia", "One.", "Two.")).build());

    assertThat(plan.problems()).noneMatch(p -> p.message().contains("first of a chain"));
  }

  @Test
  void plan_sameOfSeveralScenes_isSaidOnce() {
    var longOnes =
        story(
            scene(1),
            scene("b".repeat(4000), 1, "Mia", "Two."),
            scene("c".repeat(4000), 1, "Mia", "Tea."),
            scene("d".repeat(4000), 1, "Mia", "Tie."));

    assertThat(problems(plan(longOnes.build()), Severity.ERROR))
        .singleElement()
        .extracting(Problem::field)
        .isEqualTo("script.scenes[1-3].prompt");
  }

  @Test
  void render_extendedWithReferences_putsThemOnTheFirstClip() throws Exception {
    var mia = character("Mia", 4);
    var story = story(4).characters(mia).build();

    var plan = plan(story);
    render(story);

    assertThat(plan.problems())
        .anyMatch(
            p ->
                p.severity() == Severity.WARNING
                    && p.message()
                        .equals(
                            "reference pictures on scene 1's clip; scenes 2-4 go on from the last"
                                + " frames of the clip before, without pictures"))
        .anyMatch(p -> p.message().contains("takes 3 of its 4 reference pictures"));
    assertThat(submitted())
        .extracting(ClipRequest::references)
        .containsExactly(mia.references().subList(0, 3), List.of(), List.of(), List.of());
  }

  @Test
  void plan_somebodyAppearsLaterInTheChain_saysThatNoPictureKeepsThem() throws Exception {
    var story =
        story(
                scene("Mia in a wood", 2, "Mia", "Hello.", "Who is it?"),
                scene("a bear", 1, "Bo", "Good day."),
                scene("Bo and Mia", 1, ""))
            .characters(character("Mia", 1), character("Bo", 1))
            .build();

    assertThat(problems(plan(story), Severity.WARNING))
        .filteredOn(p -> p.field().equals("characters"))
        .extracting(Problem::toString)
        .containsExactly(
            "characters: reference pictures on scene 1's first clip; its other clips and scenes"
                + " 2-3 go on from the last frames of the clip before, without pictures",
            "characters: Bo first appears in scene 2, which goes on from scene 1's clip: no"
                + " picture says what they look like there, only their description (let Bo appear"
                + " in scene 1 too, or let clips be chaining(SEPARATE))");
  }

  @Test
  void render_extensionsTakeReferences_putsThemOnEach() throws Exception {
    var limits = limits(20, 2, true);
    videos = videos(SubmitSafety.RECONCILABLE).limited(limits);
    var mia = character("Mia", 1);

    render(story(3).characters(mia).build());

    assertThat(submitted()).allMatch(r -> r.references().equals(mia.references()));
  }

  @Test
  void plan_noReferencesTaken_saysThatWordsAreAllThereIs() throws Exception {
    videos = videos(SubmitSafety.RECONCILABLE).limited(limits(20, 0, false));

    var plan = plan(story(2).characters(character("Mia", 1)).build());

    assertThat(plan.isRunnable()).isTrue();
    assertThat(plan.problems())
        .anyMatch(p -> p.field().equals("characters") && p.message().contains("only described"));
  }

  @Test
  void plan_nobodyCanExtend_saysWhatHelps() {
    videos = videos(SubmitSafety.RECONCILABLE).limited(ClipLimits.PLAIN);

    var plan = plan(story(2).build());

    assertThat(plan.isRunnable()).isFalse();
    assertThat(plan.problems())
        .anyMatch(p -> p.message().contains("can be extended") && p.remedy().contains("SEPARATE"));
    assertThat(plan(story(2).chaining(Chaining.SEPARATE).build()).isRunnable()).isTrue();
    assertThat(plan(story(1).build()).isRunnable()).isTrue();
  }

  @Test
  void render_format_choosesTheNearestShape() throws Exception {
    render(story(1).build());
    render(story(1).format(VideoFormat.LANDSCAPE).build());

    assertThat(submitted())
        .extracting(ClipRequest::format)
        .containsExactly(new VideoFormat(720, 1280), new VideoFormat(1280, 720));
  }

  @Test
  void plan_clipFormatThatNobodyMakes_saysWhatHelps() {
    var plan = plan(story(1).clipFormat(VideoFormat.SQUARE).build());

    assertThat(problems(plan, Severity.ERROR))
        .hasSize(1)
        .allMatch(p -> p.message().contains("1080x1080") && p.remedy().contains("clipFormat"));
  }

  @Test
  void plan_promptTooLong_namesTheScene() {
    var plan = plan(story(scene(1), scene("x".repeat(5000), 1, "Mia", "Hm.")).build());

    assertThat(problems(plan, Severity.ERROR))
        .extracting(p -> p.field())
        .containsExactly("script.scenes[1].prompt");
  }

  @Test
  void render_noSoundMade_isSilentAndCaptioned() throws Exception {
    videos = videos(SubmitSafety.RECONCILABLE).able(Capabilities.ANY);
    var story = story(2).build();
    assertThat(plan(story).problems()).anyMatch(p -> p.message().contains("makes no sound"));

    var render = render(story);

    assertThat(submitted()).noneMatch(ClipRequest::audio);
    assertThat(asked(FakeComposer.MIX).get(0)).doesNotContain("AudioClip[");
    assertThat(asked(FakeComposer.AUDIO)).isEmpty();
    assertThat(manifest(render)).contains("INTERPOLATED");
  }

  @Test
  void plan_tooMuchToSay_warns() {
    var plan = plan(story(scene("a wood", 1, "Mia", "word ".repeat(40))).build());

    assertThat(plan.problems())
        .anyMatch(p -> p.field().equals("script.scenes[0]") && p.message().contains("16 s"));
  }

  @Test
  void plan_wordsThatOnlyALongerClipHasTimeFor_takesThatClip() {
    var lengths = List.of(Duration.ofSeconds(5), Duration.ofSeconds(10));
    videos = videos(SubmitSafety.RECONCILABLE).limited(limits(lengths, 20, 3, false));
    var short5 = scene("a lake", 1, "Mia", "Hello there.");
    var long10 = scene("a wood", 1, "Mia", "word ".repeat(18));
    var tooLong = scene("a hill", 1, "Mia", "word ".repeat(40));

    var plan = plan(story(short5, long10, tooLong).chaining(Chaining.SEPARATE).build());

    assertThat(plan.price()).isEqualTo(Price.exactly(Money.usd("2.50")));
    assertThat(problems(plan, Severity.WARNING))
        .extracting(Problem::field)
        .containsOnlyOnce("script.scenes[2]")
        .doesNotContain("script.scenes[1]");
  }

  @Test
  void plan_clipsOfAnotherShape_saysThatBordersAreSeen() {
    var able =
        Capabilities.builder()
            .addFeatures(Capabilities.Feature.NATIVE_AUDIO)
            .formats(List.of(new VideoFormat(1280, 720)))
            .build();
    var portrait = story(1).format(new VideoFormat(1080, 1920));
    assertThat(plan(portrait.build()).problems()).noneMatch(p -> p.field().equals("format"));

    videos = videos(SubmitSafety.RECONCILABLE).able(able);

    assertThat(problems(plan(portrait.build()), Severity.WARNING))
        .anyMatch(p -> p.field().equals("format") && p.message().contains("1280x720"));
    var chosen = portrait.clipFormat(new VideoFormat(1280, 720)).build();
    assertThat(plan(chosen).problems()).noneMatch(p -> p.field().equals("format"));
  }

  private static ClipLimits limits(int extensions, int references, boolean onExtensions) {
    return limits(List.of(EIGHT), extensions, references, onExtensions);
  }

  private static ClipLimits limits(
      List<Duration> lengths, int extensions, int references, boolean onExtensions) {
    return new ClipLimits(
        lengths,
        Duration.ofSeconds(7),
        extensions,
        Duration.ofSeconds(148),
        references,
        onExtensions,
        false,
        false,
        Duration.ofDays(2));
  }
}
