package io.vidgen.whisper.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Languages as whisper.cpp names them; from {@code g_lang} in its whisper.cpp. */
final class SpokenLanguages {
  /** What it is asked for when nobody knows. */
  static final String UNKNOWN = "auto";

  private static final Set<String> CODES =
      Set.copyOf(
          Arrays.asList(
              ("en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu"
                      + " ta no th ur hr bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is"
                      + " hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo"
                      + " uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue")
                  .split(" ")));

  /** What Java or BCP 47 calls otherwise. */
  private static final Map<String, String> OTHER =
      Map.of("nb", "no", "jv", "jw", "fil", "tl", "iw", "he", "in", "id", "ji", "yi", "cmn", "zh");

  private SpokenLanguages() {}

  /** The code to ask with; empty for a language that it does not know. */
  static Optional<String> code(Locale language) {
    var name = language.getLanguage();
    return Optional.of(OTHER.getOrDefault(name, name)).filter(CODES::contains);
  }

  /** The language of an answer; the root locale when it says none. */
  static Locale read(String code) {
    if (!CODES.contains(code)) {
      return Locale.ROOT;
    }
    return Locale.forLanguageTag(code.equals("jw") ? "jv" : code);
  }

  /** All tags that {@link #code} takes. */
  static String[] tags() {
    var tags = new TreeSet<>(CODES);
    tags.addAll(OTHER.keySet());
    return tags.toArray(String[]::new);
  }
}
