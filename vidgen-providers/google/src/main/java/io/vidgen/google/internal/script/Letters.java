package io.vidgen.google.internal.script;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a text is written in the letters of its language. */
final class Letters {

  private static final Set<UnicodeScript> LATIN = Set.of(UnicodeScript.LATIN);
  private static final Set<UnicodeScript> CYRILLIC = Set.of(UnicodeScript.CYRILLIC);
  private static final Set<UnicodeScript> ARABIC = Set.of(UnicodeScript.ARABIC);
  private static final Set<UnicodeScript> DEVANAGARI = Set.of(UnicodeScript.DEVANAGARI);
  private static final Set<UnicodeScript> HAN = Set.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO);
  private static final Set<UnicodeScript> KANA =
      Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
  private static final Set<UnicodeScript> JAPANESE =
      Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HAN);
  private static final Set<UnicodeScript> KOREAN = Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN);

  private static final Map<String, Set<UnicodeScript>> OTHERS =
      Map.ofEntries(
          Map.entry("ru", CYRILLIC),
          Map.entry("uk", CYRILLIC),
          Map.entry("be", CYRILLIC),
          Map.entry("bg", CYRILLIC),
          Map.entry("mk", CYRILLIC),
          Map.entry("ar", ARABIC),
          Map.entry("fa", ARABIC),
          Map.entry("ur", ARABIC),
          Map.entry("ps", ARABIC),
          Map.entry("hi", DEVANAGARI),
          Map.entry("mr", DEVANAGARI),
          Map.entry("ne", DEVANAGARI),
          Map.entry("zh", HAN),
          Map.entry("yue", HAN),
          Map.entry("ja", JAPANESE),
          Map.entry("ko", KOREAN),
          Map.entry("el", Set.of(UnicodeScript.GREEK)),
          Map.entry("he", Set.of(UnicodeScript.HEBREW)),
          Map.entry("yi", Set.of(UnicodeScript.HEBREW)),
          Map.entry("bn", Set.of(UnicodeScript.BENGALI)),
          Map.entry("ta", Set.of(UnicodeScript.TAMIL)),
          Map.entry("te", Set.of(UnicodeScript.TELUGU)),
          Map.entry("kn", Set.of(UnicodeScript.KANNADA)),
          Map.entry("ml", Set.of(UnicodeScript.MALAYALAM)),
          Map.entry("gu", Set.of(UnicodeScript.GUJARATI)),
          Map.entry("pa", Set.of(UnicodeScript.GURMUKHI, UnicodeScript.ARABIC)),
          Map.entry("si", Set.of(UnicodeScript.SINHALA)),
          Map.entry("th", Set.of(UnicodeScript.THAI)),
          Map.entry("lo", Set.of(UnicodeScript.LAO)),
          Map.entry("km", Set.of(UnicodeScript.KHMER)),
          Map.entry("my", Set.of(UnicodeScript.MYANMAR)),
          Map.entry("bo", Set.of(UnicodeScript.TIBETAN)),
          Map.entry("ka", Set.of(UnicodeScript.GEORGIAN)),
          Map.entry("hy", Set.of(UnicodeScript.ARMENIAN)),
          Map.entry("am", Set.of(UnicodeScript.ETHIOPIC)),
          Map.entry("ti", Set.of(UnicodeScript.ETHIOPIC)));

  /** Languages surely written in Latin letters; of all others nothing is assumed. */
  private static final Set<String> IN_LATIN =
      Set.of(
          "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr",
          "hu", "id", "is", "it", "lt", "lv", "nb", "nl", "nn", "no", "pl", "pt", "ro", "sk", "sl",
          "sq", "sv", "sw", "tl", "tr", "vi", "zu", "xh");

  /** No Japanese text of so many letters is without kana. */
  private static final int LONG = 20;

  private Letters() {}

  /** True unless most letters are of another writing than the language has. */
  static boolean plausible(Locale language, String text) {
    var wanted = of(language);
    if (wanted == null) {
      return true;
    }
    long letters = text.codePoints().filter(Character::isLetter).count();
    long right =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(letter -> wanted.contains(UnicodeScript.of(letter)))
            .count();
    return 2 * right >= letters && (wanted != JAPANESE || letters < LONG || hasKana(text));
  }

  private static boolean hasKana(String text) {
    return text.codePoints().anyMatch(letter -> KANA.contains(UnicodeScript.of(letter)));
  }

  private static @Nullable Set<UnicodeScript> of(Locale language) {
    var named = language.getScript();
    if (!named.isEmpty()) {
      return named(named);
    }
    var name = language.getLanguage();
    return IN_LATIN.contains(name) ? LATIN : OTHERS.get(name);
  }

  private static @Nullable Set<UnicodeScript> named(String script) {
    return switch (script) {
      case "Hans", "Hant" -> HAN;
      case "Jpan" -> JAPANESE;
      case "Kore" -> KOREAN;
      default -> {
        try {
          yield Set.of(UnicodeScript.forName(script));
        } catch (IllegalArgumentException e) {
          yield null;
        }
      }
    };
  }
}
