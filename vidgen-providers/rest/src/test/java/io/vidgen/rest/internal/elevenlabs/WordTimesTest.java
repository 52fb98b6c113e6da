package io.vidgen.rest.internal.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTimesTest {
  private static final double STEP = 0.07;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Hello there, world.",
        "en|The quick brown fox — it jumped over 12 dogs!",
        "fr|Bonjour ! Comment ça va ? L’été déjà.",
        "fr|Bonjour l’ e\u0301te\u0301 de\u0301ja\u0300 vu",
        "vi|Tiếng Việt có nhiều dấu thanh",
        "hi|नमस्ते दुनिया, आप कैसे हैं",
        "en|We love 👩‍👩‍👧‍👦 families and 🇫🇷 flags 👍🏽 a lot",
        "zh|你好，世界。今天天气很好",
        "ja|こんにちは、世界。今日はいい天気です",
        "ko|안녕하세요 여러분 반갑습니다",
        "th|สวัสดีชาวโลก วันนี้อากาศดี",
        "ar|مرحبا بالعالم، كيف حالك اليوم؟",
        "he|שלום עולם, מה שלומך היום?",
        "en|𝒜ncient 𐍈othic letters stay whole"
      })
  void of_textAsSent_timesExactlyTheWordsThatAreShown(String language, String text) {
    var locale = Locale.forLanguageTag(language);
    var words = Words.split(text, locale);

    var timed = times(text).of(words, codePoints(text));

    assertThat(timed).extracting(WordTiming::text).containsExactlyElementsOf(words);
    assertThat(timed).allMatch(word -> word.source() == TimingSource.SYNTHESIS);
    assertInOrder(timed);
    assertThat(seconds(timed.get(0), true)).isLessThan(0.001);
  }

  @Test
  void of_secondWord_beginsAtItsFirstCharacterAndEndsAtItsLast() {
    var timed = times("Hi there").of(List.of("Hi", "there"), codePoints("Hi there"));

    assertThat(seconds(timed.get(1), true)).isCloseTo(3 * STEP, within());
    assertThat(seconds(timed.get(1), false)).isCloseTo(8 * STEP, within());
    assertThat(seconds(timed.get(0), false)).isCloseTo(2 * STEP, within());
  }

  @Test
  void of_charactersDecomposedByTheVendor_areStillThoseOfTheText() {
    var text = "déjà vu à l’été";
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    var timed = times(decomposed).of(words(text), codePoints(decomposed));

    assertThat(timed).extracting(WordTiming::text).containsExactlyElementsOf(words(text));
    assertThat(timed).allMatch(word -> word.source() == TimingSource.SYNTHESIS);
  }

  @Test
  void of_surrogatesOrWholeGraphemesAsEntries_areBothUnderstood() {
    var text = "go 🚀 now 👩‍🚀 yes";
    var halves = new CharacterTimes();
    for (int i = 0; i < text.length(); i++) {
      halves.add(text.substring(i, i + 1), i * STEP, (i + 1) * STEP);
    }
    var whole = new CharacterTimes();
    int at = 0;
    for (var entry : List.of("g", "o", " ", "🚀", " ", "n", "o", "w", " ", "👩‍🚀", " ", "yes")) {
      whole.add(entry, at * STEP * 2, (at + 1) * STEP * 2);
      at++;
    }

    assertThat(times(text).of(words(text), halves)).hasSize(5);
    assertThat(new WordTimes(12 * STEP * 2, TimingSource.SYNTHESIS).of(words(text), whole))
        .extracting(WordTiming::text)
        .containsExactly("go", "🚀", "now", "👩‍🚀", "yes");
  }

  @Test
  void of_numbersWrittenOut_takeTheTimeOfWhatWasSpoken() {
    var shown = "In 2024 we sold 1,250 cars to people.";
    var spoken = " In twenty twenty-four we sold one thousand two hundred fifty cars to people.";

    var timed = times(spoken).of(words(shown), codePoints(spoken));

    assertThat(timed).extracting(WordTiming::text).containsExactlyElementsOf(words(shown));
    assertThat(timed.get(0).source()).isEqualTo(TimingSource.SYNTHESIS);
    assertThat(timed.get(1).source()).isEqualTo(TimingSource.INTERPOLATED);
    assertThat(seconds(timed.get(1), true)).isCloseTo(spoken.indexOf("twenty") * STEP, within());
    assertThat(seconds(timed.get(2), true)).isCloseTo(spoken.indexOf("we ") * STEP, within());
    assertInOrder(timed);
  }

  @Test
  void of_romanisedText_isNotBelieved() {
    var spoken = " konnichiwa sekai kyou wa ii tenki desu";
    var words = Words.split("こんにちは、世界。今日はいい天気です", Locale.JAPANESE);

    assertThat(times(spoken).of(words, codePoints(spoken))).isEmpty();
  }

  @Test
  void of_otherText_isNotBelieved() {
    var other = "Something else is what these characters really say today";

    assertThat(times(other).of(words("My words are not in it at all"), codePoints(other)))
        .isEmpty();
  }

  @Test
  void of_noTimes_isEmpty() {
    assertThat(new WordTimes(3, TimingSource.SYNTHESIS).of(List.of("Hello"), null)).isEmpty();
    assertThat(new WordTimes(3, TimingSource.SYNTHESIS).of(List.of("Hello"), new CharacterTimes()))
        .isEmpty();
  }

  @Test
  void of_allCharactersAtOneTime_isNotBelieved() {
    var text = "Hello";
    var constant = new CharacterTimes();
    text.chars().forEach(c -> constant.add(Character.toString(c), 0, 0));

    assertThat(new WordTimes(0.5, TimingSource.SYNTHESIS).of(List.of(text), constant)).isEmpty();
  }

  @Test
  void of_timesThatCollapseAfterAWhile_areNotBelieved() {
    var text = "These words are fine at first and then they all fall onto one single moment";
    var collapsed = new CharacterTimes();
    for (int i = 0; i < text.length(); i++) {
      double at = Math.min(i, 30) * STEP;
      collapsed.add(text.substring(i, i + 1), at, at);
    }

    assertThat(times(text).of(words(text), collapsed)).isEmpty();
  }

  @Test
  void of_timesThatGoBack_areNotBelieved() {
    var text = "Hello there world";
    var back = new CharacterTimes();
    for (int i = 0; i < text.length(); i++) {
      double at = i < 8 ? i * STEP : (i - 8) * STEP;
      back.add(text.substring(i, i + 1), at, at + STEP);
    }

    assertThat(times(text).of(words(text), back)).isEmpty();
  }

  @Test
  void of_timesBeyondTheSound_areNotBelieved() {
    var text = "Hello there world";

    assertThat(
            new WordTimes(text.length() * STEP - 0.5, TimingSource.SYNTHESIS)
                .of(words(text), codePoints(text)))
        .isEmpty();
  }

  @Test
  void of_timesThatEndLongBeforeTheSound_areNotBelieved() {
    var text = "Hello there world";

    assertThat(
            new WordTimes(text.length() * STEP + 5, TimingSource.SYNTHESIS)
                .of(words(text), codePoints(text)))
        .isEmpty();
  }

  @Test
  void of_lastSoundCutByTheCodec_endsWithTheSound() {
    var text = "Hello there world";
    double seconds = text.length() * STEP - 0.1;

    var timed = new WordTimes(seconds, TimingSource.SYNTHESIS).of(words(text), codePoints(text));

    assertThat(timed).hasSize(3);
    assertThat(seconds(timed.get(2), false)).isLessThanOrEqualTo(seconds);
  }

  @Test
  void of_negativeOrEndlessTime_isNotBelieved() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      var times = new CharacterTimes();
      times.add("a", bad, 0.5);
      times.add("b", 0.5, 1);
      assertThat(new WordTimes(1, TimingSource.SYNTHESIS).of(List.of("ab"), times)).isEmpty();
    }
  }

  private static WordTimes times(String text) {
    return new WordTimes(text.codePointCount(0, text.length()) * STEP + 0.3, source(text));
  }

  private static TimingSource source(String text) {
    return text.isEmpty() ? TimingSource.ALIGNED : TimingSource.SYNTHESIS;
  }

  private static CharacterTimes codePoints(String text) {
    var times = new CharacterTimes();
    var points = new ArrayList<String>();
    text.codePoints().forEach(c -> points.add(Character.toString(c)));
    for (int i = 0; i < points.size(); i++) {
      times.add(points.get(i), i * STEP, (i + 1) * STEP);
    }
    return times;
  }

  private static List<String> words(String text) {
    return Words.split(text, Locale.ENGLISH);
  }

  private static void assertInOrder(List<WordTiming> words) {
    for (int i = 1; i < words.size(); i++) {
      assertThat(words.get(i).start()).isGreaterThanOrEqualTo(words.get(i - 1).start());
      assertThat(words.get(i - 1).end()).isLessThanOrEqualTo(words.get(i).start());
    }
  }

  private static double seconds(WordTiming word, boolean start) {
    return (start ? word.start() : word.end()).toNanos() / 1e9;
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.002);
  }
}
