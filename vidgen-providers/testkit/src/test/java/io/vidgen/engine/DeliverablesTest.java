package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.Deliverables;
import io.vidgen.job.JobState;
import io.vidgen.job.Narrated;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.RenderSet;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeSpeechProvider;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several videos of one narrated request. */
@Timeout(300)
class DeliverablesTest {
  /** At 0.3 s a word with 0.45 s around: 54, 63 and 72 frames. */
  private static final Narrated BASE =
      Studio.narrated(
          "One two three four five.",
          "Six seven eight nine ten and eleven.".replace(" and", ""),
          "Twelve thirteen fourteen fifteen sixteen seventeen.");

  private static final Script FRENCH =
      french("Un deux trois.", "Quatre cinq six sept.", "Huit neuf dix onze douze.");

  private final Studio studio = new Studio();
  private final BoughtPictures pictures = new BoughtPictures();
  private final FakeSpeechProvider voice =
      FakeSpeechProvider.builder().price(Money.usd("0.10")).build();

  @AfterEach
  void close() {
    studio.close();
  }

  private VideoPipelineBuilder builder() {
    return studio.builder().images(pictures).speech(voice);
  }

  private static Script french(String... sentences) {
    return Studio.script(sentences).withLanguage(Locale.FRENCH);
  }

  private static Deliverables six(Narrated base) {
    return Deliverables.of(base)
        .asIs("main")
        .format("square", VideoFormat.SQUARE)
        .language("fr", FRENCH)
        .add("fr-wide", d -> d.format(VideoFormat.LANDSCAPE).script(FRENCH))
        .withoutCaptions("clean")
        .teaser("teaser", Duration.ofSeconds(3));
  }

  private RenderPlan plan(Deliverables set) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(set);
    }
  }

  private RenderSet render(Deliverables set) {
    try (var pipeline = builder().build()) {
      return pipeline.render(set);
    }
  }

  private List<String> redone(Deliverables set) {
    var log = new EventLog();
    try (var pipeline = builder().addListener(log).build()) {
      var unused = pipeline.render(set);
    }
    return log.redone().stream().sorted().toList();
  }

  private static List<String> ids(RenderPlan plan, Action action) {
    return plan.steps().stream()
        .filter(step -> step.action() == action)
        .map(PlannedStep::id)
        .toList();
  }

  private Money spent() {
    return studio.ledger.all().stream()
        .map(StepRecord::spent)
        .filter(java.util.Objects::nonNull)
        .reduce(Money.usd("0"), Money::plus);
  }

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
  void plan_teaserAlone_listsWhatItMayShowAndRenderBuysWhatItShows() {
    var teaser = Deliverables.of(BASE).teaser("teaser", Duration.ofSeconds(3));

    var plan = plan(teaser);
    var set = render(teaser);

    assertThat(ids(plan, Action.BUY)).contains("teaser/speech-1", "teaser/image-2");
    var price = (Price.Range) plan.price();
    assertThat(price.low()).isEqualTo(Money.usd("0.14"));
    assertThat(spent()).isEqualTo(Money.usd("0.28")).isLessThanOrEqualTo(price.high());
    assertThat(pictures.calls().total()).isEqualTo(2);
    assertThat(set.get("teaser").duration()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void render_teaser_fadesItsSoundAndCutsItsCaptions() throws Exception {
    var set = render(Deliverables.of(BASE).teaser("teaser", Duration.ofSeconds(3)));

    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.MIX))
        .singleElement()
        .satisfies(call -> assertThat(call.detail()).contains("frames=90,").contains("fadeOut=22"));
    var srt = Files.readString(set.get("teaser").file(Render.SRT));
    assertThat(srt).contains("--> 00:00:02,999").doesNotContain("Twelve");
  }

  @Test
  void render_teaserThatIsLongerThanTheVideo_isTheWholeVideo() {
    var set = render(Deliverables.of(BASE).asIs("main").teaser("teaser", Duration.ofMinutes(1)));

    assertThat(set.get("teaser").duration()).isEqualTo(set.get("main").duration());
    assertThat(set.get("teaser").redone()).isZero();
  }

  @Test
  void render_teaserEndsWithinATransition_showsNoFlashOfTheNextScene() {
    // The second scene begins at frame 59; four frames of it are still in the transition.
    var set = render(Deliverables.of(BASE).teaser("teaser", Duration.ofMillis(2000)));

    assertThat(set.get("teaser").duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(pictures.calls().total()).isEqualTo(1);
  }

  @Test
  void render_posterAlone_buysOnePictureAndEncodesNoVideo() {
    var set =
        render(
            Deliverables.of(BASE).add("cover", d -> d.format(VideoFormat.LANDSCAPE).onlyPoster()));

    assertThat(set.get("cover").files().keySet()).containsExactly(Render.POSTER);
    assertThat(set.get("cover").file(Render.POSTER)).exists();
    assertThat(pictures.calls().total()).isEqualTo(1);
    assertThat(voice.calls().total()).isZero();
    assertThat(studio.composer.calls().count(FakeComposer.FINISH)).isZero();
    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.SEGMENT))
        .singleElement()
        .satisfies(call -> assertThat(call.detail()).contains("frames=1,"));
  }

  @Test
  void render_posterAt_takesTheFrameOfThatTime() {
    var unused =
        render(
            Deliverables.of(BASE)
                .add("main", d -> d.posterAt(Duration.ofSeconds(3)))
                .poster("cover", Duration.ofSeconds(3)));

    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.SEGMENT))
        .anyMatch(
            call -> call.detail().contains("frames=1,") && call.detail().contains("offset=31"));
    assertThat(studio.composer.calls().count(FakeComposer.POSTER)).isEqualTo(2);
    assertThat(pictures.calls().total()).isEqualTo(3);
  }

  @Test
  void render_otherShape_cutsLittleAndBlursWhatWouldBeLost() {
    var unused =
        render(
            Deliverables.of(BASE)
                .format("square", VideoFormat.SQUARE)
                .format("wide", VideoFormat.LANDSCAPE));

    assertThat(segments()).anyMatch(s -> s.contains("1080x1080") && s.contains("fit=COVER"));
    assertThat(segments())
        .filteredOn(s -> s.contains("1920x1080"))
        .allMatch(s -> s.contains("fit=BLURRED_FILL"));
    assertThat(pictures.calls().total()).isEqualTo(3);
  }

  private List<String> segments() {
    return studio.composer.calls().log().stream()
        .filter(call -> call.method().equals(FakeComposer.SEGMENT))
        .map(io.vidgen.testkit.FakeCalls.Call::detail)
        .toList();
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

  @Test
  void render_posterAtTheStartOfAScene_showsItsFirstFrame() {
    // The second scene begins at frame 59.
    var start = Duration.ofNanos(59 * 1_000_000_000L / 30);

    var unused = render(Deliverables.of(BASE).poster("cover", start));

    assertThat(segments())
        .singleElement()
        .satisfies(segment -> assertThat(segment).contains("frames=1,", "offset=0"));
  }

  @Test
  void render_posterOfAVideoAtTheStartOfAScene_isTheMiddleOfItsTransition() {
    var start = Duration.ofNanos(59 * 1_000_000_000L / 30);

    var unused = render(Deliverables.of(BASE).add("main", d -> d.posterAt(start)));

    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.POSTER))
        .singleElement()
        .satisfies(call -> assertThat(call.detail()).contains("frame=6,"));
  }
}
