package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void split_abbreviationsAndNumbers_doNotEndSentences() {
    assertThat(split("Dr. Smith met J. Doe in the U.S. market. It cost 3.5 dollars! Really?"))
        .containsExactly(
            "Dr. Smith met J. Doe in the U.S. market.", "It cost 3.5 dollars!", "Really?");
  }

  @Test
  void split_quotesAndEllipsis_stayWithTheirSentence() {
    assertThat(split("He said “Stop.” Then he left... slowly. “Why?” she asked."))
        .containsExactly("He said “Stop.”", "Then he left... slowly.", "“Why?”", "she asked.");
  }

  @Test
  void split_linesWithoutMarks_areSentences() {
    assertThat(split("First line\nSecond line\n\nThird")).hasSize(3);
  }

  @Test
  void split_chinese_endsAtItsOwnMarks() {
    List<Sentence> sentences = Sentences.split("今天天气很好。我们去公园吧！", Locale.CHINESE);

    assertThat(sentences).extracting(Sentence::text).containsExactly("今天天气很好。", "我们去公园吧！");
  }

  @Test
  void split_endlessText_isCutIntoSpeakablePieces() {
    String text = "word, ".repeat(500);

    assertThat(Sentences.split(text, Locale.ENGLISH))
        .allSatisfy(sentence -> assertThat(sentence.words()).hasSizeLessThanOrEqualTo(60));
  }

  @Test
  void split_anyText_keepsEveryWord() {
    String text = "« Bonjour ! » dit-il.\n— Ça va ? 🎉\n\n...\nOui";

    List<String> words =
        Sentences.split(text, Locale.FRENCH).stream().flatMap(s -> s.words().stream()).toList();
    assertThat(words).isEqualTo(Words.split(text, Locale.FRENCH));
  }

  private static List<String> split(String text) {
    return Sentences.split(text, Locale.ENGLISH).stream().map(Sentence::text).toList();
  }
}
