package io.vidgen.align.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Roughly how a word that no dictionary has is said: names, brands, other languages. Good enough to
 * find it between neighbours that are known; nobody hears the result.
 */
final class LetterSounds {
  private static final int LONGEST = 4;
  private static final Map<String, String> SOUNDS =
      Map.ofEntries(
          Map.entry("tion", "SH AH N"),
          Map.entry("sion", "ZH AH N"),
          Map.entry("ough", "AO"),
          Map.entry("eigh", "EY"),
          Map.entry("igh", "AY"),
          Map.entry("tch", "CH"),
          Map.entry("sch", "SH"),
          Map.entry("eau", "OW"),
          Map.entry("qu", "K W"),
          Map.entry("ch", "CH"),
          Map.entry("sh", "SH"),
          Map.entry("th", "TH"),
          Map.entry("ph", "F"),
          Map.entry("wh", "W"),
          Map.entry("ck", "K"),
          Map.entry("ng", "NG"),
          Map.entry("kn", "N"),
          Map.entry("wr", "R"),
          Map.entry("gh", "G"),
          Map.entry("ee", "IY"),
          Map.entry("ea", "IY"),
          Map.entry("oo", "UW"),
          Map.entry("ou", "AW"),
          Map.entry("ow", "OW"),
          Map.entry("oi", "OY"),
          Map.entry("oy", "OY"),
          Map.entry("ai", "EY"),
          Map.entry("ay", "EY"),
          Map.entry("au", "AO"),
          Map.entry("aw", "AO"),
          Map.entry("ei", "EY"),
          Map.entry("ey", "IY"),
          Map.entry("ie", "IY"),
          Map.entry("ew", "UW"),
          Map.entry("ue", "UW"),
          Map.entry("ui", "UW"),
          Map.entry("er", "ER"),
          Map.entry("ir", "ER"),
          Map.entry("ur", "ER"),
          Map.entry("ar", "AA R"),
          Map.entry("or", "AO R"),
          Map.entry("ce", "S EH"),
          Map.entry("ci", "S IH"),
          Map.entry("cy", "S IY"),
          Map.entry("ge", "JH EH"),
          Map.entry("a", "AE"),
          Map.entry("b", "B"),
          Map.entry("c", "K"),
          Map.entry("d", "D"),
          Map.entry("e", "EH"),
          Map.entry("f", "F"),
          Map.entry("g", "G"),
          Map.entry("h", "HH"),
          Map.entry("i", "IH"),
          Map.entry("j", "JH"),
          Map.entry("k", "K"),
          Map.entry("l", "L"),
          Map.entry("m", "M"),
          Map.entry("n", "N"),
          Map.entry("o", "OW"),
          Map.entry("p", "P"),
          Map.entry("q", "K"),
          Map.entry("r", "R"),
          Map.entry("s", "S"),
          Map.entry("t", "T"),
          Map.entry("u", "AH"),
          Map.entry("v", "V"),
          Map.entry("w", "W"),
          Map.entry("x", "K S"),
          Map.entry("y", "IY"),
          Map.entry("z", "Z"));

  private LetterSounds() {}

  /**
   * The phones of a word.
   *
   * @param word lower-case ASCII
   * @return at least one phone if there is a letter
   */
  static List<String> of(String word) {
    var letters = word.replaceAll("[^a-z]", "").replaceAll("(.)\\1+", "$1$1");
    boolean silentE = letters.length() > 3 && letters.matches(".*[aiou][bcdfgklmnprstvz]e");
    var text = silentE ? letters.substring(0, letters.length() - 1) : letters;
    List<String> phones = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int length = Math.min(LONGEST, text.length() - at);
      while (length > 1 && !SOUNDS.containsKey(text.substring(at, at + length))) {
        length--;
      }
      boolean again = at > 0 && length == 1 && text.charAt(at) == text.charAt(at - 1);
      var sounds = SOUNDS.get(text.substring(at, at + length));
      if (sounds != null && !again) {
        phones.addAll(List.of(sounds.split(" ", -1)));
      }
      at += length;
    }
    return phones;
  }
}
