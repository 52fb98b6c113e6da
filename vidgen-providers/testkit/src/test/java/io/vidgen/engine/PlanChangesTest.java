package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.job.JobState;
import io.vidgen.job.Narrated;
import io.vidgen.job.PlanChange;
import io.vidgen.job.PlanComparison.State;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeScriptProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What a plan says of the last render of the same project. */
class PlanChangesTest extends StoryFixture {
  private static final Narrated THREE = cut("One.", "Two two.", "Three.");

  @Override
  VideoPipelineBuilder builder() {
    return super.builder().scripts(FakeScriptProvider.create());
  }

  @Test
  void plan_unchangedRequestOfAnyKind_hasNoChanges() throws Exception {
    var all = new SoftAssertions();
    var mia = Character.create("Mia", "a child with red boots", "");
    for (var kind : RequestZoo.all(directory, mia).entrySet()) {
      var named = options(kind.getKey());
      var first = plan(kind.getValue(), named);
      all.assertThat(first.comparison().state()).as(kind.getKey()).isEqualTo(State.FIRST);

      render(kind.getValue(), named);

      var again = plan(kind.getValue(), named);
      all.assertThat(again.comparison().state()).as(kind.getKey()).isEqualTo(State.COMPARED);
      all.assertThat(again.changes()).as(kind.getKey()).isEmpty();
      all.assertThat(again.describe()).as(kind.getKey()).contains("nothing changed since");
      all.assertThat(again.steps())
          .as(kind.getKey())
          .allMatch(step -> step.action() == Action.REUSE);
      if (!kind.getKey().equals("theme")) {
        all.assertThat(ids(again)).as("announced, %s", kind.getKey()).isEqualTo(ids(first));
      }
    }
    all.assertAll();
  }

  @Test
  void plan_oneSentenceChanged_namesItAndWhatFollowsFromIt() throws Exception {
    render(THREE);

    var plan = plan(cut("One.", "Something else.", "Three."));

    assertThat(lines(plan))
        .containsExactly(
            "speech-2 changed: text",
            "words-2 changed: its input speech-2 changed",
            "segment-2 changed: its input speech-2 changed",
            "captions changed: its input speech-2 changed",
            "mix changed: its input speech-2 changed",
            "finish changed: its input speech-2 changed");
    assertThat(plan.describe()).contains("~  speech-2", "6 steps changed since");
    assertThat(plan.toJson()).doesNotContain("Something else");
  }

  @Test
  void plan_sameAgainAfterAnotherVersion_isComparedWithTheLastOne() throws Exception {
    render(THREE);
    render(cut("One.", "Something else.", "Three."));

    var plan = plan(THREE);

    assertThat(plan.steps()).allMatch(step -> step.action() == Action.REUSE);
    assertThat(lines(plan))
        .contains("speech-2 changed: text", "mix changed: its input speech-2 changed")
        .noneMatch(line -> line.contains("speech-1") && line.startsWith("speech-3"));
  }

  @Test
  void plan_otherProvider_namesBoth() throws Exception {
    render(THREE);
    var other = FakeSpeechProvider.builder().id("other").model("7").build();

    var plan = plan(b -> b.speech(other), THREE);

    assertThat(lines(plan))
        .contains("speech-1 changed: provider fake-speech → other, model 1 → 7")
        .contains("segment-3 changed: its input speech-3 changed")
        .noneMatch(line -> line.startsWith("image"));
  }

  @Test
  void plan_sceneInserted_addsItsStepsAndMovesTheOthers() throws Exception {
    render(THREE);
    var four = scenes(THREE.script(), List.of(1, 0, 2, 3));

    var changed = new TreeSet<>(lines(plan(four)));

    // Pictures move otherwise in another place, so segments after it are made anew.
    assertThat(changed)
        .contains("speech-2 added", "image-2 added", "words-2 added", "segment-4 added")
        .noneMatch(line -> line.matches("(speech|image|words)-[134].*|.*removed.*"));
  }

  @Test
  void plan_sceneRemoved_saysWhatIsThereNoMore() throws Exception {
    render(THREE);

    var changed = lines(plan(scenes(THREE.script(), List.of(1, 3))));

    assertThat(changed)
        .contains("speech-2 removed", "words-2 removed", "image-2 removed", "segment-3 removed")
        .noneMatch(line -> line.startsWith("speech-3") || line.startsWith("speech-1"));
  }

  /** Scenes of a script by number, and a new one for 0. */
  private static VideoRequest scenes(Script script, List<Integer> numbers) {
    var fresh = Studio.script("A sentence that is new.").scenes().get(0);
    var scenes = numbers.stream().map(n -> n == 0 ? fresh : script.scenes().get(n - 1)).toList();
    return VideoRequest.narrated(new Script(script.title(), Locale.ENGLISH, scenes))
        .transition(Transition.CUT)
        .build();
  }

  @Test
  void plan_otherTransition_changesSegmentsOnly() throws Exception {
    var faded = new Transition(Transition.Kind.FADE, 12);
    render(THREE);

    var plan = plan(Studio.narrated(n -> n.transition(faded), "One.", "Two two.", "Three."));

    assertThat(lines(plan))
        .contains("transition-1 added", "transition-2 added")
        .anyMatch(line -> line.startsWith("segment-1 changed: captions, frames"))
        .noneMatch(line -> line.startsWith("speech") || line.startsWith("image"));
  }

  @Test
  void plan_clipOfAChainChanged_changesThoseExtendedFromIt() throws Exception {
    render(story(3).build());
    var other = scene("something else", 1, "Mia", "This is line 2.");

    var plan = plan(story(scene(1), other, scene(3)).build());

    assertThat(lines(plan))
        .contains("clip-2 changed: prompt", "clip-3 changed: its input clip-2 changed")
        .noneMatch(line -> line.startsWith("clip-1") || line.startsWith("segment-1"));
  }

  @Test
  void plan_fileIsGone_isNoChange() throws Exception {
    render(THREE);
    var speech =
        studio.steps().stream().filter(s -> s.kind().equals("speech")).findFirst().orElseThrow();
    Files.delete(studio.ledger.artifacts().find(speech.artifacts().get(0)).orElseThrow());

    var plan = plan(THREE);

    assertThat(plan.count(Action.REUSE)).isLessThan(plan.steps().size());
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void plan_nobodyElsesProject_isNotCompared() throws Exception {
    render(THREE, RenderOptions.builder().owner("me").build());

    assertThat(plan(THREE).comparison().state()).isEqualTo(State.FIRST);
    assertThat(plan(THREE, options("other name")).comparison().state()).isEqualTo(State.FIRST);
    var mine = RenderOptions.builder().owner("me").project("Test").build();
    assertThat(plan(THREE, mine).comparison().state()).isEqualTo(State.COMPARED);
  }

  @Test
  void plan_nothingNamesTheProject_saysSo() throws Exception {
    var request =
        VideoRequest.narrated(new Script("", Locale.ENGLISH, THREE.script().scenes())).build();
    render(request);

    var plan = plan(request);

    assertThat(plan.comparison().state()).isEqualTo(State.UNNAMED);
    assertThat(plan.describe()).contains("neither the options nor a title name the project");
    assertThat(studio.ledger.all()).hasSameSizeAs(studio.steps());
  }

  @Test
  void plan_afterAFailedRender_comparesWithTheLastFinishedOne() throws Exception {
    var first = render(THREE);
    var failing = cut("One.", "Else.", "Three.");
    studio.composer.calls().failNext(FakeComposer.FINISH, new IllegalStateException("broken"));
    assertThat(end(builder(), failing).state()).isEqualTo(JobState.FAILED);

    var plan = plan(failing);

    assertThat(plan.comparison().render()).isEqualTo(first.job());
    assertThat(lines(plan)).contains("speech-2 changed: text");
  }

  private static Narrated cut(String... sentences) {
    return Studio.narrated(n -> n.transition(Transition.CUT), sentences);
  }

  private static RenderOptions options(String project) {
    return RenderOptions.builder().project(project).build();
  }

  private RenderPlan plan(VideoRequest request, RenderOptions options) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(request, options);
    }
  }

  private void render(VideoRequest request, RenderOptions options) throws InterruptedException {
    try (var pipeline = builder().build()) {
      var job = pipeline.submit(request, options);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      var unused = job.join();
    }
  }

  private static List<String> lines(RenderPlan plan) {
    return plan.changes().stream().map(PlanChange::toString).toList();
  }

  @Test
  void plan_oneSentenceChangedBetweenTransitions_sparesTheSceneAfterIt() throws Exception {
    render(Studio.narrated("One.", "Two two.", "Three.", "Four."));

    var plan = plan(Studio.narrated("One.", "Something else.", "Three.", "Four."));

    assertThat(lines(plan))
        .contains("speech-2 changed: text", "segment-2 changed: its input speech-2 changed")
        .noneMatch(line -> line.startsWith("segment-3") || line.startsWith("segment-4"));
  }

  @Test
  void plan_clipOfAChainChanged_changesTheSegmentsOfThoseAfterIt() throws Exception {
    render(story(3).build());
    var other = scene("something else", 1, "Mia", "This is line 2.");

    var plan = plan(story(scene(1), other, scene(3)).build());

    assertThat(lines(plan)).anyMatch(line -> line.startsWith("segment-3 changed"));
  }
}
