package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.error.Problem;
import io.vidgen.job.Deliverables;
import io.vidgen.job.JobState;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.Render;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.RenderSet;
import io.vidgen.job.RenderSetJob;
import io.vidgen.job.Shoot;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import io.vidgen.testkit.FakeCalls;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import io.vidgen.testkit.ManualTime;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several videos of one story. */
@Timeout(300)
class StoryDeliverablesTest extends StoryFixture {
  private static final Script FRENCH =
      new Script(
          "Essai",
          Locale.FRENCH,
          List.of(
              scene("", 1, "Mia", "Voici la ligne un."),
              scene("", 1, "Mia", "Voici la ligne deux, qui est" + " vraiment longue".repeat(15)),
              scene("", 1, "Mia", "Voici la ligne trois.")));

  private static Deliverables six() {
    return Deliverables.of(story(3).build())
        .asIs("main")
        .format("wide", VideoFormat.LANDSCAPE)
        .language("fr", FRENCH)
        .add("fr-square", d -> d.script(FRENCH).format(VideoFormat.SQUARE))
        .withoutCaptions("clean")
        .teaser("teaser", Duration.ofSeconds(10));
  }

  private RenderPlan plan(Deliverables set) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(set);
    }
  }

  private RenderSet render(Deliverables set) throws InterruptedException {
    try (var pipeline = builder().clock(studio.time).scheduler(studio.time).build()) {
      var job = pipeline.submit(set);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job.join();
    }
  }

  private static List<String> bought(RenderPlan plan) {
    return plan.steps().stream()
        .filter(step -> step.action() == Action.BUY)
        .map(PlannedStep::id)
        .toList();
  }

  @Test
  void plan_sixDeliverables_buysEachClipOnce() {
    var plan = plan(six());

    assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
    assertThat(bought(plan)).containsExactly("main/clip-1", "main/clip-2", "main/clip-3");
    assertThat(plan.price()).isEqualTo(Price.exactly(Money.usd("2.20")));
  }

  @Test
  void render_sixDeliverables_paysThePlanAndSpeaksOverTheSameClips() throws Exception {
    var price = plan(six()).price();

    var set = render(six());

    assertThat(vendor.charges()).hasSize(3);
    assertThat(set.cost()).isEqualTo(price);
    assertThat(studio.speech.calls().log())
        .extracting(FakeCalls.Call::detail)
        .hasSize(3)
        .allMatch(text -> text.startsWith("Voici"));
    assertThat(set.get("main").duration()).isEqualTo(Duration.ofSeconds(22));
    assertThat(set.get("wide").duration()).isEqualTo(Duration.ofSeconds(22));
    assertThat(set.get("fr").duration())
        .as("the second clip waits until everything is said")
        .isGreaterThan(Duration.ofSeconds(22))
        .isEqualTo(set.get("fr-square").duration());
    assertThat(set.get("teaser").duration()).isEqualTo(Duration.ofSeconds(10));
    assertThat(Files.readString(set.get("fr").file(Render.SRT))).contains("Voici la");
    assertThat(Files.readString(set.get("fr").file(Render.SCRIPT)))
        .contains("Voici la ligne un.", "picture 1");
    assertThat(Files.readString(set.get("fr").file(Render.MANIFEST)))
        .contains("our own voice takes");
    assertThat(bought(plan(six()))).isEmpty();
  }

  @Test
  void render_language_hearsNothingOfTheClips() throws Exception {
    var unused = render(Deliverables.of(story(3).build()).language("fr", FRENCH));

    assertThat(studio.composer.calls().log())
        .filteredOn(call -> call.method().equals(FakeComposer.MIX))
        .singleElement()
        .satisfies(call -> assertThat(call.detail()).doesNotContain("video/mp4"));
  }

  @Test
  void render_teaserAlone_buysOnlyTheClipsItShows() throws Exception {
    var teaser = Deliverables.of(story(4).build()).teaser("teaser", Duration.ofSeconds(10));

    var plan = plan(teaser);
    var set = render(teaser);

    assertThat(bought(plan)).containsExactly("teaser/clip-1", "teaser/clip-2");
    assertThat(vendor.charges()).hasSize(2);
    assertThat(set.get("teaser").duration()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void render_posterAlone_buysOneClipAndHearsNothing() throws Exception {
    var set = render(Deliverables.of(story(3).build()).poster("cover"));

    assertThat(vendor.charges()).hasSize(1);
    assertThat(set.get("cover").files().keySet()).containsExactly(Render.POSTER);
    assertThat(studio.composer.calls().count(FakeComposer.FINISH)).isZero();
    assertThat(studio.composer.calls().count(FakeComposer.AUDIO)).isZero();
  }

  @Test
  void plan_languageOfATheme_isAProblem() {
    var plan =
        plan(
            Deliverables.of(VideoRequest.story("A fox learns to swim").build())
                .asIs("main")
                .language("fr", FRENCH));

    assertThat(problems(plan, Problem.Severity.ERROR))
        .extracting(Problem::field)
        .contains("fr/script");
  }

  @Test
  void plan_languageWithNarratedScene_sharesItsPicture() {
    var set =
        Deliverables.of(story(3).shoot(2, Shoot.NARRATED).build())
            .asIs("main")
            .language("fr", FRENCH);

    var same =
        plan(set).steps().stream()
            .filter(step -> step.reason().startsWith("the same as"))
            .map(PlannedStep::id)
            .toList();

    assertThat(same).contains("fr/image-2", "fr/clip-1").doesNotContain("fr/speech-2");
  }

  @Test
  void render_diesAtSomeWrites_isFinishedByTheNextAndPaidOnce() throws Exception {
    assertPaidOnce(25);
  }

  @Test
  @Tag("soak")
  @Timeout(600)
  void render_diesAtAnyWrite_isFinishedByTheNextAndPaidOnce() throws Exception {
    assertPaidOnce(1);
  }

  /** Dies at the first write, and at each that comes so many after another. */
  private void assertPaidOnce(int distance) throws Exception {
    int writes;
    var counted = FakeVendor.open(Files.createTempDirectory(directory, "count"));
    try (var ledger = Ledgers.inMemory()) {
      var counting = CrashingLedger.failing(ledger, Point.never());
      assertThat(renderOver(counting, counted).state()).isEqualTo(JobState.SUCCEEDED);
      writes = counting.writes();
    }
    assertThat(writes).isGreaterThan(40);
    for (int write = 1; write <= writes; write += distance) {
      var own = FakeVendor.open(Files.createTempDirectory(directory, "render"));
      try (var ledger = Ledgers.inMemory()) {
        var dying = CrashingLedger.failing(ledger, new Point("", write, false));
        var died = renderOver(dying, own);
        var next = renderOver(ledger, own);

        assertThat(died.state()).as("write %d", write).isEqualTo(JobState.FAILED);
        assertThat(next.state()).as("%s", next.failure()).isEqualTo(JobState.SUCCEEDED);
        assertThat(own.charges()).as("paid, write %d", write).hasSize(3);
      }
    }
  }

  private static RenderSetJob renderOver(Ledger ledger, FakeVendor vendor)
      throws InterruptedException {
    var time = ManualTime.create();
    var videos =
        FakeVideoProvider.of(vendor, SubmitSafety.RECONCILABLE).polled(Duration.ofSeconds(5), time);
    try (var storage = Storages.inMemory();
        var pipeline =
            VideoPipeline.builder()
                .ledger(ledger)
                .storage(storage)
                .videos(videos)
                .speech(FakeSpeechProvider.create())
                .images(FakeImageProvider.create())
                .transcription(FakeTranscriptionProvider.aligner())
                .composer(FakeComposer.create())
                .clock(time)
                .scheduler(time)
                .build()) {
      var job = pipeline.submit(six());
      assertThat(time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }
}
