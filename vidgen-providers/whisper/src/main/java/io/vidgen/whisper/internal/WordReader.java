package io.vidgen.whisper.internal;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes words of tokens: they are cut as the words of any text are, and timed by their letters. */
final class WordReader {
  /** A segment that describes a sound: {@code [BLANK_AUDIO]}, {@code (music)}, {@code *sighs*}. */
  private static final Pattern SOUND =
      Pattern.compile("\\[[^\\]]*]|\\([^)]*\\)|\\*[^*]*\\*|[\\p{P}\\p{S}\\s]*");

  /** A sound in the midst of speech. */
  private static final Pattern INSERTION = Pattern.compile("\\[[^\\]\\n]{0,60}]|[♪♫♬]");

  private final Heard heard;
  private final TimedText text = new TimedText();

  private WordReader(Heard heard) {
    this.heard = heard;
  }

  /**
   * Reads an answer.
   *
   * @param heard the answer
   * @param length of the recording, in milliseconds
   * @return words in order and inside the recording
   */
  static List<WordTiming> read(Heard heard, long length) {
    return new WordReader(heard).words(length);
  }

  private List<WordTiming> words(long length) {
    for (var segment : heard.segments()) {
      // the last half minute is filled up with silence, in which speech is made up now and then
      if (segment.from() < length && !isSound(segment)) {
        text.add(segment);
      }
    }
    var shown = new StringBuilder(text.text());
    var insertions = INSERTION.matcher(text.text());
    while (insertions.find()) {
      shown.replace(
          insertions.start(), insertions.end(), " ".repeat(insertions.end() - insertions.start()));
    }
    var order = new WordOrder(length);
    int at = 0;
    for (var word : Words.split(shown.toString(), heard.language())) {
      at = place(word, shown, at, order);
    }
    return order.words().stream()
        .map(
            placed ->
                new WordTiming(
                    placed.text(),
                    Duration.ofMillis(placed.start()),
                    Duration.ofMillis(placed.end()),
                    TimingSource.RECOGNISED))
        .toList();
  }

  /** Finds a word's characters in the text, where only spaces may differ. */
  private int place(String word, CharSequence shown, int from, WordOrder order) {
    int at = from;
    List<Integer> letters = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      if (isSpace(word.charAt(i))) {
        continue;
      }
      while (at < shown.length() && isSpace(shown.charAt(at))) {
        at++;
      }
      all.add(at);
      if (Character.isLetterOrDigit(word.codePointAt(i))) {
        letters.add(at);
      }
      at++;
    }
    // Such as a no-break space that stands alone.
    if (all.isEmpty()) {
      return at;
    }
    var spoken = letters.isEmpty() ? all : letters;
    order.add(word.strip(), text.start(spoken.get(0)), text.end(spoken.get(spoken.size() - 1)));
    return at;
  }

  private static boolean isSound(Segment segment) {
    var one = new TimedText();
    one.add(segment);
    return SOUND.matcher(one.text().strip()).matches();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
