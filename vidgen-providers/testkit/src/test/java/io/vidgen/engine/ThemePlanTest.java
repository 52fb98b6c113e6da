package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.job.Chaining;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Shoot;
import io.vidgen.job.VideoRequest;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.spi.Capabilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans of stories whose script is not written yet. */
class ThemePlanTest extends ThemeFixture {

  @Test
  void plan_theme_listsEverythingAndSpendsNothing() {
    var plan = studio.plan(story(b -> b.characters(LEA)));

    assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
    assertThat(ids(plan)).contains("script", "image-character-lea", "clip-1", "clip-2", "clip-3");
    assertThat(ids(plan)).contains("segment-3", "captions", "mix", "finish", "poster");
    assertThat(ids(plan)).doesNotContain("clip-4").doesNotHaveDuplicates();
    // A script, a free picture, and 8 + 7 + 7 s of clips.
    assertThat(plan.price()).isEqualTo(Price.exactly(Money.usd("2.21")));
    assertThat(plan.expected()).isGreaterThan(Duration.ofSeconds(2));
    assertThat(studio.written() + studio.drawn() + studio.vendor.posts()).isZero();
    assertThat(studio.studio.ledger.all()).isEmpty();
  }

  @Test
  void plan_longThemeWithoutAName_isAProjectOfAShortOne() {
    var text = "A botanist walks around the lakes of a country that is not on any map, ".repeat(3);
    var options = RenderOptions.builder().budget(Budget.perProject(Money.usd("0.01"))).build();

    var one = project(text + "once.", options);
    var other = project(text + "twice.", options);

    assertThat(one).startsWith("A botanist walks around the lakes").hasSizeBetween(80, 100);
    assertThat(one).isEqualTo(project(text + "once.", options)).isNotEqualTo(other);
    assertThat(project("Lakes\nof the north", options)).startsWith("Lakes… #");
    assertThat(project("Lakes", options)).isEqualTo("Lakes");
    assertThat(project(text, RenderOptions.builder().project("x").build())).isEqualTo("x");
  }

  private String project(String theme, RenderOptions options) {
    var request = VideoRequest.story(theme).length(Duration.ofSeconds(20)).build();
    var plans = new ArrayList<RenderPlan>();
    studio.with(pipeline -> plans.add(pipeline.plan(request, options)));
    return plans.get(0).comparison().project();
  }

  @Test
  void plan_scriptIsThere_saysSo() {
    var request = story(b -> b.characters(LEA));
    studio.render(request);

    assertThat(studio.plan(request).steps()).allMatch(step -> step.action() == Action.REUSE);
    assertThat(studio.plan(request).price()).isEqualTo(Price.free());
  }

  @Test
  void plan_everythingForeseen_isWhatIsDone() throws Exception {
    var request = story(b -> b.characters(LEA));

    var foreseen = studio.plan(request);

    assertThat(studio.redone(request)).containsExactlyInAnyOrderElementsOf(ids(foreseen));
  }

  @Test
  void plan_drawnBefore_isReused() {
    studio.with(pipeline -> pipeline.draw(LEA));

    var step = step(studio.plan(story(b -> b.characters(LEA))), "image-character-lea");

    assertThat(step.action()).isEqualTo(Action.REUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "4,EXTENDED,1",
    "8,EXTENDED,1",
    "9,EXTENDED,2",
    "15,EXTENDED,2",
    "16,EXTENDED,3",
    "148,EXTENDED,21",
    "24,SEPARATE,3",
    "25,SEPARATE,4",
    "300,SEPARATE,38"
  })
  void plan_length_takesTheFewestClipsThatReachIt(int seconds, Chaining chaining, int clips) {
    var length = Duration.ofSeconds(seconds);
    var plan = studio.plan(story(b -> b.length(length).chaining(chaining)));

    assertThat(plan.steps().stream().filter(s -> s.kind().equals("clip"))).hasSize(clips);
  }

  @Test
  void plan_longerThanAChain_isRefused() {
    var plan = studio.plan(story(b -> b.length(Duration.ofSeconds(149))));

    assertThat(errors(plan)).singleElement().asString().contains("theme.length", "148 s");
  }

  @ParameterizedTest
  @CsvSource({"300,0", "149,5", "149,1"})
  void plan_longerThanAChainButInShorterRuns_isFine(int seconds, int narrated) {
    var length = Duration.ofSeconds(seconds);
    var plan = studio.plan(story(b -> b.length(length).shoot(narrated, Shoot.NARRATED)));

    assertThat(errors(plan)).isEmpty();
    assertThat(plan.steps()).extracting(PlannedStep::kind).contains("speech");
  }

  @Test
  void plan_shorterThanAClip_saysHowLongItWillBe() {
    assertThat(studio.plan(story(b -> b.length(Duration.ofSeconds(4)))).problems())
        .extracting(Problem::toString)
        .contains(
            "theme.length: 4 s are asked for, and the video will have 8 s, as long as its one"
                + " clip");
    assertThat(studio.plan(story(b -> b.length(Duration.ofSeconds(9)))).problems())
        .noneMatch(p -> p.field().equals("theme.length"));
  }

  @ParameterizedTest
  @CsvSource({"1,2 to 3", "4,2 to 3"})
  void plan_scenesThatDoNotShareTheClips_areRefused(int scenes, String range) {
    var plan = studio.plan(story(b -> b.scenes(scenes)));

    assertThat(errors(plan)).singleElement().asString().contains("theme.scenes", range);
  }

  @Test
  void plan_choiceForASceneThatWillNotBe_isRefused() {
    var plan = studio.plan(story(b -> b.shoot(4, Shoot.NARRATED).take(5, 1)));

    assertThat(errors(plan)).extracting(Problem::field).containsExactly("takes", "shoots");
  }

  @Test
  void plan_nobodyWrites_saysHowToGetSomebody() {
    try (var pipeline = studio.studio.builder().videos(studio.videos).build()) {
      assertThat(errors(pipeline.plan(story(b -> b))))
          .singleElement()
          .asString()
          .contains("script provider", "vidgen-providers-google");
    }
  }

  @Test
  void plan_unknownLanguage_isRefused() {
    var english = Capabilities.builder().addLanguages("en").build();
    try (var pipeline = studio.builder().scripts(studio.scripts.able(english)).build()) {
      assertThat(errors(pipeline.plan(story(b -> b.language(Locale.FRENCH)))))
          .singleElement()
          .asString()
          .contains("script in fr");
    }
  }

  private static PlannedStep step(RenderPlan plan, String id) {
    return plan.steps().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
