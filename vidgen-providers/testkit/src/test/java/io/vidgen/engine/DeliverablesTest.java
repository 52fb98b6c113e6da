package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.Deliverables;
import io.vidgen.job.JobState;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several videos of one narrated request. */
class DeliverablesTest extends DeliverablesFixture {
  @Test
  void plan_sixDeliverables_buysEachPictureAndVoiceOnce() {
    var plan = plan(six(BASE));

    assertThat(plan.isRunnable()).isTrue();
    assertThat(plan.problems()).extracting(Problem::field).contains("ledger");
    assertThat(ids(plan, Action.BUY))
        .containsExactlyInAnyOrder(
            "main/image-1",
            "main/image-2",
            "main/image-3",
            "main/speech-1",
            "main/speech-2",
            "main/speech-3",
            "fr/speech-1",
            "fr/speech-2",
            "fr/speech-3");
    assertThat(plan.steps())
        .filteredOn(step -> step.id().equals("square/speech-2"))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.action()).isEqualTo(Action.REUSE);
              assertThat(step.reason()).isEqualTo("the same as main/speech-2");
            });
    assertThat(plan.price()).isEqualTo(Price.exactly(Money.usd("0.72")));
    assertThat(plan.steps()).extracting(PlannedStep::id).doesNotHaveDuplicates();
    assertThat(studio.ledger.all()).isEmpty();
  }

  @Test
  void render_sixDeliverables_paysOnceWhatThePlanSays() {
    var plan = plan(six(BASE));

    var set = render(six(BASE));

    assertThat(pictures.calls().total()).isEqualTo(3);
    assertThat(voice.calls().total()).isEqualTo(6);
    assertThat(spent()).isEqualTo(Money.usd("0.72"));
    assertThat(set.cost()).isEqualTo(plan.price());
    assertThat(set.renders().values().stream().map(Render::cost).reduce(Price.free(), Price::plus))
        .isEqualTo(set.cost());
    assertThat(set.renders().keySet())
        .containsExactly("main", "square", "fr", "fr-wide", "clean", "teaser");
    assertThat(set.get("square").files().get(Render.VIDEO)).exists();
    assertThat(set.get("square").job()).isEqualTo(set.job() + "-square");
    assertThat(set.get("main").duration()).isEqualTo(set.get("clean").duration());
    assertThat(set.get("fr").duration()).isLessThan(set.get("main").duration());
    assertThat(set.get("teaser").duration()).isEqualTo(Duration.ofSeconds(3));
    assertThatThrownBy(() -> set.get("wide"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fr-wide");
  }

  @Test
  void render_again_buysAndMakesNothing() {
    var unused = render(six(BASE));

    assertThat(plan(six(BASE)).count(Action.REUSE)).isEqualTo(plan(six(BASE)).steps().size());
    assertThat(redone(six(BASE))).isEmpty();
  }

  @Test
  void render_afterTheBaseAlone_buysOnlyWhatIsNew() {
    try (var pipeline = builder().build()) {
      var unused = pipeline.render(BASE);
    }

    var redone = redone(six(BASE));

    assertThat(redone).noneMatch(id -> id.startsWith("main/"));
    assertThat(redone)
        .filteredOn(id -> id.startsWith("teaser/"))
        .noneMatch(id -> id.contains("speech") || id.contains("image") || id.contains("words"));
    assertThat(redone).contains("teaser/finish", "teaser/mix", "teaser/segment-2");
    assertThat(redone).as("before the cut").doesNotContain("teaser/segment-1", "teaser/poster");
    assertThat(redone)
        .filteredOn(id -> id.startsWith("clean/"))
        .allMatch(
            id ->
                id.contains("segment")
                    || id.contains("transition")
                    || id.contains("finish")
                    || id.contains("poster"));
    assertThat(pictures.calls().total()).isEqualTo(3);
  }

  @Test
  void render_oneSentenceChanged_redoesInEachOnlyWhatDependsOnIt() {
    var unused = render(six(BASE));
    voice.calls().clear();
    pictures.calls().clear();
    var changed =
        Studio.narrated(
            "One two three four five.",
            "Six seven eight nine ten eleven.",
            "Twelve thirteen fourteen no more.");

    var redone = redone(six(changed));

    assertThat(voice.calls().total()).isEqualTo(1);
    assertThat(pictures.calls().total()).isZero();
    assertThat(redone).noneMatch(id -> id.startsWith("fr"));
    assertThat(redone).as("it ends before that").noneMatch(id -> id.startsWith("teaser/"));
    assertThat(redone)
        .contains("main/speech-3", "main/segment-3", "square/segment-3", "clean/segment-3")
        .doesNotContain("main/segment-1", "square/segment-1", "clean/segment-1");
  }

  @Test
  void plan_severalProblems_areSaidAtOnceWithTheirDeliverables() {
    var narrow = FakeSpeechProvider.builder().languages("en").build();
    var two = french("Un.", "Deux.");
    var set =
        Deliverables.of(BASE)
            .asIs("main")
            .language("short", two)
            .language("fr", FRENCH)
            .add("fr-square", d -> d.script(FRENCH).format(VideoFormat.SQUARE));

    try (var pipeline = studio.builder().speech(narrow).build()) {
      var plan = pipeline.plan(set);

      assertThat(plan.isRunnable()).isFalse();
      assertThat(plan.steps()).isEmpty();
      assertThat(plan.problems())
          .extracting(Problem::field)
          .containsExactlyInAnyOrder("short/script", "fr,fr-square/script.language");
      assertThatThrownBy(() -> pipeline.render(set))
          .isInstanceOf(VidgenException.class)
          .hasMessageContaining("short/script")
          .hasMessageContaining("fr,fr-square/script.language");
      assertThat(pipeline.plan(Deliverables.of(BASE)).isRunnable()).isFalse();
    }
    assertThat(studio.ledger.all()).isEmpty();
  }

  @Test
  void add_badName_failsAtThatLine() {
    var set = Deliverables.of(BASE).asIs("main");

    assertThatThrownBy(() -> set.asIs("Main")).hasMessageContaining("Main");
    assertThatThrownBy(() -> set.asIs("a/b")).hasMessageContaining("a/b");
    assertThatThrownBy(() -> set.asIs("../x")).hasMessageContaining("../x");
    assertThatThrownBy(() -> set.asIs("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set.teaser("t", Duration.ZERO)).hasMessageContaining("teaser");
    assertThatThrownBy(() -> set.add("p", d -> d.teaser(Duration.ofSeconds(2)).onlyPoster()))
        .hasMessageContaining("poster");
  }

  @Test
  void submit_tellsProgressAndForWhichDeliverable() {
    var log = new EventLog();
    try (var pipeline = builder().build()) {
      var job = pipeline.submit(six(BASE), log);
      var set = job.join();

      assertThat(job.progress()).isEqualTo(1);
      assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(set.job()).isEqualTo(job.id());
    }
    var finished =
        log.of(RenderEvent.StepFinished.class).stream()
            .map(event -> event.step().deliverable())
            .distinct();
    assertThat(finished)
        .containsExactlyInAnyOrder("main", "square", "fr", "fr-wide", "clean", "teaser");
    var fractions = log.of(RenderEvent.Progress.class).stream().map(p -> p.fraction()).toList();
    assertThat(fractions).isSorted();
    assertThat(log.of(RenderEvent.Finished.class)).hasSize(1);
  }

  @Test
  void submit_oneBudgetHoldsForAll() {
    var set = render(six(BASE));

    assertThat(studio.ledger.all())
        .filteredOn(record -> record.reserved() != null)
        .hasSize(9)
        .extracting(record -> record.payer().render())
        .containsOnly(set.job());
  }

  @Test
  void cancel_stopsAll() throws Exception {
    var hold = pictures.calls().hold("draw");
    try (var pipeline = builder().build()) {
      var job = pipeline.submit(six(BASE));
      assertThat(hold.awaitEntered()).isTrue();
      assertThat(job.cancel()).isTrue();
      hold.release();

      assertThatThrownBy(job::join).isInstanceOf(VidgenException.class);
      assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    }
  }

  @Test
  void plan_manyVoicesOfOneLanguage_areBoughtEach() {
    var set =
        Deliverables.of(BASE)
            .asIs("main")
            .add("low", d -> d.voice("low"))
            .add("high", d -> d.voice("high").format(VideoFormat.SQUARE));

    var bought = ids(plan(set), Action.BUY);

    assertThat(bought).hasSize(3 + 9);
    assertThat(Stream.of("main", "low", "high"))
        .allMatch(name -> bought.contains(name + "/speech-1"));
  }
}
