package io.vidgen.google.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftReaderTest {

  private static final String JSON =
      """
      {"title": "The map", "scenes": [{"heading": "Library", "dialogue": [{"speaker": "Nano",
      "direction": "whispers", "text": "Where is it?"}, {"speaker": "Nano", "text": " "}],
      "visual": "Nano in a library", "sound": "wind", "clips": 2}]}""";

  @ParameterizedTest
  @ValueSource(strings = {"%s", "```json\n%s\n```", "Here it is:\n\n%s\n\nEnjoy!", "\ufeff%s"})
  void read_jsonWithAnythingAroundIt_isTheScript(String around) {
    var draft = DraftReader.read(around.formatted(JSON), Locale.ENGLISH).orElseThrow();
    assertThat(draft.title()).isEqualTo("The map");
    var scene = draft.scenes().get(0);
    assertThat(scene.spokenText()).isEqualTo("Where is it?");
    assertThat(scene.dialogue()).hasSize(1);
    assertThat(scene.dialogue().get(0).direction()).isEqualTo("whispers");
    assertThat(scene.clips()).isEqualTo(2);
  }

  @Test
  void read_listOfScenesAndOddTypes_isReadAsFarAsItGoes() {
    var draft =
        DraftReader.read(
                "[{\"dialogue\": [\"Hello\", 5, {\"text\": 7}], \"clips\": \"three\"}, 4]",
                Locale.ENGLISH)
            .orElseThrow();
    assertThat(draft.scenes()).hasSize(2);
    assertThat(draft.scenes().get(0).spokenText()).isEqualTo("Hello");
    assertThat(draft.scenes().get(0).clips()).isEqualTo(1);
    assertThat(Draft.isEmpty(draft.scenes().get(1))).isTrue();
  }

  @Test
  void read_sceneBlocks_isTheScript() {
    var draft =
        DraftReader.read(
                """
                # La carte

                BLOCK 1: La bibliothèque
                DIALOGUE: Nano murmure "Où est-elle ?"
                VISUAL: Nano in a library
                SOUND: wind
                CLIPS: 2
                """,
                Locale.FRENCH)
            .orElseThrow();
    assertThat(draft.title()).isEqualTo("La carte");
    assertThat(draft.scenes()).hasSize(1);
    assertThat(draft.scenes().get(0).spokenText()).isEqualTo("Où est-elle ?");
    assertThat(draft.scenes().get(0).clips()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I cannot help with that.",
        "{\"title\": \"cut\", \"scenes\": [{\"heading\"",
        "{\"title\": \"no scenes\"}",
        "[1, 2",
        "null"
      })
  void read_neitherForm_isNothing(String answer) {
    assertThat(DraftReader.read(answer, Locale.ENGLISH)).isEmpty();
  }
}
