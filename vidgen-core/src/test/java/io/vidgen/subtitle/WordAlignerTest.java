package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordAlignerTest {

  @Test
  void align_caseAccentsAndPunctuation_matchWithHeardTimes() {
    List<WordTiming> heard = List.of(Samples.word("cafe", 0, 400), Samples.word("creme", 500, 900));
    assertThat(WordAligner.align(List.of("Café", "«\u00A0Crème\u00A0»!"), heard))
        .containsExactly(
            Samples.word("Café", 0, 400), Samples.word("«\u00A0Crème\u00A0»!", 500, 900));
  }

  @Test
  void align_numberSpokenAsWords_takesTheirTime() {
    List<WordTiming> heard =
        List.of(
            Samples.word("i", 0, 100),
            Samples.word("made", 100, 300),
            Samples.word("twenty", 300, 700),
            Samples.word("thousand", 700, 1200),
            Samples.word("dollars", 1300, 1800));
    List<WordTiming> shown = WordAligner.align(List.of("I", "made", "20k", "dollars!"), heard);
    assertThat(shown.get(2))
        .isEqualTo(
            new WordTiming(
                "20k", Duration.ofMillis(300), Duration.ofMillis(1200), TimingSource.INTERPOLATED));
    assertThat(shown.get(3).start()).isEqualTo(Duration.ofMillis(1300));
  }

  @Test
  void align_wordThatWasNotHeard_sharesItsNeighboursTime() {
    List<WordTiming> heard = List.of(Samples.word("over", 0, 500), Samples.word("moon", 510, 1000));
    List<WordTiming> shown = WordAligner.align(List.of("over", "the", "moon"), heard);
    assertThat(shown.get(0).start()).isZero();
    assertThat(shown.get(1).end().minus(shown.get(1).start())).isGreaterThan(Duration.ofMillis(60));
    assertThat(shown.get(2)).isEqualTo(heard.get(1));
  }

  @Test
  void align_wordsHeardAsOne_areToldApart() {
    List<WordTiming> heard =
        List.of(Samples.word("that the", 0, 600), Samples.word("sun", 600, 900));
    List<WordTiming> shown = WordAligner.align(List.of("that", "the", "sun"), heard);
    assertThat(shown.get(1).start()).isBetween(Duration.ofMillis(250), Duration.ofMillis(450));
    assertThat(shown.get(2).start()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void align_chineseCutDifferently_matchesByCharacter() {
    List<WordTiming> heard = List.of(Samples.word("大家", 0, 400), Samples.word("好欢迎", 600, 1200));
    List<WordTiming> shown = WordAligner.align(Words.split("大家好，欢迎！", Locale.CHINESE), heard);
    assertThat(shown).extracting(WordTiming::text).containsExactly("大", "家", "好，", "欢", "迎！");
    assertThat(shown.get(2).start()).isEqualTo(Duration.ofMillis(600));
    assertThat(shown.get(4).end()).isEqualTo(Duration.ofMillis(1200));
  }

  @Test
  void align_nothingHeard_pointsToTheInterpolator() {
    assertThatThrownBy(() -> WordAligner.align(List.of("a"), List.of()))
        .hasMessageContaining("WordInterpolator");
    assertThat(WordAligner.align(List.of(), List.of())).isEmpty();
  }

  @Test
  void align_randomDamage_staysInOrderAndFindsWhatIsThere() {
    Random random = new Random(7);
    int right = 0;
    int all = 0;
    for (int round = 0; round < 100; round++) {
      List<WordTiming> truth = Samples.random(random, 1 + random.nextInt(80));
      List<WordTiming> heard = new ArrayList<>(truth);
      heard.removeIf(w -> random.nextInt(10) == 0);
      if (heard.isEmpty()) {
        continue;
      }
      List<String> texts = truth.stream().map(WordTiming::text).toList();
      List<WordTiming> shown = WordAligner.align(texts, heard);
      assertThat(shown).extracting(WordTiming::text).isEqualTo(texts);
      for (int i = 0; i < shown.size(); i++) {
        all++;
        right += shown.get(i).start().equals(truth.get(i).start()) ? 1 : 0;
        if (i > 0) {
          assertThat(shown.get(i).start()).isGreaterThanOrEqualTo(shown.get(i - 1).end());
        }
      }
    }
    assertThat(right * 100 / all).isGreaterThanOrEqualTo(85);
  }

  @Test
  void align_longText_isQuickAndRight() {
    List<WordTiming> words = Samples.random(new Random(3), 20_000);
    List<WordTiming> heard = new ArrayList<>(words);
    heard.remove(10_000);
    heard.remove(500);
    List<WordTiming> shown =
        WordAligner.align(words.stream().map(WordTiming::text).toList(), heard);
    assertThat(shown.get(19_999)).isEqualTo(words.get(19_999));
    assertThat(shown.get(9_000)).isEqualTo(words.get(9_000));
  }

  @Test
  void spread_sentence_leavesRoomForPunctuation() {
    List<WordTiming> words =
        WordInterpolator.spread(
            List.of("Stop.", "Now", "extraordinarily"), Duration.ZERO, Duration.ofSeconds(3));
    assertThat(words.get(1).start()).isGreaterThan(words.get(0).end());
    assertThat(words.get(1).end()).isEqualTo(words.get(2).start());
    assertThat(words.get(2).end()).isEqualTo(Duration.ofSeconds(3));
    assertThat(words.get(2).end().minus(words.get(2).start()))
        .isGreaterThan(words.get(1).end().minus(words.get(1).start()).multipliedBy(3));
  }

  @Test
  void duration_ofEnglish_isThatOfACalmNarrator() {
    List<String> words = Words.split(Samples.ENGLISH, Locale.ENGLISH);
    double minutes = ReadingSpeed.defaults().duration(words).toMillis() / 60_000.0;
    assertThat(words.size() / minutes).isBetween(140.0, 190.0);
  }
}
