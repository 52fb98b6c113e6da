package io.vidgen.rest.internal.whisper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Languages as Whisper names them: {@code english} or {@code en}. */
final class LanguageNames {
  /** What Whisper calls otherwise than Java; from the table of its tokenizer.py. */
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("haitian creole", "ht"),
          Map.entry("moldavian", "ro"),
          Map.entry("mandarin", "zh"),
          Map.entry("castilian", "es"),
          Map.entry("valencian", "ca"),
          Map.entry("flemish", "nl"),
          Map.entry("letzeburgesch", "lb"),
          Map.entry("pushto", "ps"),
          Map.entry("panjabi", "pa"),
          Map.entry("sinhalese", "si"),
          Map.entry("myanmar", "my"),
          Map.entry("javanese", "jw"),
          Map.entry("nynorsk", "nn"),
          Map.entry("bengali", "bn"),
          Map.entry("cantonese", "yue"));

  private static final Map<String, String> SENT = Map.of("nb", "no", "jv", "jw", "fil", "tl");
  private static final Set<String> LONG = Set.of("haw", "yue");

  private LanguageNames() {}

  /** The language of an answer; the root locale when it is not known. */
  static Locale read(String name) {
    var lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.length() <= 3) {
      return lower.equals("jw") ? Locale.forLanguageTag("jv") : Locale.forLanguageTag(lower);
    }
    var code = OTHER.get(lower);
    return Locale.forLanguageTag(code != null ? code : known().getOrDefault(lower, "und"));
  }

  /** The code to ask with; null to let the server find out. */
  static @Nullable String code(@Nullable Locale language) {
    if (language == null) {
      return null;
    }
    var code = language.getLanguage();
    var sent = SENT.getOrDefault(code, code);
    return sent.length() == 2 || LONG.contains(sent) ? sent : null;
  }

  private static Map<String, String> known() {
    return Stream.concat(Arrays.stream(Locale.getISOLanguages()), LONG.stream())
        .collect(
            Collectors.toMap(
                code ->
                    Locale.forLanguageTag(code)
                        .getDisplayLanguage(Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT),
                code -> code,
                (a, b) -> a));
  }
}
