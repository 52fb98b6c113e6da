package io.vidgen.google.internal.client;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Codes that Google gives for what its safety filters refused
 * (docs.cloud.google.com/gemini-enterprise-agent-platform/models/video/responsible-ai-and-usage-guidelines,
 * read 2026-09).
 */
public final class SupportCodes {
  private static final Pattern CODES =
      Pattern.compile("[Ss]upport codes?:?\\s*([0-9]{6,10}(?:\\s*,\\s*[0-9]{6,10}){0,20})");

  private static final Map<String, List<String>> TABLE =
      Map.ofEntries(
          Map.entry("child", List.of("58061214", "17301594")),
          Map.entry("celebrity", List.of("29310472", "15236754")),
          Map.entry("video safety", List.of("64151117", "42237218")),
          Map.entry("dangerous", List.of("62263041")),
          Map.entry("hate", List.of("57734940", "22137204")),
          Map.entry("other", List.of("74803281", "29578790", "42876398")),
          Map.entry(
              "prohibited", List.of("89371032", "49114662", "63429089", "72817394", "60599140")),
          Map.entry("third-party content", List.of("35561574", "35561575")),
          Map.entry("sexual", List.of("90789179", "43188360")),
          Map.entry("toxic", List.of("78610348")),
          Map.entry("violence", List.of("61493863", "56562880")),
          Map.entry("vulgar", List.of("32635315")));

  private SupportCodes() {}

  /** The codes in a text, in order, each once. */
  public static List<String> in(String text) {
    return CODES
        .matcher(text)
        .results()
        .flatMap(found -> List.of(found.group(1).split("\\s*,\\s*", -1)).stream())
        .distinct()
        .toList();
  }

  /** The categories of the codes in a text, such as {@code celebrity, violence}. */
  public static String categories(String text) {
    return in(text).stream()
        .map(SupportCodes::category)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String category(String code) {
    return TABLE.entrySet().stream()
        .filter(entry -> entry.getValue().contains(code))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("code " + code);
  }
}
