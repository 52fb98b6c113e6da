package io.vidgen.offline.internal.voice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The languages that espeak-ng speaks, as {@code espeak-ng --voices} of version 1.51 lists them.
 */
final class EspeakLanguages {
  private static final String[] TAGS =
      ("af am an ar as az ba be bg bn bs ca chr cs cv cy da de el en eo es et eu fa fi fr ga gd gn"
              + " grc gu haw he hi hr ht hu hy ia id io is it ja ka kk kl kn ko kok ku ky la lb lfn"
              + " lt lv mi mk ml mr ms mt mto my nb nci ne nl no nog om or pa pap pl pt py qdb qu quc"
              + " ro ru sd shn si sjn sk sl smj sq sr sv sw ta te th tk tn tr tt ug uk ur uz vi yue"
              + " zh")
          .split(" ");

  /** Where its name of a voice is not the language tag. */
  private static final Map<String, String> VOICES =
      Map.ofEntries(
          Map.entry("zh", "cmn"),
          Map.entry("no", "nb"),
          Map.entry("en-US", "en-us"),
          Map.entry("en", "en-us"),
          Map.entry("en-GB", "en-gb"),
          Map.entry("fr", "fr-fr"),
          Map.entry("fr-BE", "fr-be"),
          Map.entry("fr-CH", "fr-ch"),
          Map.entry("es-MX", "es-419"),
          Map.entry("es-AR", "es-419"),
          Map.entry("es-CO", "es-419"),
          Map.entry("es-419", "es-419"),
          Map.entry("pt-BR", "pt-br"),
          Map.entry("zh-HK", "yue"));

  private EspeakLanguages() {}

  static String[] tags() {
    return TAGS.clone();
  }

  /** The languages, and those regions of them that have a voice of their own. */
  static List<Locale> locales() {
    return Stream.concat(Stream.of(TAGS), VOICES.keySet().stream().sorted())
        .distinct()
        .map(Locale::forLanguageTag)
        .toList();
  }

  /** The voice for a language; a region without a voice of its own has that of the language. */
  static String voice(Locale language) {
    String exact = VOICES.get(language.stripExtensions().toLanguageTag());
    if (exact != null) {
      return exact;
    }
    String spoken = language.getLanguage().equals("iw") ? "he" : language.getLanguage();
    return VOICES.getOrDefault(spoken, spoken);
  }
}
