package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.Narrated;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.model.Transition;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ReuseTest {
  private static final Narrated REQUEST =
      Studio.narrated("One is first.", "Two comes after it.", "Three is the last of them.");
  private static final List<String> ALL =
      List.of(
          "captions",
          "finish",
          "image-1",
          "image-2",
          "image-3",
          "mix",
          "poster",
          "segment-1",
          "segment-2",
          "segment-3",
          "speech-1",
          "speech-2",
          "speech-3",
          "transition-1",
          "transition-2",
          "words-1",
          "words-2",
          "words-3");

  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void render_first_runsEveryStepOnce() throws Exception {
    assertThat(studio.redone(REQUEST)).isEqualTo(ALL);

    assertThat(studio.speech.calls().total()).isEqualTo(3);
    assertThat(studio.images.calls().total()).isEqualTo(3);
    assertThat(studio.composer.calls().total()).isEqualTo(8);
  }

  @Test
  void render_first_storesEveryFile() throws Exception {
    var render = studio.render(REQUEST);

    assertThat(render.files().keySet())
        .containsExactlyInAnyOrder(
            Render.VIDEO,
            Render.POSTER,
            Render.ASS,
            Render.SRT,
            Render.VTT,
            Render.WORDS,
            Render.MANIFEST,
            Render.SCRIPT);
    for (var file : render.files().values()) {
      assertThat(Files.size(file)).as("%s", file).isPositive();
    }
    assertThat(render.redone()).isEqualTo(ALL.size());
    assertThat(render.reused()).isZero();
  }

  @Test
  void render_again_redoesNothing() {
    studio.render(REQUEST);
    int calls = calls();

    var again = studio.render(REQUEST);

    assertThat(again.redone()).isZero();
    assertThat(again.reused()).isEqualTo(ALL.size());
    assertThat(calls()).isEqualTo(calls);
    assertThat(studio.plan(REQUEST).steps()).allMatch(step -> step.action() == Action.REUSE);
    assertThat(studio.plan(REQUEST).steps()).hasSize(ALL.size());
  }

  @Test
  void render_secondSentenceChanged_redoesOnlyWhatDependsOnIt() {
    studio.render(REQUEST);

    var changed =
        Studio.narrated("One is first.", "Zwei kommt after ihm.", "Three is the last of them.");

    // Of equal length, and its last word is gone before the next scene fades in.
    assertThat(studio.redone(changed))
        .containsExactly(
            "captions", "finish", "mix", "segment-2", "speech-2", "transition-1", "words-2");
  }

  @Test
  void render_secondSentenceLonger_redoesOnlyWhatDependsOnIt() {
    studio.render(REQUEST);

    var changed =
        Studio.narrated(
            "One is first.",
            "Two comes after it, and takes much longer than before to be told.",
            "Three is the last of them.");

    assertThat(studio.redone(changed))
        .containsExactly(
            "captions",
            "finish",
            "mix",
            "segment-2",
            "speech-2",
            "transition-1",
            "transition-2",
            "words-2");
  }

  @Test
  void render_firstSentenceChanged_redoesThePosterToo() {
    studio.render(REQUEST);

    var changed =
        Studio.narrated("One is erste.", "Two comes after it.", "Three is the last of them.");

    assertThat(studio.redone(changed))
        .containsExactly("captions", "finish", "mix", "poster", "segment-1", "speech-1", "words-1");
  }

  @Test
  void render_hardCuts_changedSentenceTouchesNoNeighbour() {
    studio.render(Studio.narrated(r -> r.transition(Transition.CUT), "One.", "Two.", "Three."));

    var changed = Studio.narrated(r -> r.transition(Transition.CUT), "One.", "Zwei.", "Three.");

    assertThat(studio.redone(changed))
        .containsExactly("captions", "finish", "mix", "segment-2", "speech-2", "words-2");
  }

  @Test
  void render_otherVoiceModel_redoesVoicesAndWhatIsMadeOfThem() {
    studio.render(REQUEST);
    var log = new EventLog();
    var voice = FakeSpeechProvider.builder().model("2").build();

    try (var pipeline = studio.builder().speech(voice).addListener(log).build()) {
      var unused = pipeline.render(REQUEST);
    }

    // Another model of this voice makes the same files, so nothing beyond the voices changes.
    assertThat(log.redone()).containsExactlyInAnyOrder("speech-1", "speech-2", "speech-3");
  }

  @Test
  void render_otherPictureModel_redoesPicturesAndSegmentsButNoSound() {
    studio.render(REQUEST);
    var log = new EventLog();

    try (var pipeline =
        studio.builder().images(FakeImageProvider.ofModel("2")).addListener(log).build()) {
      var unused = pipeline.render(REQUEST);
    }

    assertThat(log.redone())
        .containsExactlyInAnyOrder(
            "image-1",
            "image-2",
            "image-3",
            "segment-1",
            "segment-2",
            "segment-3",
            "transition-1",
            "transition-2",
            "poster",
            "finish");
  }

  @Test
  void render_otherComposerVersion_redoesWhatItMakes() {
    studio.render(REQUEST);
    studio.composer.version("2");

    assertThat(studio.redone(REQUEST))
        .containsExactly(
            "finish",
            "mix",
            "poster",
            "segment-1",
            "segment-2",
            "segment-3",
            "transition-1",
            "transition-2");
  }

  @Test
  void render_takeOfOneScene_makesAFreshVoiceAndPictureOfIt() {
    studio.render(REQUEST);

    var fresh =
        Studio.narrated(
            r -> r.take(2, 1),
            "One is first.",
            "Two comes after it.",
            "Three is the last of them.");

    assertThat(studio.redone(fresh))
        .contains("speech-2", "image-2", "segment-2")
        .doesNotContain("speech-1", "speech-3", "image-1", "image-3", "segment-1", "segment-3");
    assertThat(studio.redone(fresh)).isEmpty();
    assertThat(studio.redone(REQUEST)).isEmpty();
  }

  @Test
  void render_equalScenes_areMadeOnce() {
    var request = Studio.narrated("The same.", "The same.");

    var render = studio.render(request);

    assertThat(studio.speech.calls().total()).isEqualTo(1);
    assertThat(render.redone()).isEqualTo(studio.steps().size());
  }

  @Test
  void plan_emptyLedger_callsAndWritesNothing() {
    var plan = studio.plan(REQUEST);

    assertThat(plan.isRunnable()).isTrue();
    assertThat(calls()).isZero();
    assertThat(studio.ledger.all()).isEmpty();
    assertThat(plan.steps()).extracting(PlannedStep::id).hasSameElementsAs(ALL);
    assertThat(plan.steps()).extracting(PlannedStep::id).doesNotHaveDuplicates();
    assertThat(plan.price()).isEqualTo(Price.free());
  }

  @Test
  void plan_paidVoice_showsPriceAndReasonsAndCountsEqualScenesOnce() {
    var voice = FakeSpeechProvider.builder().price(Money.usd("0.25")).build();
    try (var pipeline = studio.builder().speech(voice).build()) {
      var plan = pipeline.plan(Studio.narrated("The same.", "The same.", "Another."));

      assertThat(plan.price()).isEqualTo(Price.exactly(Money.usd("0.50")));
      assertThat(plan.count(Action.BUY)).isEqualTo(2);
      assertThat(step(plan.steps(), "speech-1").reason()).isEqualTo("not done yet");
      assertThat(step(plan.steps(), "speech-2").action()).isEqualTo(Action.REUSE);
      assertThat(step(plan.steps(), "image-1").action()).isEqualTo(Action.LOCAL);
      assertThat(step(plan.steps(), "mix").reason()).contains("waits");
      assertThat(plan.problems()).anyMatch(problem -> problem.message().contains("only in memory"));
      assertThat(plan.describe()).contains("USD 0.50").contains("speech-3");
    }
  }

  @Test
  void plan_afterAPaidRender_costsNothing() {
    var voice = FakeSpeechProvider.builder().price(Money.usd("0.25")).build();
    try (var pipeline = studio.builder().speech(voice).build()) {
      var render = pipeline.render(REQUEST);

      assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd("0.75")));
      assertThat(pipeline.plan(REQUEST).price()).isEqualTo(Price.free());
      assertThat(pipeline.render(REQUEST).cost()).isEqualTo(Price.free());
    }
  }

  @Test
  void render_resultFileIsGone_isMadeAgain() throws Exception {
    studio.render(REQUEST);
    var image =
        studio.ledger.all().stream()
            .filter(s -> s.kind().equals("image"))
            .findFirst()
            .orElseThrow();
    Files.delete(studio.ledger.artifacts().find(image.artifacts().get(0)).orElseThrow());

    assertThat(studio.plan(REQUEST).steps())
        .anyMatch(step -> step.reason().equals("done before, but its file is gone"));
    assertThat(studio.redone(REQUEST)).hasSize(1).first().asString().startsWith("image-");
  }

  private static PlannedStep step(List<PlannedStep> steps, String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  private int calls() {
    return studio.speech.calls().total()
        + studio.images.calls().total()
        + studio.composer.calls().total();
  }
}
