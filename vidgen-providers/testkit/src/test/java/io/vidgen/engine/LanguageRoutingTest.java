package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Shoot;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import io.vidgen.money.Money;
import io.vidgen.routing.VideoRouter;
import io.vidgen.testkit.FakeSpeechProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who speaks which language. */
@Timeout(300)
class LanguageRoutingTest {
  @TempDir Path directory;
  private final Studio studio = new Studio();
  private final FakeSpeechProvider english =
      FakeSpeechProvider.builder().id("english").languages("en").build();
  private final FakeSpeechProvider all = FakeSpeechProvider.builder().id("all").build();

  @AfterEach
  void close() {
    studio.close();
  }

  private static Script script(String tag) {
    var script = Studio.script("One here.", "Two here.");
    return new Script(script.title(), Locale.forLanguageTag(tag), script.scenes());
  }

  private static Narrated narrated(String tag) {
    return VideoRequest.narrated(script(tag)).build();
  }

  private RenderPlan plan(VideoRouter router, VideoRequest request, FakeSpeechProvider... voices) {
    try (var pipeline = studio.builder().router(router).speech(voices).build()) {
      return pipeline.plan(request);
    }
  }

  private static String speaker(RenderPlan plan) {
    return plan.steps().stream()
        .filter(step -> step.kind().equals("speech"))
        .map(step -> step.provider())
        .distinct()
        .reduce((a, b) -> a + ", " + b)
        .orElse("nobody");
  }

  @Test
  void plan_languageThatTheFirstDoesNotSpeak_isSpokenByTheNextAndSaysWhy() {
    var plan = plan(VideoRouter.listed(), narrated("fr"), english, all);

    assertThat(speaker(plan)).isEqualTo("all");
    assertThat(plan.steps())
        .filteredOn(step -> step.kind().equals("speech"))
        .allSatisfy(
            step ->
                assertThat(step.routing().describe())
                    .contains("english: passed over: speaks no fr"));
  }

  @Test
  void plan_languagePrefersSomebody_thatOneComesFirst() {
    var router = VideoRouter.listed().forLanguage("en", "all");

    assertThat(speaker(plan(router, narrated("en"), english, all))).isEqualTo("all");
    assertThat(speaker(plan(router, narrated("en-GB"), english, all))).isEqualTo("all");
    assertThat(speaker(plan(VideoRouter.listed(), narrated("en"), english, all)))
        .isEqualTo("english");
  }

  @Test
  void plan_orderOfTheRouter_thePreferenceOfALanguageStaysFirst() {
    var dear = FakeSpeechProvider.builder().id("dear").price(Money.usd("1")).build();
    var router = VideoRouter.cheapest().forLanguage("en", "dear");

    var plan = plan(router, narrated("en"), all, dear);

    assertThat(speaker(plan)).isEqualTo("dear");
    assertThat(plan.steps())
        .filteredOn(step -> step.kind().equals("speech"))
        .allSatisfy(
            step ->
                assertThat(step.routing().describe())
                    .startsWith("dear: chosen: preferred for en; all: fallback: free,"));
  }

  @Test
  void plan_routerNamesOneWhoIsNotUsed_saysThatItHasNoEffect() {
    var router =
        VideoRouter.listed()
            .forLanguage("fr", "fake-image")
            .forLanguage("de", "fake-image")
            .standIn("", "fake-image", "");

    var problems = plan(router, narrated("fr"), all).problems();

    assertThat(problems)
        .filteredOn(problem -> problem.field().equals("router"))
        .extracting(Problem::message)
        .containsExactly(
            "prefers fake-image for fr, who is not used here: the voices are [all]",
            "names fake-image as a stand-in, who is not used here: the voices are [all]");
  }

  @Test
  void build_routerNamesAStranger_isRefusedWithThoseThatThereAre() {
    for (var router :
        List.of(
            VideoRouter.listed().forLanguage("en", "al"),
            VideoRouter.listed().standIn("", "al", ""))) {
      assertThatThrownBy(() -> plan(router, narrated("en"), all))
          .isInstanceOf(VidgenException.class)
          .hasMessageContaining("there is no 'al'")
          .hasMessageContaining("all");
    }
  }

  @Test
  void plan_languageThatNobodySpeaks_isAnErrorBeforeAnythingRuns() throws Exception {
    var face = Files.write(directory.resolve("face.png"), Studio.png("a face"));
    var story =
        VideoRequest.story(script("fr")).shoot(1, Shoot.NARRATED).shoot(2, Shoot.NARRATED).build();
    var avatar = VideoRequest.avatar(script("fr")).face(face).build();
    for (var request : new VideoRequest[] {narrated("fr"), story, avatar}) {
      var plan = plan(VideoRouter.listed().forLanguage("fr", "english"), request, english);

      assertThat(plan.isRunnable()).isFalse();
      assertThat(plan.problems())
          .extracting(Problem::message)
          .anyMatch(text -> text.contains("no voice speaks fr"));
    }
    assertThat(english.calls().total()).isZero();
  }
}
