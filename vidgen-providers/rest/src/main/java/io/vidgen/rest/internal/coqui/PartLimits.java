package io.vidgen.rest.internal.coqui;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long a sentence may be. XTTS only warns on its server when one is longer, and cuts the sound:
 * the limits are those of {@code VoiceBpeTokenizer.char_limits} in idiap/coqui-ai-TTS 0.27.2. Other
 * models know no limit, but longer sentences do them no good either.
 */
public final class PartLimits {
  private static final int OTHER = 250;
  private static final Map<String, Integer> XTTS =
      Map.ofEntries(
          Map.entry("en", 250),
          Map.entry("de", 253),
          Map.entry("fr", 273),
          Map.entry("es", 239),
          Map.entry("it", 213),
          Map.entry("pt", 203),
          Map.entry("pl", 224),
          Map.entry("zh", 82),
          Map.entry("ar", 166),
          Map.entry("cs", 186),
          Map.entry("ru", 182),
          Map.entry("nl", 251),
          Map.entry("tr", 226),
          Map.entry("ja", 71),
          Map.entry("hu", 224),
          Map.entry("ko", 95),
          Map.entry("hi", 150));

  private PartLimits() {}

  /**
   * The limit of a language.
   *
   * @param language a language
   * @return characters
   */
  public static int of(Locale language) {
    return XTTS.getOrDefault(language.getLanguage(), OTHER);
  }

  /**
   * Whether a model is XTTS.
   *
   * @param model its name, such as {@code tts_models/multilingual/multi-dataset/xtts_v2}
   * @return true if so
   */
  public static boolean isXtts(String model) {
    return model.toLowerCase(Locale.ROOT).contains("xtts");
  }

  /**
   * What XTTS speaks.
   *
   * @return language codes
   */
  public static Set<String> xttsLanguages() {
    return XTTS.keySet();
  }

  /**
   * A language as XTTS names it.
   *
   * @param language a language
   * @return its code; Chinese is {@code zh-cn}
   */
  static String name(Locale language) {
    return language.getLanguage().equals("zh") ? "zh-cn" : language.getLanguage();
  }
}
