package io.vidgen.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the answers of whisper-cli. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for whisper-cli is a shell script")
class WhisperCppWordsTest {
  private static final String SPEECH =
      "And so, my fellow Americans, ask not what your country can do for you, ask what you can do"
          + " for your country.";

  /** Start and end of the words in a recording of that speech, as an aligner found them. */
  private static final long[][] TRUTH = {
    {290, 630},
    {630, 730},
    {950, 1240},
    {1240, 1620},
    {1620, 2160},
    {3260, 3730},
    {3990, 4320},
    {5370, 5610},
    {5610, 5870},
    {5870, 6430},
    {6430, 6660},
    {6660, 6900},
    {6900, 7050},
    {7050, 7510},
    {8150, 8530},
    {8530, 8830},
    {8830, 9190},
    {9190, 9400},
    {9400, 9620},
    {9620, 9780},
    {9780, 10000},
    {10000, 10460}
  };

  /** How far a recogniser may be off. */
  private static final int[] OFF = {-70, 60, 20, -40, 80, -80, 30, 0, 50, -60, 40};

  @TempDir private Path directory;
  private final FakeCallContext call = FakeCallContext.create();

  @AfterEach
  void close() {
    call.close();
  }

  @Test
  void call_elevenSecondsWithAttention_wordsAreWithinATenthOfASecond() throws Exception {
    var words = hear(speech(true), "en", Locale.ENGLISH, 11);

    assertNearTheTruth(words);
    assertThat(words).extracting(WordTiming::source).containsOnly(TimingSource.RECOGNISED);
    // the pause before "ask" is no part of "Americans,"
    assertThat(words.get(4).end()).isBetween(Duration.ofMillis(2_060), Duration.ofMillis(2_260));
  }

  @Test
  void call_onlyNoBreakSpaces_hearsNothing() throws Exception {
    var answer =
        FullJson.in("en").token("\u00a0", 0, 1_000).token("\u202f", 1_000, 2_000).segment(0, 2_000);

    assertThat(hear(answer, "en", Locale.ENGLISH, 2)).isEmpty();
  }

  /** From issue 2148 of whisper.cpp, where somebody shows what large-v2 gave for that recording. */
  @Test
  void call_publishedAnswerWithAttention_wordsAreWithinATenthOfASecond() throws Exception {
    var answer =
        FullJson.in("en")
            .token("[_BEG_]", 0, 0)
            .token(" And", 320, 370, 56)
            .token(" so", 370, 530, 90)
            .token(",", 690, 860, 108)
            .token(" my", 860, 1_110, 124)
            .token(" fellow", 1_110, 1_850, 158)
            .segment(0, 1_850);

    var words = hear(answer, "en", null, 11);

    assertThat(words).extracting(WordTiming::text).containsExactly("And", "so,", "my", "fellow");
    assertStartsNearTheTruth(words);
  }

  @Test
  void call_elevenSecondsWithoutAttention_wordsAreWithinATenthOfASecond() throws Exception {
    assertNearTheTruth(hear(speech(false), "en", Locale.ENGLISH, 11));
  }

  @Test
  void call_frenchWithAccentsCutOverTokens_joinsThem() throws Exception {
    var answer =
        FullJson.in("fr")
            .token("[_BEG_]", 0, 0)
            .token(" L", 100, 200)
            .token("'", 200, 220)
            .raw(new byte[] {(byte) 0xC3}, 220, 300, -1)
            .raw(new byte[] {(byte) 0xA9}, 300, 380, -1)
            .raw("t\u00e9".getBytes(StandardCharsets.UTF_8), 380, 600, -1)
            .token(" est", 600, 800)
            .token(" fini", 800, 1_200)
            .token(" !", 1_200, 1_900)
            .token("[_TT_95]", 1_900, 1_900)
            .segment(0, 1_900);

    var words = hear(answer, "fr", null, 3);

    assertThat(words)
        .extracting(WordTiming::text)
        .containsExactly("L'\u00e9t\u00e9", "est", "fini\u00a0!");
    assertThat(times(words)).containsExactly(100L, 600L, 600L, 800L, 800L, 1_200L);
  }

  @Test
  void call_chinese_timesEachCharacter() throws Exception {
    var answer =
        FullJson.in("zh")
            .token("\u4f60", 0, 300)
            .token("\u597d", 300, 600)
            .token("\uff0c", 600, 700)
            .token("\u4e16\u754c", 1_000, 1_600)
            .token("\u3002", 1_600, 2_000)
            .segment(0, 2_000);

    var words = hear(answer, "zh", Locale.CHINESE, 3);

    assertThat(words)
        .extracting(WordTiming::text)
        .containsExactly("\u4f60", "\u597d\uff0c", "\u4e16", "\u754c\u3002");
    assertThat(times(words)).containsExactly(0L, 300L, 300L, 600L, 1_000L, 1_300L, 1_300L, 1_600L);
  }

  @Test
  void call_chineseCharacterCutOverTokens_joinsItOnce() throws Exception {
    byte[] world = "\u4e16".getBytes(StandardCharsets.UTF_8);
    var answer =
        FullJson.in("zh")
            .raw(Arrays.copyOf(world, 2), 0, 200, -1)
            .raw(Arrays.copyOfRange(world, 2, 3), 200, 400, -1)
            .token("\u754c", 400, 800)
            .raw(new byte[] {(byte) 0xE4, (byte) 0xB8}, 800, 900, -1)
            .segment(0, 900);

    var words = hear(answer, "zh", Locale.CHINESE, 1);

    assertThat(words).extracting(WordTiming::text).containsExactly("\u4e16", "\u754c");
    assertThat(times(words)).containsExactly(0L, 400L, 400L, 800L);
  }

  @Test
  void call_arabic_joinsTokensToWords() throws Exception {
    var answer =
        FullJson.in("ar")
            .token(" \u0645\u0631", 0, 300)
            .token("\u062d\u0628\u0627", 300, 700)
            .token(" \u0628\u0643\u0645", 700, 1_100)
            .token("\u061f", 1_100, 1_500)
            .segment(0, 1_500);

    var words = hear(answer, "ar", null, 2);

    assertThat(words)
        .extracting(WordTiming::text)
        .containsExactly("\u0645\u0631\u062d\u0628\u0627", "\u0628\u0643\u0645\u061f");
    assertThat(times(words)).containsExactly(0L, 700L, 700L, 1_100L);
  }

  @Test
  void call_attentionThatMakesNoSense_isNotUsed() throws Exception {
    var answer =
        FullJson.in("en")
            .token(" One", 100, 500, 20)
            .token(" two", 500, 900, 10)
            .segment(0, 900)
            .token(" Three", 1_000, 1_400, 90_000)
            .segment(1_000, 1_400);

    assertThat(times(hear(answer, "en", null, 2)))
        .containsExactly(100L, 500L, 500L, 900L, 1_000L, 1_400L);
  }

  @Test
  void call_timesThatGoBackOrBeyondTheEnd_areRepaired() throws Exception {
    var answer =
        FullJson.in("en")
            .token(" One", 500, 900)
            .token(" two", 300, 400)
            .token(" three", 900, 2_000)
            .token(" four", 1_500, 7_000)
            .segment(0, 7_000)
            .token(" Thanks", 2_000, 3_000)
            .segment(2_000, 3_000);

    var words = hear(answer, "en", null, 2);

    assertThat(words).extracting(WordTiming::text).containsExactly("One", "two", "three", "four");
    assertThat(times(words)).containsExactly(500L, 700L, 700L, 900L, 900L, 1_500L, 1_500L, 2_000L);
  }

  @Test
  void call_soundsThatAreNoSpeech_areLeftOut() throws Exception {
    var answer =
        FullJson.in("en")
            .token(" [", 0, 10)
            .token("BLANK_AUDIO]", 10, 500)
            .segment(0, 500)
            .token(" (", 500, 510)
            .token("soft music)", 510, 900)
            .segment(500, 900)
            .token(" Hello", 900, 1_200)
            .token(" [laughs]", 1_200, 1_400)
            .token(" you", 1_400, 1_700)
            .segment(900, 1_700);

    assertThat(hear(answer, "en", null, 2))
        .extracting(WordTiming::text)
        .containsExactly("Hello", "you");
  }

  @Test
  void call_quotesBackslashesAndControlCharacters_areText() throws Exception {
    var answer =
        FullJson.in("en")
            .token(" \"C:\\temp\"", 0, 500)
            .token("\t", 500, 500)
            .token(" it", 500, 900)
            .segment(0, 900);

    assertThat(hear(answer, "en", null, 1))
        .extracting(WordTiming::text)
        .containsExactly("\"C:\\temp\"", "it");
  }

  @Test
  void call_noSpeech_hasNoWords() throws Exception {
    assertThat(hear(FullJson.in("en"), "en", null, 1)).isEmpty();
  }

  private List<WordTiming> hear(
      FullJson answer, String language, @Nullable Locale asked, double seconds)
      throws IOException, InterruptedException {
    var provider = new StandIn(directory).answer(answer.bytes()).provider();

    var result = StandIn.hear(provider, Sounds.seconds(seconds, directory, call), asked, call);

    assertThat(result.language().getLanguage()).isEqualTo(language);
    return result.words();
  }

  /**
   * With attention, the offsets are as wrong as those of whisper.cpp may be, but after a pause.
   * Without, they are good.
   */
  private static FullJson speech(boolean attention) {
    var json = FullJson.in("en").token("[_BEG_]", 0, 0);
    var words = SPEECH.split(" ");
    for (int i = 0; i < words.length; i++) {
      boolean pause = i == 0 || isPause(i);
      long start = TRUTH[i][0] + OFF[i % OFF.length];
      // attention leaves a word when the next one starts, or at a pause
      boolean last = i + 1 == words.length;
      long left = last || isPause(i + 1) ? TRUTH[i][1] : TRUTH[i + 1][0];
      long end = left + OFF[(i + 1) % OFF.length];
      long from = attention && !pause ? Math.max(0, start - 250) : start;
      boolean mark = !Character.isLetter(words[i].charAt(words[i].length() - 1));
      var text = mark ? words[i].substring(0, words[i].length() - 1) : words[i];
      int half = text.length() > 5 ? 4 : text.length();
      boolean halved = half < text.length();
      long middle = halved ? (start + end) / 2 : end;
      json.token(" " + text.substring(0, half), from, middle, attention ? middle / 10 : -1);
      if (halved) {
        json.token(text.substring(half), middle, end, attention ? end / 10 : -1);
      }
      if (mark) {
        var sign = words[i].substring(words[i].length() - 1);
        json.token(sign, end, end + 60, attention ? end / 10 + 6 : -1);
      }
    }
    return json.token("[_TT_550]", 11_000, 11_000).segment(0, 11_000);
  }

  private static boolean isPause(int word) {
    return TRUTH[word][0] > TRUTH[word - 1][1] + 250;
  }

  private static void assertNearTheTruth(List<WordTiming> words) {
    assertThat(words).extracting(WordTiming::text).containsExactly(SPEECH.split(" "));
    assertStartsNearTheTruth(words);
  }

  private static void assertStartsNearTheTruth(List<WordTiming> words) {
    for (int i = 0; i < words.size(); i++) {
      assertThat(words.get(i).start().toMillis())
          .as("start of %s", words.get(i))
          .isBetween(TRUTH[i][0] - 100, TRUTH[i][0] + 100);
    }
  }

  /** Start and end of each, in milliseconds. */
  private static List<Long> times(List<WordTiming> words) {
    return words.stream()
        .flatMap(word -> List.of(word.start().toMillis(), word.end().toMillis()).stream())
        .toList();
  }
}
