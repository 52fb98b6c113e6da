package io.vidgen.internal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenePartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | One. | One. # ",
        "2 | One. Two. | One. # Two.",
        "2 | One two three four. Five. Six. | One two three four. # Five. Six.",
        "3 | A b c d e f g h. I. J. | A b c d e f g h. # I. # J.",
        "3 | One. Two. C d e f g h i j. | One. # Two. # C d e f g h i j."
      })
  void of_oneLine_isCutBetweenSentences(int clips, String line, String shares) {
    var parts = SceneParts.of(scene(clips, line), Locale.ENGLISH);

    assertThat(parts.stream().map(Scene::spokenText).toList())
        .containsExactlyElementsOf(
            List.of(shares.split("#", -1)).stream().map(String::strip).toList());
  }

  @Test
  void of_enoughLines_keepsThemWhole() {
    var scene = scene(2, "One. Two.", "Three.", "Four.");

    assertThat(SceneParts.of(scene, Locale.ENGLISH))
        .extracting(Scene::spokenText)
        .containsExactly("One. Two.", "Three. Four.");
  }

  private static Scene scene(int clips, String... lines) {
    return Tales.scene(
        "seen",
        "",
        clips,
        List.of(lines).stream().map(DialogueLine::narrator).toArray(DialogueLine[]::new));
  }
}
