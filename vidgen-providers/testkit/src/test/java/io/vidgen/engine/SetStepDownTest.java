package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Deliverables;
import io.vidgen.job.Overrun;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.Render;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.RenderSet;
import io.vidgen.job.StepDown;
import io.vidgen.job.Story;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.testkit.FakeImageProvider;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several videos of one purchase whose plan is over a budget. */
class SetStepDownTest extends StepDownFixture {

  private static Deliverables set(Story story, int scenes) {
    return Deliverables.of(story)
        .asIs("main")
        .format("wide", VideoFormat.LANDSCAPE)
        .language("fr", french(scenes))
        .teaser("teaser", Duration.ofSeconds(10));
  }

  private static Script french(int scenes) {
    var said =
        IntStream.rangeClosed(1, scenes)
            .mapToObj(i -> scene("", 1, "Mia", "Voici la ligne " + i + "."))
            .toArray(Scene[]::new);
    return new Script("Essai", Locale.FRENCH, List.of(said));
  }

  private RenderPlan plan(Deliverables set, RenderOptions options) {
    try (var pipeline = builder().build()) {
      return pipeline.plan(set, options);
    }
  }

  private RenderSet render(Deliverables set, RenderOptions options) throws InterruptedException {
    try (var pipeline = builder().build()) {
      var job = pipeline.submit(set, options);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job.join();
    }
  }

  private static PlannedStep step(RenderPlan plan, String id) {
    return plan.steps().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"13, 12.8, SSSS", "9, 8, SSFF", "2, 2, FLLL", "1, 0.8, LLPP", "0.1, 0, PPPP"})
  void plan_overBudget_isLoweredAsAWholeAndRenderedSo(String budget, String price, String expected)
      throws Exception {
    var set = set(clips(4).build(), 4);
    var plan = plan(set, within(budget));

    assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
    assertThat(StepDownTest.made(plan, 4)).isEqualTo(expected);
    assertThat(plan.price()).isEqualTo(price.equals("0") ? Price.free() : usd(price));
    assertThat(studio.ledger.all()).isEmpty();

    var made = render(set, within(budget));

    assertThat(made.cost()).isEqualTo(plan.price());
    assertThat(charged()).isEqualTo(Money.usd(price));
    assertThat(vendor.charges()).hasSize((int) expected.chars().filter(c -> c != 'P').count());
  }

  @Test
  void render_lowered_showsTheSameMeansInEveryDeliverable() throws Exception {
    var set = set(clips(4).build(), 4);
    var plan = plan(set, within("9"));

    assertThat(plan.stepDowns())
        .extracting(d -> d.scene() + " " + d.to())
        .containsExactly("3 " + FAST, "4 " + FAST);
    assertThat(step(plan, "wide/clip-3").model()).isEqualTo("fast");
    assertThat(step(plan, "fr/clip-4").fingerprint())
        .isNotNull()
        .isEqualTo(step(plan, "main/clip-4").fingerprint());

    var made = render(set, within("9"));

    for (var name : List.of("main", "wide", "fr")) {
      assertThat(Files.readString(made.get(name).file(Render.MANIFEST)))
          .as(name)
          .contains("stepped down from standard of fake-video to fast");
    }
    assertThat(render(set, within("9")).cost()).isEqualTo(Price.free());
  }

  @Test
  void plan_heroes_keepTheirMeansInEveryDeliverable() {
    var plan = plan(set(clips(4).hero(4).build(), 4), within("9"));

    assertThat(StepDownTest.made(plan, 4)).isEqualTo("SFFS");
    assertThat(step(plan, "fr/clip-4").model()).isEqualTo("standard");
  }

  @Test
  void render_nothingFits_isRefusedBeforeAnythingIsSent() {
    var options = options("3", Overrun.stepDown().keepHeroes());
    var set = set(clips(3).hero(2).build(), 3);

    assertThat(problems(plan(set, options), Severity.ERROR))
        .extracting(Problem::message)
        .anyMatch(m -> m.contains("costs up to USD 3.20"));
    assertThatThrownBy(() -> render(set, options))
        .isInstanceOf(VidgenException.class)
        .satisfies(
            e -> assertThat(((VidgenException) e).kind()).isEqualTo(FailureKind.OVER_BUDGET));
    assertThat(vendor.posts()).isZero();
  }

  @Test
  void render_oneVideoAfterTheSet_findsWhatWasBought() throws Exception {
    var story = clips(4).build();
    render(set(story, 4), within("9"));
    int posts = vendor.posts();

    var plan = plan(story, within("9"));
    var alone = render(story, within("9"));

    assertThat(plan.stepDowns()).allMatch(down -> down.reason().contains("begun so before"));
    assertThat(alone.cost()).isEqualTo(Price.free());
    assertThat(vendor.posts()).isEqualTo(posts);
  }

  @Test
  void render_narrated_hasPicturesOfTheSameMakerInEverySize() throws Exception {
    var free = FakeImageProvider.create();
    var set =
        Deliverables.of(Studio.narrated("One.", "Two.", "Three."))
            .asIs("main")
            .format("wide", VideoFormat.LANDSCAPE);
    var order = Overrun.stepDown(StepDown.provider(free.id()));
    try (var pipeline = builder().images(new PaidPictures(), free).build()) {
      var plan = pipeline.plan(set, options("0.09", order));

      assertThat(lowered(plan)).isEqualTo(Map.of(3, "a picture of " + free.id()));
      assertThat(plan.price()).isEqualTo(usd("0.08"));
      assertThat(step(plan, "wide/image-2").provider()).isEqualTo("paid-pictures");
      assertThat(step(plan, "wide/image-3").provider()).isEqualTo(free.id());

      // Nobody can buy these pictures, so a render that does fails.
      var job = pipeline.submit(set, options("0.01", order));
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      assertThat(job.join().cost()).isEqualTo(Price.free());
    }
  }
}
