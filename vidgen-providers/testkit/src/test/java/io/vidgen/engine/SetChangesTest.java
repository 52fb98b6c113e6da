package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Deliverables;
import io.vidgen.job.PlanChange;
import io.vidgen.job.PlanComparison.State;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Story;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a plan of several videos says of the last render of the same set. */
class SetChangesTest extends StoryFixture {

  private static Deliverables set(Story story, String... french) {
    var scenes =
        List.of(french).stream().map(text -> scene("", 1, "Mia", text)).toArray(Scene[]::new);
    return Deliverables.of(story)
        .asIs("main")
        .format("wide", VideoFormat.LANDSCAPE)
        .language("fr", new Script("Essai", Locale.FRENCH, List.of(scenes)));
  }

  private RenderPlan plan(Deliverables set) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(set);
    }
  }

  private String render(Deliverables set) throws InterruptedException {
    try (var pipeline = builder().build()) {
      var job = pipeline.submit(set);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job.join().job();
    }
  }

  private static List<String> lines(RenderPlan plan) {
    return plan.changes().stream().map(PlanChange::toString).toList();
  }

  @Test
  void plan_unchangedSet_hasNoChanges() throws Exception {
    var set = set(story(2).build(), "Un.", "Deux.");
    assertThat(plan(set).comparison().state()).isEqualTo(State.FIRST);

    var id = render(set);

    var plan = plan(set);
    assertThat(plan.comparison().state()).isEqualTo(State.COMPARED);
    assertThat(plan.comparison().render()).isEqualTo(id);
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.steps()).allMatch(step -> step.action() == Action.REUSE);
  }

  @Test
  void plan_oneTranslatedSentenceChanged_changesThatLanguageOnly() throws Exception {
    render(set(story(2).build(), "Un.", "Deux."));

    var changes = lines(plan(set(story(2).build(), "Un.", "Autre chose.")));

    assertThat(changes)
        .contains("fr/speech-2 changed: text")
        .allMatch(line -> line.startsWith("fr/"))
        .noneMatch(line -> line.startsWith("fr/clip") || line.startsWith("fr/speech-1"));
  }

  @Test
  void plan_sharedClipChanged_namesItByEachDeliverable() throws Exception {
    render(set(story(2).build(), "Un.", "Deux."));
    var other = scene("something else", 1, "Mia", "This is line 2.");

    var changes = lines(plan(set(story(scene(1), other).build(), "Un.", "Deux.")));

    assertThat(changes)
        .contains("main/clip-2 changed: prompt", "fr/clip-2 changed: prompt")
        .contains(
            "main/segment-2 changed: its input main/clip-2 changed",
            "wide/segment-2 changed: its input wide/clip-2 changed",
            "fr/segment-2 changed: its input fr/clip-2 changed")
        .noneMatch(line -> line.startsWith("fr/speech") || line.contains("clip-1"));
  }

  @Test
  void plan_deliverableAdded_addsItsSteps() throws Exception {
    var set = set(story(2).build(), "Un.", "Deux.");
    render(set);

    var changes = lines(plan(set.withoutCaptions("clean")));

    assertThat(changes)
        .contains("clean/finish added")
        .allMatch(line -> line.startsWith("clean/") && line.endsWith(" added"));
  }

  @Test
  void plan_oneVideoOfTheProject_isComparedWithItsOwnRender() throws Exception {
    var story = story(2).build();
    var set = set(story, "Un.", "Deux.");
    var alone = render(story);
    assertThat(plan(set).comparison().state()).isEqualTo(State.FIRST);

    render(set);

    assertThat(plan(story).comparison().render()).isEqualTo(alone.job());
    assertThat(plan(story).changes()).isEmpty();
    assertThat(plan(set).changes()).isEmpty();
  }
}
