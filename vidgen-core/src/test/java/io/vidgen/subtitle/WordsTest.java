package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void split_english_keepsPunctuationWithItsWord() {
    assertThat(Words.split("Well, \"this\" is\n(almost) it — done.", Locale.ENGLISH))
        .containsExactly("Well,", "\"this\"", "is", "(almost)", "it\u00A0—", "done.");
  }

  @Test
  void split_french_neverSeparatesMarksFromTheirWord() {
    assertThat(Words.split("« Vraiment ? » dit-elle : l'été, aujourd’hui !", Locale.FRENCH))
        .containsExactly(
            "«\u00A0Vraiment\u00A0?\u00A0»", "dit-elle\u00A0:", "l'été,", "aujourd’hui\u00A0!");
    assertThat(Words.split("Bonjour\u00A0! Ça\u202F?", Locale.FRENCH))
        .containsExactly("Bonjour\u00A0!", "Ça\u202F?");
  }

  @Test
  void split_chinese_givesCharactersWithTheirPunctuation() {
    assertThat(Words.split("大家好，欢迎《茶》。", Locale.CHINESE))
        .containsExactly("大", "家", "好，", "欢", "迎", "《茶》。");
  }

  @Test
  void split_japaneseAndThai_cutsIntoShortWordsThatJoinAgain() {
    for (String text : new String[] {"これはとてもおいしいコーヒーです。", "สวัสดีครับ ยินดีต้อนรับ", "使用Java编程"}) {
      var words = Words.split(text, Locale.JAPANESE);
      assertThat(words).hasSizeGreaterThan(2).allMatch(w -> w.length() <= 12);
      assertThat(Words.join(words)).isEqualTo(text);
    }
  }

  @Test
  void split_emojiAndBlank_givesWordsOrNone() {
    assertThat(Words.split("go 🚀 now", Locale.ENGLISH)).containsExactly("go", "🚀", "now");
    assertThat(Words.split(" \n ", Locale.ENGLISH)).isEmpty();
    assertThat(Words.split("...", Locale.ENGLISH)).containsExactly("...");
  }

  @Test
  void join_words_putsSpacesWhereTheScriptHasThem() {
    assertThat(Words.join(Words.split("مرحبا بكم في هذا", Locale.forLanguageTag("ar"))))
        .isEqualTo("مرحبا بكم في هذا");
    assertThat(Words.join(Words.split("안녕하세요 여러분", Locale.KOREAN))).isEqualTo("안녕하세요 여러분");
  }
}
