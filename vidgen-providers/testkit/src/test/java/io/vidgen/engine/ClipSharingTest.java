package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.job.Chaining;
import io.vidgen.job.RenderPlan;
import io.vidgen.spi.ClipRequest;
import io.vidgen.testkit.FakeImageProvider;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scenes that are shared out over several clips. */
class ClipSharingTest extends StoryFixture {

  @Test
  void render_oneSentenceInTwoClips_isSpokenInBoth() throws Exception {
    var sentence =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> "word" + i)
            .collect(Collectors.joining(" ", "", "."));
    var story = story(scene("a lake", 2, "Mia", sentence)).build();

    var plan = plan(story);
    render(story);

    assertThat(plan.problems()).noneMatch(p -> p.message().contains("what is said takes"));
    assertThat(submitted())
        .extracting(ClipRequest::prompt)
        .satisfiesExactly(
            first -> assertThat(first).contains("word1 ", "word15\"").doesNotContain("word16"),
            second -> assertThat(second).contains("\"word16 ", "word30.\""));
  }

  @Test
  void render_silentSceneInTwoSeparateClips_isTwoClips() throws Exception {
    var story = story(scene("a lake", 2, "Mia")).chaining(Chaining.SEPARATE).build();

    var plan = plan(story);
    render(story);

    assertThat(warnings(plan)).noneMatch(w -> w.contains("shown again"));
    assertThat(submitted())
        .extracting(ClipRequest::prompt)
        .containsExactlyInAnyOrder(
            "a lake.\nNobody speaks.\nNo subtitles.",
            "a lake.\nThe second part of this scene: it goes on.\nNobody speaks.\nNo subtitles.");
  }

  @Test
  void plan_equalScenes_saysThatOneClipIsShownTwice() {
    var lake = scene("a lake", 1, "Mia");

    var plan = plan(story(lake, scene(2), lake).chaining(Chaining.SEPARATE).build());
    var other = story(lake, scene(2), lake).chaining(Chaining.SEPARATE).take(3, 1).build();

    assertThat(warnings(plan))
        .anyMatch(w -> w.startsWith("script.scenes[2]: ") && w.contains("as scene 1's"));
    assertThat(warnings(plan(other))).noneMatch(w -> w.contains("shown again"));
  }

  @Test
  void render_interpolatedSceneInTwoClips_beginsAndEndsEachWithAnotherPicture() throws Exception {
    render(story(scene("a lake", 3, "Mia")).chaining(Chaining.INTERPOLATED).build());

    assertThat(submitted())
        .hasSize(3)
        .noneMatch(r -> Objects.equals(r.firstFrame(), r.lastFrame()));
    assertThat(studio.images.calls().count(FakeImageProvider.DRAW)).isEqualTo(4);
  }

  @Test
  void plan_equalInterpolatedScenes_saysWhichClipEndsAsItBegins() {
    var lake = scene("a lake", 1, "Mia");

    var apart = plan(story(lake, scene(2), lake).chaining(Chaining.INTERPOLATED).build());
    var together = plan(story(lake, lake, scene(3)).chaining(Chaining.INTERPOLATED).build());

    assertThat(warnings(apart)).noneMatch(w -> w.contains("same"));
    assertThat(warnings(together))
        .filteredOn(w -> w.contains("same"))
        .singleElement()
        .asString()
        .startsWith("script.scenes[0]: its clip begins and ends with the same picture");
  }

  private static List<String> warnings(RenderPlan plan) {
    return problems(plan, Severity.WARNING).stream().map(Problem::toString).toList();
  }
}
