package io.vidgen.subtitle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into sentences, and each into the same words that captions show. Works on words, not
 * on characters as {@link java.text.BreakIterator} does, so that a sentence always is a run of
 * whole words and "Dr. Who" or "U.S. market" stays together.
 */
public final class Sentences {
  private static final String ENDS = ".!?…。！？｡؟۔।॥‽⁇⁈⁉";
  private static final String CLAUSES = ",;:،؛、，；：–—―";
  private static final String CLOSERS = "\"'”’»›)]}」』）】〉》* \u00A0";
  private static final String OPENERS = "\"'“‘«‹([{「『（【〈《¿¡\u00A0";
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "mt", "sr", "jr", "vs", "no", "nr", "vol", "pp",
          "fig", "inc", "ltd", "co", "approx", "dept", "gen", "sgt", "capt", "rev", "hon", "mme",
          "mlle", "mm", "me", "ste", "av", "bd", "env", "cf", "ca", "bzw", "usw", "hr", "fr",
          "frau", "sra", "srta", "ud", "uds", "pág", "sig", "dott", "ing");

  /** Voices get slow or run out of buffers on endless sentences. */
  private static final int LONGEST = 60;

  private static final Duration SHORT = Duration.ofMillis(160);
  private static final Duration NORMAL = Duration.ofMillis(280);
  private static final Duration LONG = Duration.ofMillis(340);

  private Sentences() {}

  /**
   * Cuts a text.
   *
   * @param text any text
   * @param language its language
   * @return the sentences; their words together are {@link Words#split} of the text
   */
  public static List<Sentence> split(String text, Locale language) {
    List<String> words = Words.split(text, language);
    List<List<String>> lines = new ArrayList<>();
    int count = 0;
    for (String line : text.split("\\R", -1)) {
      List<String> inLine = Words.split(line, language);
      if (!inLine.isEmpty()) {
        lines.add(inLine);
        count += inLine.size();
      }
    }
    if (count != words.size()) {
      lines = List.of(words);
    }
    List<Sentence> sentences = new ArrayList<>();
    for (List<String> line : lines) {
      cut(line, sentences);
    }
    return List.copyOf(sentences);
  }

  /**
   * Cuts a text into as few parts as a limit allows: between sentences where it can, else after a
   * comma, else between words, and inside a word only when the word alone is too long.
   *
   * @param text any text
   * @param language its language
   * @param most UTF-16 units of the longest part, 1 or more
   * @return the parts in order, none of them blank; empty for a blank text
   */
  public static List<String> pack(String text, Locale language, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be 1 or more, not " + most);
    }
    var parts = new ArrayList<String>();
    var words = new ArrayList<String>();
    for (var sentence : split(text, language)) {
      if (!fits(words, sentence.words(), most)) {
        flush(words, parts);
      }
      if (fits(words, sentence.words(), most)) {
        words.addAll(sentence.words());
      } else {
        packWords(sentence.words(), most, words, parts);
      }
    }
    flush(words, parts);
    return List.copyOf(parts);
  }

  private static void packWords(
      List<String> sentence, int most, List<String> words, List<String> parts) {
    for (var word : sentence) {
      for (var piece : pieces(word, most)) {
        if (!fits(words, List.of(piece), most)) {
          int clause = words.size();
          while (clause > words.size() / 2 && !endsClause(words.get(clause - 1))) {
            clause--;
          }
          int cut = clause > words.size() / 2 ? clause : words.size();
          var rest = List.copyOf(words.subList(cut, words.size()));
          words.subList(cut, words.size()).clear();
          flush(words, parts);
          words.addAll(rest);
          if (!fits(words, List.of(piece), most)) {
            flush(words, parts);
          }
        }
        words.add(piece);
      }
    }
  }

  private static List<String> pieces(String word, int most) {
    var pieces = new ArrayList<String>();
    int start = 0;
    while (word.length() - start > most) {
      int end = start + most;
      if (most > 1 && Character.isHighSurrogate(word.charAt(end - 1))) {
        end--;
      }
      pieces.add(word.substring(start, end));
      start = end;
    }
    pieces.add(word.substring(start));
    return pieces;
  }

  private static boolean fits(List<String> words, List<String> more, int most) {
    var all = new ArrayList<>(words);
    all.addAll(more);
    return Words.join(all).length() <= most;
  }

  private static void flush(List<String> words, List<String> parts) {
    if (!words.isEmpty()) {
      parts.add(Words.join(words));
      words.clear();
    }
  }

  /**
   * Whether a voice takes a breath after a word inside a sentence.
   *
   * @param word a word as it is shown
   * @return true after a comma, a colon or a dash
   */
  public static boolean endsClause(String word) {
    String open = withoutClosers(word);
    return !open.isEmpty() && CLAUSES.indexOf(open.charAt(open.length() - 1)) >= 0;
  }

  private static void cut(List<String> words, List<Sentence> sentences) {
    int start = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      boolean ends = last || endsSentence(words.get(i), words.get(i + 1));
      boolean tooLong = i + 1 - start >= LONGEST;
      if (ends || tooLong || (i + 1 - start >= LONGEST / 2 && endsClause(words.get(i)))) {
        sentences.add(new Sentence(words.subList(start, i + 1), pause(words.get(i), ends)));
        start = i + 1;
      }
    }
  }

  private static Duration pause(String word, boolean ends) {
    String open = withoutClosers(word);
    if (!ends || open.isEmpty()) {
      return SHORT;
    }
    char mark = open.charAt(open.length() - 1);
    return mark == '?' || mark == '!' || mark == '…' || open.endsWith("..") ? LONG : NORMAL;
  }

  private static boolean endsSentence(String word, String next) {
    String open = withoutClosers(word);
    if (open.isEmpty() || ENDS.indexOf(open.charAt(open.length() - 1)) < 0) {
      return false;
    }
    char mark = open.charAt(open.length() - 1);
    if (mark == '…' || open.endsWith("..")) {
      return !startsLower(next);
    }
    if (mark != '.') {
      return true;
    }
    return !startsLower(next) && !isAbbreviation(open.substring(0, open.length() - 1));
  }

  private static boolean isAbbreviation(String word) {
    String bare = withoutOpeners(word);
    if (ABBREVIATIONS.contains(bare.toLowerCase(Locale.ROOT))) {
      return true;
    }
    int length = bare.length();
    boolean letter = length > 0 && Character.isUpperCase(bare.charAt(length - 1));
    return letter && !bare.equals("I") && (length == 1 || bare.charAt(length - 2) == '.');
  }

  private static boolean startsLower(String word) {
    String bare = withoutOpeners(word);
    return !bare.isEmpty() && Character.isLowerCase(bare.codePointAt(0));
  }

  private static String withoutClosers(String word) {
    int end = word.length();
    while (end > 0 && CLOSERS.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  private static String withoutOpeners(String word) {
    int start = 0;
    while (start < word.length() && OPENERS.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    return word.substring(start);
  }
}
