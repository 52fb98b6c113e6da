package io.vidgen.script;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Reads the language that a script says it is in. */
final class Languages {

  private Languages() {}

  /** Understands BCP 47 tags ("fr-CA", also "fr_CA") and names ("French", "français"). */
  static Locale parse(String text, String field, Position at) {
    String tag = Words.clean(text).replace('_', '-');
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (locale.getLanguage().length() <= 3) {
        return locale;
      }
    } catch (IllformedLocaleException e) {
      // Not a tag; it may be a name.
    }
    String name = Words.fold(text);
    for (String code : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(code);
      if (name.equals(Words.fold(locale.getDisplayLanguage(Locale.ENGLISH)))
          || name.equals(Words.fold(locale.getDisplayLanguage(locale)))
          || name.equals(Words.fold(locale.getDisplayLanguage(Locale.FRENCH)))) {
        return locale;
      }
    }
    throw new ScriptParseException(
        at,
        field + " is not a language: " + Words.excerpt(text),
        "give a language tag such as \"en\", \"fr\" or \"pt-BR\"");
  }
}
