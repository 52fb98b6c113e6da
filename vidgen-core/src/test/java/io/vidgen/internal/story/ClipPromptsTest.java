package io.vidgen.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Character;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ClipPromptsTest {
  private static final Character MIA =
      Character.create("Mia", "a girl of eight with red boots", "watercolour");
  private static final Character BO = Character.create("Bo", "", "");

  @Test
  void of_fullScene_saysWhoIsSeenAndWhoSaysWhat() {
    var scene =
        Tales.scene(
            "Mia and Bo stand at a lake",
            "wind, far birds",
            1,
            Tales.line("Mia", "whispers", "Is it \"deep\"?"),
            Tales.line("Bo", "", "Very."),
            Tales.line("", "", "They wait."));
    var telling = Tales.telling(s -> s.style("hand-drawn, soft light"), scene);

    assertThat(new ClipPrompts(telling).of(scene, 1, List.of(MIA, BO), false))
        .isEqualTo(
            """
            Style: hand-drawn, soft light.
            Mia and Bo stand at a lake.
            Mia: a girl of eight with red boots; watercolour.
            Bo.
            Mia (whispers) says: "Is it 'deep'?"
            Bo says: "Very."
            A narrator who is not seen says: "They wait."
            Sound: wind, far birds.
            No subtitles.""");
  }

  @Test
  void of_extension_goesOnFromTheShotBefore() {
    var scene = Tales.scene("Rain falls", "", 1);
    var telling = Tales.telling(s -> s, scene);

    assertThat(new ClipPrompts(telling).of(scene, 1, List.of(), true))
        .isEqualTo(
            """
            Continues directly from the previous shot, same place, same light.
            Rain falls.
            Nobody speaks.
            No subtitles.""");
  }

  @Test
  void of_otherLanguage_namesIt() {
    var scene = Tales.scene("Une forêt", "", 1, Tales.line("Mia", "", "Bonjour."));
    var telling = Tales.telling(Locale.CANADA_FRENCH, s -> s, scene);

    assertThat(new ClipPrompts(telling).of(scene, 1, List.of(), false))
        .isEqualTo(
            """
            Une forêt.
            Mia says: "Bonjour."
            All speech is in French (Canada).
            No subtitles.""");
  }

  @Test
  void of_spokenOtherwiseThanShown_asksForWhatIsSpoken() {
    var scene =
        new io.vidgen.model.Scene(
            "",
            List.of(Tales.line("Mia", "", "20k")),
            "a shop",
            "",
            "twenty thousand",
            null,
            null,
            1);

    assertThat(new ClipPrompts(Tales.telling(s -> s, scene)).of(scene, 1, List.of(), false))
        .contains("Mia says: \"twenty thousand\"")
        .doesNotContain("20k");
  }

  @Test
  void keyPicture_endOfAStory_isItsLastMoment() {
    var scene = Tales.scene("Rain falls", "", 1, Tales.line("Mia", "", "Oh."));
    var prompts = new ClipPrompts(Tales.telling(s -> s, scene));

    assertThat(prompts.keyPicture(scene, 1, List.of(BO), true))
        .isEqualTo("Rain falls.\nBo.\nThe last moment of this scene.");
    assertThat(prompts.keyPicture(scene, 1, List.of(), false))
        .isEqualTo("Rain falls.\nThe first moment of this scene.");
  }
}
