package io.vidgen.offline.internal.text;

import io.vidgen.subtitle.Words;
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
