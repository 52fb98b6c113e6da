package io.vidgen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.Character;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Quality;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.model.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryBuilderTest {
  private static final Scene SCENE =
      new Scene("", List.of(DialogueLine.narrator("Hello.")), "a lake", "", null, null, null, 1);
  private static final Script SCRIPT =
      new Script("Lake", Locale.FRENCH, Collections.nCopies(3, SCENE));

  @Test
  void promote_storyThatIsNoDraft_saysToBeginWithADraft() {
    var story = VideoRequest.story(SCRIPT).build();

    assertThatThrownBy(() -> story.promote(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("begin with draft()");
    assertThatThrownBy(() -> story.draft().promoteAll().promote(1))
        .isInstanceOf(IllegalStateException.class);
    assertThat(story.draft().promote(1).promote(3).promoted()).containsExactlyInAnyOrder(1, 3);
    assertThat(story.draft().promoteAll()).isEqualTo(story);
  }

  @Test
  void hero_scenes_areKeptByAllThatIsMadeOfTheStory() {
    var story = VideoRequest.story(SCRIPT).hero(2).hero(3, 2).build();

    assertThat(story.heroes()).containsExactlyInAnyOrder(2, 3);
    assertThat(story.toBuilder().take(1, 1).build().heroes()).isEqualTo(story.heroes());
    assertThat(story.draft().promote(1).heroes()).isEqualTo(story.heroes());
    assertThat(VideoRequest.story("a lake").hero(7).build().heroes()).containsExactly(7);
  }

  @Test
  void hero_sceneThatIsNotThere_namesTheScenesThatAre() {
    assertThatThrownBy(() -> VideoRequest.story(SCRIPT).hero(4).build())
        .hasMessageContaining("heroes names scene 4")
        .hasMessageContaining("there are scenes 1 to 3");
    assertThatThrownBy(() -> VideoRequest.story("a lake").hero(0).build())
        .hasMessageContaining("scenes are numbered from 1");
  }

  @Test
  void promote_sceneThatIsNotThere_namesTheScenesThatAre() {
    var script = VideoRequest.story(SCRIPT).build().draft();
    var theme = VideoRequest.story("a lake").build().draft();

    assertThatThrownBy(() -> script.promote(4)).hasMessageContaining("there are scenes 1 to 3");
    assertThatThrownBy(() -> theme.promote(0))
        .hasMessage("promoted names scene 0: scenes are numbered from 1");
    assertThatThrownBy(() -> VideoRequest.story("a lake").take(-1, 1).build())
        .hasMessageContaining("scenes are numbered from 1");
  }

  @Test
  void settingsOfATheme_storyWithAScript_failAtTheirLine() {
    var builder = VideoRequest.story(SCRIPT);

    assertRefused("language(...)", () -> builder.language(Locale.JAPANESE));
    assertRefused("length(...)", () -> builder.length(Duration.ofSeconds(9)));
    assertRefused("scenes(...)", () -> builder.scenes(2));
    assertRefused("scriptTake(...)", () -> builder.scriptTake(3));
  }

  private static void assertRefused(String setting, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(setting + " is for a theme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chaining", "style", "prompt", "language", "length", "size", "shoot", "format"})
  @SuppressWarnings("NullAway") // that is what is tested
  void setting_null_failsAtItsLineAndNamesIt(String setting) {
    var builder = VideoRequest.story("a lake");
    UnaryOperator<StoryBuilder> set =
        switch (setting) {
          case "chaining" -> b -> b.chaining(null);
          case "style" -> b -> b.style(null);
          case "prompt" -> b -> b.negativePrompt(null);
          case "language" -> b -> b.language(null);
          case "length" -> b -> b.length(null);
          case "size" -> b -> b.clipFormat(null);
          case "shoot" -> b -> b.shoot(1, null);
          default -> b -> b.format(null);
        };

    assertThatThrownBy(() -> set.apply(builder))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(setting);
  }

  @Test
  @SuppressWarnings("NullAway") // that is what is tested
  void character_withoutDescription_isNamed() {
    assertThatThrownBy(() -> Character.create("Lea", null, "")).hasMessage("description");
  }

  @Test
  void toBuilder_anyStory_makesAnEqualOne() {
    var story = everything(VideoRequest.story(SCRIPT)).build();
    var theme =
        everything(VideoRequest.story("a lake"))
            .language(Locale.FRENCH)
            .length(Duration.ofSeconds(30))
            .scenes(2)
            .scriptTake(4)
            .build();

    assertThat(story.toBuilder().build()).isEqualTo(story);
    assertThat(theme.toBuilder().build()).isEqualTo(theme);
    var part = story.draft().promote(2);
    assertThat(part.toBuilder().build()).isEqualTo(part);
  }

  @Test
  void toBuilder_anotherTake_changesThatAlone() {
    var story = VideoRequest.story(SCRIPT).take(1, 2).build();

    var other = story.toBuilder().take(3, 1).build();

    assertThat(other.takeOf(3)).isEqualTo(1);
    assertThat(other.takeOf(1)).isEqualTo(2);
    assertThat(story.takeOf(3)).isZero();
  }

  private static StoryBuilder everything(StoryBuilder builder) {
    return builder
        .characters(Character.create("Lea", "tall", ""))
        .chaining(Chaining.SEPARATE)
        .shoot(0, Shoot.NARRATED)
        .shoot(2, Shoot.CLIP)
        .clipFormat(VideoFormat.LANDSCAPE)
        .style("watercolour")
        .negativePrompt("rain")
        .whenFiltered(FilterAnswer.SOFTEN, FilterAnswer.ASK_AGAIN)
        .whenExpired(WhenExpired.LAST_FRAME)
        .format(VideoFormat.LANDSCAPE)
        .quality(Quality.DRAFT)
        .voice("anna")
        .speed(1.5)
        .withoutCaptions()
        .music(Path.of("music.mp3"), "CC0")
        .musicGainDb(-3)
        .transition(new Transition(Transition.Kind.FADE, 12))
        .pauses(Duration.ofSeconds(1), Duration.ofSeconds(2))
        .take(1, 7);
  }
}
