package io.vidgen.subtitle;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Texts and timings that several tests use. */
final class Samples {

  static final String ENGLISH =
      "Nobody told me this, but the first rule of video is simple: never bore them. Your hook has"
          + " three seconds. After that, every sentence must earn the next one, and every picture"
          + " must move. Ready? Let us begin with a story about coffee.";
  static final String FRENCH =
      "« Vraiment ? » dit-elle : l'été, c'était déjà fini ! Personne n'avait prévenu les"
          + " habitants de l'île, et pourtant tout le monde savait.";
  static final String ARABIC = "مرحبا بكم في هذا الفيديو القصير عن تاريخ القهوة، وشكرا لكم جميعا.";
  static final String CHINESE = "大家好，欢迎来到这个频道。今天我们聊一聊咖啡的历史和文化，希望你们喜欢！";

  private Samples() {}

  static WordTiming word(String text, long start, long end) {
    return new WordTiming(
        text, Duration.ofMillis(start), Duration.ofMillis(end), TimingSource.ALIGNED);
  }

  static List<WordTiming> spoken(String text, Locale language) {
    return ReadingSpeed.defaults().time(Words.split(text, language), Duration.ZERO);
  }

  static CaptionTrack track(String text, Locale language) {
    return new CueSegmenter(CaptionOptions.defaults()).segment(spoken(text, language), language);
  }

  /** Words of one to fifteen letters with punctuation and pauses as chance has it. */
  static List<WordTiming> random(Random random, int count) {
    List<WordTiming> words = new ArrayList<>();
    long clock = random.nextInt(2000);
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      boolean chinese = random.nextInt(6) == 0;
      for (int n = chinese ? 1 : 1 + random.nextInt(random.nextInt(8) == 0 ? 15 : 7); n > 0; n--) {
        text.append((char) ((chinese ? 0x4E00 : 'a') + random.nextInt(26)));
      }
      text.append(List.of("", "", "", "", ",", ".", "?", " ;").get(random.nextInt(8)));
      long length = 40 + random.nextInt(500);
      words.add(word(text.toString().replace(" ;", "\u00A0;"), clock, clock + length));
      clock += length + (random.nextInt(5) == 0 ? random.nextInt(1500) : 0);
    }
    return words;
  }
}
