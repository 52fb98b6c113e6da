package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Overrun;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.StepDown;
import io.vidgen.job.SteppedDown;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeSpeechProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans over a budget that are made cheaper scene by scene. */
class StepDownTest extends StepDownFixture {
  private final List<String> said = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "20, 19.2, SSSSSS",
    "15, 14.4, SSSSFF",
    "10, 9.6, SSFFFF",
    "5, 4.8, FFFFFF",
    "3, 2.8, FLLLLL",
    "2.4, 2.4, LLLLLL",
    "1, 0.8, LLPPPP",
    "0.1, 0, PPPPPP"
  })
  void plan_overBudget_lowersTheLastScenesFirstAndRungByRung(
      String budget, String price, String expected) throws Exception {
    var plan = plan(clips(6).build(), within(budget));

    assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
    assertThat(made(plan, 6)).isEqualTo(expected);
    assertThat(plan.price()).isEqualTo(price.equals("0") ? Price.free() : usd(price));
    assertThat(studio.ledger.all()).isEmpty();

    var render = render(clips(6).build(), within(budget));

    assertThat(render.cost()).isEqualTo(plan.price());
    assertThat(charged()).isEqualTo(Money.usd(price));
    assertThat(vendor.charges()).hasSize((int) expected.chars().filter(c -> c != 'P').count());
  }

  /** A letter for each scene: standard, fast, lite, picture. */
  static String made(RenderPlan plan, int scenes) {
    var lowered = lowered(plan);
    var text = new StringBuilder();
    for (int scene = 1; scene <= scenes; scene++) {
      var to = lowered.getOrDefault(scene, "S");
      text.append(to.equals(FAST) ? "F" : to.equals(LITE) ? "L" : to.equals(STILL) ? "P" : to);
    }
    return text.toString();
  }

  @Test
  void plan_steppedDown_saysFromWhatToWhatAndWhatItSaves() throws Exception {
    var plan = plan(clips(2).build(), within("4"));

    assertThat(plan.stepDowns())
        .containsExactly(
            new SteppedDown(
                2,
                "standard of fake-video",
                FAST,
                "as asked, all would cost up to USD 6.40",
                usd("2.40")));

    var render = render(clips(2).build(), within("4"));

    assertThat(manifest(render)).contains("stepped down from standard of fake-video to fast");
  }

  @Test
  void plan_heroes_areLoweredWhenAllOthersAreAtTheBottom() {
    var story = clips(6).hero(6).build();

    assertThat(made(plan(story, within("10")), 6)).isEqualTo("SFFFFS");
    assertThat(made(plan(story, within("5")), 6)).isEqualTo("LLLLPS");
    assertThat(made(plan(story, within("1")), 6)).isEqualTo("PPPPPF");
    assertThat(made(plan(story, options("5", Overrun.stepDown().keepHeroes())), 6))
        .isEqualTo("LLLLPS");
  }

  @Test
  void plan_heroesAreKept_isRefusedRatherThanLoweringThem() {
    var options = options("3", Overrun.stepDown().keepHeroes());
    var plan = plan(clips(3).hero(2).build(), options);

    assertThat(plan.isRunnable()).isFalse();
    assertThat(problems(plan, Severity.ERROR))
        .extracting(Problem::message)
        .anyMatch(m -> m.contains("costs up to USD 3.20"));
    assertThatThrownBy(() -> render(clips(3).hero(2).build(), options))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("USD 3.20")
        .satisfies(
            e -> assertThat(((VidgenException) e).kind()).isEqualTo(FailureKind.OVER_BUDGET));
    assertThat(vendor.posts()).isZero();
    assertThat(studio.ledger.all()).isEmpty();
  }

  @Test
  void plan_orderOfTheUser_isFollowed() {
    var order = Overrun.stepDown(StepDown.model("lite"), StepDown.still());

    assertThat(made(plan(clips(6).build(), options("15", order)), 6)).isEqualTo("SSSSLL");
    assertThat(made(plan(clips(6).build(), options("2", order)), 6)).isEqualTo("LLLLLP");
  }

  @Test
  void plan_otherProvider_films() {
    var other = fast.named("other");
    var order = Overrun.stepDown(StepDown.provider("other"));

    var plan = plan(builder().videos(videos, other), clips(3).build(), options("8", order));

    assertThat(lowered(plan)).isEqualTo(Map.of(3, "fast of other"));
    assertThat(plan.price()).isEqualTo(usd("7.2"));
  }

  @Test
  void plan_rungThatSavesNothing_isPassedOverAndSaid() {
    var same = fast.model("same", Money.usd("0.40"));
    videos = videos.tiers(same, lite);

    var plan = plan(clips(2).build(), within("5"));

    assertThat(made(plan, 2)).isEqualTo("SL");
    assertThat(problems(plan, Severity.WARNING))
        .extracting(Problem::message)
        .anyMatch(m -> m.contains("same of fake-video: it saves nothing"));
  }

  @Test
  void plan_modelThatIsNotThere_isPassedOverAndSaid() {
    var order = Overrun.stepDown(StepDown.model("mini"), StepDown.model("lite"));

    var plan = plan(clips(2).build(), options("5", order));

    assertThat(made(plan, 2)).isEqualTo("SL");
    assertThat(problems(plan, Severity.WARNING))
        .extracting(Problem::message)
        .contains(
            "stepping down passes over model mini: there is none; there are [fast, lite, standard]");
  }

  @Test
  void plan_rungThatIsNotThere_isSaidAlsoWhereNothingIsSteppedDown() throws Exception {
    var order =
        Overrun.stepDown(StepDown.model("fsat"), StepDown.provider("storybord"), StepDown.still());

    for (var request : List.of(clips(2).build(), Studio.narrated("One.", "Two."))) {
      var plan = plan(request, options("100", order));

      assertThat(plan.stepDowns()).isEmpty();
      assertThat(problems(plan, Severity.WARNING))
          .filteredOn(problem -> problem.field().equals("overrun"))
          .extracting(Problem::message)
          .satisfiesExactly(
              first -> assertThat(first).contains("model fsat: there is none; there are [fast"),
              next -> assertThat(next).contains("provider storybord: there is none; there are ["));
      assertThat(problems(plan, Severity.WARNING))
          .filteredOn(problem -> problem.field().equals("overrun"))
          .allSatisfy(problem -> assertThat(problem.remedy()).contains("correct the id"));
    }
    assertThat(manifest(render(clips(2).build(), options("100", order))))
        .contains("model fsat: there is none");
  }

  @Test
  void plan_modelOfAnother_isPassedOverByThoseWhoHaveItNot() {
    var other = videos(SubmitSafety.RECONCILABLE).named("other").model("far", Money.usd("0.50"));
    var order = Overrun.stepDown(StepDown.model("far"), StepDown.model("lite"));

    var plan = plan(builder().videos(videos, other), clips(2).build(), options("5", order));

    assertThat(made(plan, 2)).isEqualTo("SL");
    assertThat(problems(plan, Severity.WARNING))
        .extracting(Problem::message)
        .anyMatch(m -> m.contains("passes over model far: it is none of fake-video"));
  }

  @Test
  void plan_nobodySpeaksTheLanguage_makesNoStillPicture() {
    var french = FakeSpeechProvider.builder().languages("fr").build();

    var plan = plan(builder().speech(french), clips(2).build(), within("0.5"));

    assertThat(plan.isRunnable()).isFalse();
    assertThat(made(plan, 2)).isEqualTo("LL");
    assertThat(plan.problems())
        .extracting(Problem::message)
        .anyMatch(m -> m.contains("no voice speaks en"))
        .anyMatch(m -> m.contains("costs up to USD 0.80"));
  }

  /** The code of docs/cost.md. */
  @Test
  void sample_steppingDown_saysWhatItDoes() {
    var story = clips(6).hero(1, 6).build();
    try (var pipeline = builder().build()) {
      // tag::down
      RenderOptions options =
          RenderOptions.builder()
              .budget(Budget.perRender(Money.usd("10")))
              .overrun(Overrun.stepDown())
              .build();
      RenderPlan plan = pipeline.plan(story, options);
      for (SteppedDown down : plan.stepDowns()) {
        report(down.scene() + ": " + down.to() + " instead of " + down.from());
      }
      // end::down
    }
    assertThat(said).hasSize(4).contains("2: fast of fake-video instead of standard of fake-video");
  }

  private void report(String line) {
    said.add(line);
  }

  @Test
  void plan_fits_lowersNothing() {
    assertThat(plan(clips(2).build(), within("6.40")).stepDowns()).isEmpty();
    var unlimited = RenderOptions.builder().overrun(Overrun.stepDown()).build();
    assertThat(plan(clips(2).build(), unlimited).stepDowns()).isEmpty();
  }

  @Test
  void plan_asked_getsThePlanAsItIs() throws Exception {
    var seen = new ArrayList<RenderPlan>();
    var ask =
        Overrun.ask(
            plan -> {
              seen.add(plan);
              return false;
            });

    assertThatThrownBy(() -> render(clips(2).build(), options("5", ask)))
        .isInstanceOf(VidgenException.class);
    assertThat(seen).singleElement().satisfies(p -> assertThat(p.stepDowns()).isEmpty());
    assertThat(vendor.posts()).isZero();
  }

  @Test
  void plan_chain_isCutWhereTheModelChanges() throws Exception {
    var plan = plan(story(6).build(), within("10"));

    assertThat(made(plan, 6)).isEqualTo("SSFFFF");
    assertThat(plan.price()).isEqualTo(usd("8.9"));

    var render = render(story(6).build(), within("10"));

    assertThat(render.cost()).isEqualTo(plan.price());
    assertThat(charged()).isEqualTo(Money.usd("8.9"));
    assertThat(videos.requests()).extracting(ClipRequest::extend).hasSize(2);
    assertThat(fast.requests()).hasSize(4);
    assertThat(fast.requests().get(0).extend()).isNull();
    assertThat(fast.requests().subList(1, 4)).allMatch(r -> r.extend() != null);
  }

  @Test
  void plan_sceneIsBought_staysAsItIs() throws Exception {
    render(clips(6).build().draft().promote(5, 6));

    var plan = plan(clips(6).build(), within("7"));

    assertThat(made(plan, 6)).isEqualTo("SFFFSS");
    assertThat(plan.price()).isEqualTo(usd("5.6"));
    render(clips(6).build(), within("7"));
    assertThat(charged()).isEqualTo(Money.usd("12"));
  }

  @Test
  void render_again_findsWhatWasBoughtAtEveryTier() throws Exception {
    var story = story(6).hero(4).build();
    var first = render(story, within("9"));
    int posts = vendor.posts();

    var again = render(story, within("9"));
    var richer = render(story, within("100"));

    assertThat(List.of(again.cost(), richer.cost())).containsOnly(Price.free());
    assertThat(first.cost()).isNotEqualTo(Price.free());
    assertThat(vendor.posts()).isEqualTo(posts);
  }
}
