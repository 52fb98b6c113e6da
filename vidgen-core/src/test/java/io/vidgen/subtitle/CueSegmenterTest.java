package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CueSegmenterTest {

  private static final CaptionOptions DEFAULTS = CaptionOptions.defaults();

  @Test
  void segment_english_breaksAtSentencesAndClauses() {
    List<String> texts =
        Samples.track(Samples.ENGLISH, Locale.ENGLISH).cues().stream().map(Cue::text).toList();
    assertThat(texts).allSatisfy(t -> assertThat(t.split("\n")).hasSizeLessThanOrEqualTo(2));
    assertThat(texts).contains("Your hook has\nthree seconds.", "Ready?");
    long good = texts.stream().filter(t -> t.matches("(?s).*[.?:,!]")).count();
    assertThat(good * 100 / texts.size()).isGreaterThanOrEqualTo(70);
    assertThat(texts).noneMatch(t -> t.matches("(?s).* (the|a|of)"));
  }

  @Test
  void segment_chinese_breaksLinesAfterParticlesAndPunctuation() {
    List<Cue> cues = Samples.track(Samples.CHINESE, Locale.CHINESE).cues();
    assertThat(cues).allSatisfy(c -> assertThat(c.lines()).allMatch(l -> l.length() <= 12));
    assertThat(cues.get(0).lines()).containsExactly("大家好，", "欢迎来到这个频道。");
    assertThat(cues.stream().map(Cue::text)).noneMatch(t -> t.contains("咖\n啡"));
    assertThat(cues.stream().flatMap(c -> c.lines().stream()))
        .noneMatch(l -> "，。！".indexOf(l.charAt(0)) >= 0);
  }

  @Test
  void segment_frenchAndArabic_keepsEveryWordInOrder() {
    for (String text : List.of(Samples.FRENCH, Samples.ARABIC)) {
      Locale language = text.equals(Samples.FRENCH) ? Locale.FRENCH : Locale.forLanguageTag("ar");
      CaptionTrack track = Samples.track(text, language);
      String shown = track.cues().stream().map(Cue::text).collect(Collectors.joining(" "));
      assertThat(shown.replaceAll("\\s+", " ")).isEqualTo(Words.join(Words.split(text, language)));
      assertThat(track.cues().stream().flatMap(c -> c.lines().stream()))
          .noneMatch(l -> l.matches("[!?»:].*"));
    }
  }

  @Test
  void segment_randomWords_holdsItsPromises() {
    Random random = new Random(42);
    CueSegmenter segmenter = new CueSegmenter(DEFAULTS);
    LineWidth width = new LineWidth(DEFAULTS);
    for (int round = 0; round < 300; round++) {
      List<WordTiming> words = Samples.random(random, 1 + random.nextInt(60));
      List<Cue> cues = segmenter.segment(words, Locale.ENGLISH).cues();
      List<WordTiming> all = new ArrayList<>();
      Duration clock = Duration.ZERO;
      for (Cue cue : cues) {
        all.addAll(cue.words());
        assertThat(cue.start()).isGreaterThanOrEqualTo(clock).isEqualTo(cue.words().get(0).start());
        assertThat(cue.lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(cue.lines()).allMatch(l -> width.of(l) <= width.line());
        Duration spoken = cue.words().get(cue.words().size() - 1).end().minus(cue.start());
        assertThat(spoken).isLessThanOrEqualTo(DEFAULTS.maxDuration());
        for (int i = 1; i < cue.words().size(); i++) {
          Duration gap = cue.words().get(i).start().minus(cue.words().get(i - 1).end());
          assertThat(gap).isLessThan(DEFAULTS.pause());
        }
        clock = cue.end();
      }
      assertThat(all).isEqualTo(words);
      assertThat(segmenter.segment(words, Locale.ENGLISH).cues()).isEqualTo(cues);
    }
  }

  @Test
  void segment_steadySpeech_leavesNoOrphans() {
    String text =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen.";
    for (int words = 2; words <= 14; words++) {
      String part = String.join(" ", List.of(text.split(" ")).subList(0, words));
      assertThat(Samples.track(part, Locale.ENGLISH).cues())
          .allSatisfy(c -> assertThat(c.words()).hasSizeGreaterThan(1));
    }
  }

  @Test
  void segment_fastSpeechBeforeSilence_staysLongEnoughToRead() {
    List<WordTiming> words =
        WordInterpolator.spread(
            Words.split("This was said in a great hurry.", Locale.ENGLISH),
            Duration.ZERO,
            Duration.ofMillis(600));
    Cue cue = new CueSegmenter(DEFAULTS).segment(words, Locale.ENGLISH).cues().get(0);
    double speed = LineWidth.readingLength(cue.text()) * 1000.0 / cue.duration().toMillis();
    assertThat(speed).isLessThanOrEqualTo(DEFAULTS.readingSpeed());
  }

  @Test
  void segment_shortGap_isBridgedAndLongPauseIsNot() {
    List<WordTiming> words =
        List.of(
            Samples.word("First.", 0, 900),
            Samples.word("Second.", 1100, 2000),
            Samples.word("Third.", 4000, 5000));
    CaptionOptions one = CaptionOptions.builder().cueWords(1).build();
    List<Cue> cues = new CueSegmenter(one).segment(words, Locale.ENGLISH).cues();
    assertThat(cues.get(0).end()).isEqualTo(Duration.ofMillis(1100));
    assertThat(cues.get(1).end()).isEqualTo(Duration.ofMillis(2000));
  }

  @Test
  void segment_wordLongerThanItsLine_isCutOnlyWhenItMustBe() {
    WordTiming german = Samples.word("Donaudampfschifffahrtsgesellschaft", 0, 2000);
    WordTiming chinese = Samples.word("今天我们聊一聊咖啡的历史和文化希望你们喜欢", 3000, 7000);
    List<Cue> cues =
        new CueSegmenter(DEFAULTS).segment(List.of(german, chinese), Locale.CHINESE).cues();
    assertThat(cues.get(0).words()).containsExactly(german);
    assertThat(cues.get(1).words()).hasSizeGreaterThan(10);
    assertThat(cues.get(1).end()).isEqualTo(Duration.ofMillis(7000));
  }

  @Test
  void segment_wordsOutOfOrder_saysWhichWord() {
    List<WordTiming> words = List.of(Samples.word("b", 500, 600), Samples.word("a", 0, 100));
    assertThatThrownBy(() -> new CueSegmenter(DEFAULTS).segment(words, Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("word 2 'a'");
  }

  @Test
  void options_outOfRange_failAtOnce() {
    assertThatThrownBy(() -> CaptionOptions.builder().lines(9).build())
        .hasMessage("lines must be 1 to 4, not 9");
    assertThatThrownBy(() -> CaptionOptions.builder().readingSpeed(Double.NaN).build())
        .hasMessageContaining("readingSpeed");
  }
}
