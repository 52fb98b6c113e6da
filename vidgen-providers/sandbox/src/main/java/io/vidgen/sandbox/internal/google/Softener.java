package io.vidgen.sandbox.internal.google;

import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of a text what Veo's filter stumbles over. */
final class Softener {
  private static final Map<String, String> MILDER =
      Map.of(
          "bloodbath", "puddle",
          "massacre", "quarrel",
          "celebrity", "friend",
          "nude", "dressed",
          "trademark", "picture",
          "deafening", "soft",
          "blood", "paint",
          "fight", "dance",
          "gun", "torch");
  private static final Pattern ROUGH =
      Pattern.compile(
          "(?i)bloodbath|massacre|celebrity|nude|trademark|deafening|blood|fight|\\bguns?\\b");

  private Softener() {}

  static String soften(String text) {
    return ROUGH
        .matcher(text)
        .replaceAll(
            found ->
                MILDER.getOrDefault(found.group().toLowerCase(java.util.Locale.ROOT), "torch"));
  }
}
