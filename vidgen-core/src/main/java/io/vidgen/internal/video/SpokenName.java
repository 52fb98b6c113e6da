package io.vidgen.internal.video;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a name in a text as whole words, whatever its case; "Ana" is not in "banana".
 *
 * @param pattern what stands for the name
 */
public record SpokenName(Pattern pattern) {

  private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}]+");
  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}_]";

  /** Written without spaces, or with endings on the name: no word ends where such a name does. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  /**
   * Prepares a name.
   *
   * @param name not blank
   * @return what finds it
   */
  public static SpokenName of(String name) {
    var plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    var words =
        GAP.splitAsStream(plain).map(Pattern::quote).collect(Collectors.joining(GAP.pattern()));
    var before = isUnspaced(plain.codePointAt(0)) ? "" : "(?<!" + LETTER + ")";
    var after = isUnspaced(plain.codePointBefore(plain.length())) ? "" : "(?!" + LETTER + ")";
    return new SpokenName(
        Pattern.compile(before + words + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  /**
   * Whether a text has the name in it.
   *
   * @param text any text
   * @return true if so
   */
  public boolean isIn(String text) {
    return pattern.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).find();
  }

  private static boolean isUnspaced(int c) {
    return UNSPACED.contains(UnicodeScript.of(c));
  }
}
