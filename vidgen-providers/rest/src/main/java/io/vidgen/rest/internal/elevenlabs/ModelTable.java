package io.vidgen.rest.internal.elevenlabs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of a model without asking. The vendor's list is asked before a call; this is for
 * planning, and for keys that may not see the list.
 *
 * @see <a href="https://elevenlabs.io/docs/overview/models">ElevenLabs, Models (read 2026-09)</a>
 */
final class ModelTable {
  private static final String TWENTY_NINE =
      "en ja zh de hi fr ko pt it es id nl tr fil pl sv bg ro ar cs el fi hr ms sk da ta uk ru";
  private static final String THIRTY_TWO = TWENTY_NINE + " hu no nb vi";
  private static final String SEVENTY =
      THIRTY_TWO
          + " af hy as az be bn bs ca ceb ny et gl ka gu ha he is ga jv kn kk ky lv ln lt lb mk ml"
          + " mr ne ps fa pa sr sd sl so sw te th ur cy";

  private static final Set<String> KNOWN =
      Set.of(
          "eleven_v3",
          "eleven_multilingual_v2",
          "eleven_flash_v2_5",
          "eleven_turbo_v2_5",
          "eleven_flash_v2",
          "eleven_turbo_v2");

  /** For a model that is not known: the smallest limit of a current model. */
  private static final int CAUTIOUS = 3000;

  private ModelTable() {}

  /** Longest text of one call, in characters. */
  static int limit(String model) {
    return switch (family(model)) {
      case "eleven_v3" -> 5000;
      case "eleven_multilingual_v2" -> 10_000;
      case "eleven_flash_v2_5", "eleven_turbo_v2_5" -> 40_000;
      case "eleven_flash_v2", "eleven_turbo_v2" -> 30_000;
      default -> CAUTIOUS;
    };
  }

  /** BCP 47 tags; empty when nobody knows. */
  static String[] languages(String model) {
    return switch (family(model)) {
      case "eleven_v3" -> SEVENTY.split(" ", -1);
      case "eleven_multilingual_v2" -> TWENTY_NINE.split(" ", -1);
      case "eleven_flash_v2_5", "eleven_turbo_v2_5" -> THIRTY_TWO.split(" ", -1);
      case "eleven_flash_v2", "eleven_turbo_v2" -> new String[] {"en"};
      default -> new String[0];
    };
  }

  static boolean isKnown(String model) {
    return !family(model).isEmpty();
  }

  /** How many credits the vendor takes for a character; 0 when nobody knows. */
  static BigDecimal creditsOfACharacter(String model) {
    var family = family(model);
    if (family.isEmpty()) {
      return BigDecimal.ZERO;
    }
    boolean isFast = family.contains("flash") || family.contains("turbo");
    return isFast ? new BigDecimal("0.5") : BigDecimal.ONE;
  }

  /** {@code language_code} is not for multilingual_v2, and needless where there is one language. */
  static boolean takesLanguageCode(String model) {
    return !model.contains("multilingual_v2") && !List.of("en").equals(List.of(languages(model)));
  }

  /**
   * Whether it takes anything about neighbouring text. The third generation refuses {@code
   * previous_text}, {@code next_text} and earlier requests with 400 (seen 2026-07).
   */
  static boolean stitches(String model) {
    return !model.contains("_v3");
  }

  /** The vendor's code of a language: ISO 639-1, Norwegian without its forms. */
  static String code(Locale language) {
    var code = language.getLanguage();
    return code.equals("nb") || code.equals("nn") ? "no" : code;
  }

  private static String family(String model) {
    return KNOWN.contains(model) ? model : "";
  }
}
