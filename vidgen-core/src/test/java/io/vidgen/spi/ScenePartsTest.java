package io.vidgen.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        "3 | One. Two. C d e f g h i j. | One. # Two. # C d e f g h i j.",
        "2 | Down by the lake, the ice was thin. | Down by the lake, # the ice was thin.",
        "2 | No, I do not know you. | No, I do not know you. # "
      })
  void of_oneLine_isCutBetweenSentencesAndClauses(int clips, String line, String shares) {
    assertThat(said(scene(clips, line)))
        .containsExactlyElementsOf(
            List.of(shares.split("#", -1)).stream().map(String::strip).toList());
  }

  @Test
  void of_enoughLines_keepsThemWhole() {
    assertThat(said(scene(2, "One. Two.", "Three.", "Four.")))
        .containsExactly("One. Two.", "Three. Four.");
  }

  @ParameterizedTest
  @CsvSource({"30, 2", "45, 3", "26, 2", "100, 4"})
  void of_oneLongSentence_isSharedOutEvenly(int words, int clips) {
    var said = said(scene(clips, sentence(words)));

    assertThat(said).hasSize(clips).allMatch(text -> Math.abs(count(text) - words / clips) <= 1);
    assertThat(String.join(" ", said)).isEqualTo(sentence(words));
  }

  @Test
  void of_longSentenceWithClauses_isCutAtThem() {
    var first = sentence(14).replace(".", ",");

    assertThat(said(scene(2, first + " " + sentence(16)))).containsExactly(first, sentence(16));
  }

  @Test
  void of_oneLineFarLongerThanTheOther_isCutToo() {
    var parts = SceneParts.of(scene(2, sentence(30), "Yes."), Locale.ENGLISH);

    assertThat(parts).allMatch(part -> count(part.spokenText()) <= 16);
    assertThat(parts.get(1).dialogue()).extracting(DialogueLine::text).last().isEqualTo("Yes.");
  }

  @Test
  void of_severalSentencesOfALineInOneClip_areOneLine() {
    var parts = SceneParts.of(scene(2, "One two. Three four. Five six. Seven."), Locale.ENGLISH);

    assertThat(parts).allMatch(part -> part.dialogue().size() == 1);
  }

  private static String sentence(int words) {
    return IntStream.rangeClosed(1, words)
        .mapToObj(i -> "word" + i)
        .collect(Collectors.joining(" ", "", "."));
  }

  private static int count(String text) {
    return text.split(" ").length;
  }

  private static List<String> said(Scene scene) {
    return SceneParts.of(scene, Locale.ENGLISH).stream().map(Scene::spokenText).toList();
  }

  private static Scene scene(int clips, String... lines) {
    var dialogue = List.of(lines).stream().map(DialogueLine::narrator).toList();
    return new Scene("", dialogue, "seen", "", null, null, null, clips);
  }
}
