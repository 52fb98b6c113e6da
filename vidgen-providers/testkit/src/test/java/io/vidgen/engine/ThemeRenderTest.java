package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.job.Shoot;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Character;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.script.ScriptParser;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.FakeScriptProvider;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories whose script is written first. */
class ThemeRenderTest extends ThemeFixture {
  private static final Character MAX = Character.create("Max", "a small dog", "ink");

  @Test
  void render_draftOfATheme_buysNothingButTheScript() {
    var draft = story(b -> b.characters(LEA)).draft();

    assertThat(studio.plan(draft).price()).isEqualTo(Price.exactly(Money.usd("0.01")));
    assertThat(studio.render(draft).cost()).isEqualTo(Price.exactly(Money.usd("0.01")));

    assertThat(studio.vendor.posts()).isZero();
    assertThat(studio.plan(draft.promoteAll()).price()).isEqualTo(Price.exactly(Money.usd("2.20")));
  }

  @Test
  void render_theme_tellsItsTitleAndLanguage() throws Exception {
    var render = studio.render(story(b -> b.language(Locale.FRENCH)));

    var manifest = Files.readString(render.file(Render.MANIFEST));
    assertThat(manifest).contains("\"title\" : \"Lakes\"", "\"language\" : \"fr\"");
    assertThat(render.duration()).isBetween(Duration.ofSeconds(21), Duration.ofSeconds(23));
  }

  @Test
  void render_twice_buysTheScriptOnce() {
    var request = story(b -> b.characters(LEA));

    studio.render(request);
    var again = studio.render(request);

    assertThat(studio.written()).isEqualTo(1);
    assertThat(studio.drawn()).isEqualTo(1);
    assertThat(studio.vendor.charges()).hasSize(3);
    assertThat(again.redone()).isZero();
  }

  @Test
  void render_theme_asksForWordsForTheTimeThatClipsHave() {
    studio.render(story(b -> b));

    assertThat(studio.scripts.requests())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.clips()).isEqualTo(3);
              assertThat(asked.duration()).isEqualTo(Duration.ofSeconds(8 + 7 + 7));
            });
  }

  @Test
  void render_otherLengthOfTheSameClips_keepsTheScript() {
    studio.render(story(b -> b));

    assertThat(studio.redone(story(b -> b.length(Duration.ofSeconds(21))))).isEmpty();
  }

  @Test
  void render_scriptTake_isAnotherScript() {
    studio.render(story(b -> b));

    studio.render(story(b -> b.scriptTake(1)));

    assertThat(studio.written()).isEqualTo(2);
  }

  @Test
  void render_characterGetsPictureOrVoice_keepsTheScript() {
    studio.render(story(b -> b.characters(LEA)));
    var drawn = studio.with(pipeline -> pipeline.draw(LEA)).withVoice("amy").ownedBy("me");

    assertThat(studio.redone(story(b -> b.characters(drawn)))).isEmpty();
    assertThat(studio.written()).isEqualTo(1);
    assertThat(studio.drawn()).isEqualTo(1);
  }

  @Test
  void render_itsOwnScript_redoesNothing() throws Exception {
    var render = studio.render(story(b -> b.characters(LEA, MAX)));
    var script = ScriptParser.ofDefaults().parse(render.file(Render.SCRIPT));

    var same = VideoRequest.story(script).characters(LEA, MAX).build();

    assertThat(studio.redone(same)).isEmpty();
  }

  @Test
  void render_editedScript_buysOnlyWhatFollowsTheEdit() throws Exception {
    var render = studio.render(story(b -> b.characters(LEA)));
    var script = ScriptParser.ofDefaults().parse(render.file(Render.SCRIPT));
    var scenes = new ArrayList<>(script.scenes());
    scenes.set(2, visual(scenes.get(2), "Lea at night"));
    var edited = new Script(script.title(), script.language(), scenes);

    var redone = studio.redone(VideoRequest.story(edited).characters(LEA).build());

    assertThat(redone).contains("clip-3").doesNotContain("clip-1", "clip-2", "script");
    assertThat(studio.drawn()).isEqualTo(1);
  }

  @Test
  void render_oneClipLess_isAccepted() {
    var fewer = studio.scripts.changing(s -> scenes(s, s.scenes().subList(0, 2)));

    var job = studio.end(studio.builder().scripts(fewer), story(b -> b));

    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(studio.vendor.charges()).hasSize(2);
  }

  @Test
  void render_oneClipMore_failsBeforeAnyIsBought() {
    var more =
        studio.scripts.changing(
            s -> {
              var scenes = new ArrayList<>(s.scenes());
              scenes.add(scenes.get(0));
              return scenes(s, scenes);
            });

    var job = studio.end(studio.builder().scripts(more), story(b -> b));

    assertFailed(job.failure().orElseThrow().kind(), FailureKind.PROTOCOL);
    assertThat(job.failure().orElseThrow().message()).contains("4 scenes with 4 clips", "3 clips");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void render_oneSceneOfTwoPromoted_costsNoMoreThanPlanned(int promoted) {
    var request = story(b -> b.scenes(2)).draft().promote(promoted);

    var plan = studio.plan(request);
    var render = studio.render(request);

    assertThat(plan.price()).isEqualTo(new Price.Range(Money.usd("0.81"), Money.usd("1.51")));
    assertThat(plan.problems()).extracting(Problem::field).contains("theme.scenes");
    var written = promoted == 1 ? "0.81" : "1.51";
    assertThat(render.cost()).isEqualTo(Price.exactly(Money.usd(written)));
  }

  @Test
  void render_moreClipsOfAFilmedSceneThanPlanned_buysNoneUntilThatIsPlanned() {
    // One scene with both clips instead of two with one each.
    var both =
        studio.scripts.changing(
            s -> {
              var f = s.scenes().get(0);
              return scenes(
                  s, List.of(new Scene("", f.dialogue(), f.visual(), "", null, null, null, 2)));
            });
    var request = story(b -> b.length(Duration.ofSeconds(15)).shoot(2, Shoot.NARRATED));

    var job = studio.end(studio.builder().scripts(both), request);

    assertFailed(job.failure().orElseThrow().kind(), FailureKind.PROTOCOL);
    assertThat(studio.plan(request).price()).isEqualTo(Price.exactly(Money.usd("1.50")));
  }

  @Test
  void render_otherNumberOfClips_failsBeforeAnyIsBought() {
    var fewer = studio.scripts.changing(s -> scenes(s, s.scenes().subList(0, 1)));

    var job = studio.end(studio.builder().scripts(fewer), story(b -> b));

    assertFailed(job.failure().orElseThrow().kind(), FailureKind.PROTOCOL);
    assertThat(job.failure().orElseThrow().message()).contains("1 scenes with 1 clips", "3 clips");
    assertThat(job.failure().orElseThrow().remedy()).contains("scriptTake(1)");
  }

  @Test
  void render_otherLanguage_failsBeforeAnyClipIsBought() {
    var german = studio.scripts.changing(s -> s.withLanguage(Locale.GERMAN));

    var job = studio.end(studio.builder().scripts(german), story(b -> b));

    assertFailed(job.failure().orElseThrow().kind(), FailureKind.PROTOCOL);
  }

  @Test
  void render_sceneThatCannotBeFilmed_isNamedBeforeAnyClipIsBought() {
    UnaryOperator<Script> tooLong =
        s -> {
          var scenes = new ArrayList<>(s.scenes());
          scenes.set(1, visual(scenes.get(1), "very ".repeat(2000)));
          return scenes(s, scenes);
        };
    var builder = studio.builder().scripts(studio.scripts.changing(tooLong));
    var request = story(b -> b);

    var job = studio.end(builder, request);

    assertFailed(job.failure().orElseThrow().kind(), FailureKind.INVALID_REQUEST);
    assertThat(job.failure().orElseThrow().message()).contains("script.scenes[1]", "fake-script");
    // Now that it is known, the next is told before it begins.
    assertThat(errors(studio.plan(request))).isNotEmpty();
    assertThatThrownBy(() -> studio.render(request))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("script.scenes[1]");
    assertThat(studio.written()).isEqualTo(1);
  }

  @Test
  void render_scriptFails_buysNoClip() {
    studio
        .scripts
        .calls()
        .failNext(
            FakeScriptProvider.WRITE, VidgenException.of(FailureKind.AUTHENTICATION, "no key", ""));

    var job = studio.end(studio.builder(), story(b -> b));

    assertThat(job.failure().orElseThrow().message()).contains("no key");
    assertThat(studio.vendor.posts()).isZero();
  }

  @ParameterizedTest
  // The first clip; those after it are as in a story whose script is given: StoryCrashTest.
  @CsvSource({"script,2", "image,1", "clip,3"})
  void render_diesAtAnyWriteOfAPurchase_paysOnce(String kind, int writes) {
    for (int write = 1; write <= writes; write++) {
      assertPaidOnce(new CrashingLedger.Point(kind, write, false));
      assertPaidOnce(new CrashingLedger.Point(kind, write, true));
    }
  }

  private void assertFailed(FailureKind kind, FailureKind wanted) {
    assertThat(kind).isEqualTo(wanted);
    assertThat(studio.vendor.posts()).isZero();
  }

  private void assertPaidOnce(CrashingLedger.Point point) {
    var request = story(b -> b.characters(LEA));
    try (var own = new ThemeStudio(place.resolve(point.write() + "-" + point.after()))) {
      var dying = CrashingLedger.failing(own.studio.ledger, point);
      var died = own.end(own.builder(dying), request);
      assertThat(died.state()).as("%s", point).isNotEqualTo(JobState.SUCCEEDED);
      var spent = own.written() + own.vendor.charges().size();

      var job = own.end(own.builder(), request);
      var again = own.end(own.builder(), request);

      assertThat(again.state()).as("%s %s", point, again.failure()).isEqualTo(job.state());
      if (job.state() == JobState.NEEDS_ATTENTION) {
        // Announced and not noted: nobody knows whether it was sent, so it is not sent again.
        assertThat(own.written() + own.vendor.charges().size()).as("%s", point).isEqualTo(spent);
      } else {
        assertThat(job.state()).as("%s %s", point, job.failure()).isEqualTo(JobState.SUCCEEDED);
        assertThat(own.written()).as("scripts, %s", point).isEqualTo(1);
        assertThat(own.vendor.charges()).as("clips, %s", point).hasSize(3);
      }
    }
  }

  private static Script scenes(Script script, List<Scene> scenes) {
    return new Script(script.title(), script.language(), scenes);
  }

  private static Scene visual(Scene s, String visual) {
    return new Scene(
        s.heading(), s.dialogue(), visual, s.sound(), s.say(), s.caption(), s.media(), s.clips());
  }
}
