package io.vidgen.google.internal.script;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How much can be said in a time. Languages that put spaces between words are counted in words, the
 * others in characters.
 *
 * @param perSecond words or characters that are said calmly in a second
 * @param inWords whether words are counted
 */
record Pace(double perSecond, boolean inWords) {

  /** Calm speech of an actor; a hurried one manages a third more. */
  private static final Pace USUAL = new Pace(2.2, true);

  private static final double HURRY = 1.35;

  /** Languages of long words say fewer of them in a second. */
  private static final Map<String, Double> SLOWER =
      Map.ofEntries(
          Map.entry("am", 1.7),
          Map.entry("ar", 1.8),
          Map.entry("cs", 1.8),
          Map.entry("de", 1.9),
          Map.entry("el", 1.9),
          Map.entry("et", 1.6),
          Map.entry("eu", 1.7),
          Map.entry("fi", 1.5),
          Map.entry("he", 1.9),
          Map.entry("hu", 1.7),
          Map.entry("hy", 1.7),
          Map.entry("ka", 1.6),
          Map.entry("kk", 1.6),
          Map.entry("kn", 1.4),
          Map.entry("ko", 1.6),
          Map.entry("lt", 1.8),
          Map.entry("lv", 1.8),
          Map.entry("ml", 1.3),
          Map.entry("nl", 2.0),
          Map.entry("pl", 1.8),
          Map.entry("ru", 1.8),
          Map.entry("sk", 1.8),
          Map.entry("sw", 1.8),
          Map.entry("ta", 1.4),
          Map.entry("te", 1.5),
          Map.entry("tr", 1.6),
          Map.entry("uk", 1.8),
          Map.entry("xh", 1.3),
          Map.entry("zu", 1.3));

  /** Languages without spaces between words, in characters. */
  private static final Map<String, Double> UNSPACED =
      Map.of(
          "zh", 4.0, "yue", 4.0, "ja", 5.5, "th", 9.0, "lo", 9.0, "km", 9.0, "my", 9.0, "bo", 6.0);

  private static final Pattern FOREIGN_WORD = Pattern.compile("[\\p{IsLatin}\\p{N}]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** A foreign word or number in a text without spaces takes as long as two characters. */
  private static final String TWO_CHARACTERS = "\u4e00\u4e00";

  static Pace of(Locale language) {
    var name = language.getLanguage();
    var characters = UNSPACED.get(name);
    if (characters != null) {
      return new Pace(characters, false);
    }
    var words = SLOWER.get(name);
    return words == null ? USUAL : new Pace(words, true);
  }

  /** How much is asked for. */
  int calm(double seconds) {
    return Math.max(3, (int) (perSecond * seconds));
  }

  /** How much is accepted. */
  int most(double seconds) {
    return (int) Math.ceil(calm(seconds) * HURRY);
  }

  int count(String text) {
    if (inWords) {
      return (int)
          SPACES
              .splitAsStream(text)
              .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
              .count();
    }
    var plain = FOREIGN_WORD.matcher(text).replaceAll(TWO_CHARACTERS);
    return (int) plain.codePoints().filter(Character::isLetterOrDigit).count();
  }

  String unit() {
    return inWords ? "words" : "characters";
  }
}
