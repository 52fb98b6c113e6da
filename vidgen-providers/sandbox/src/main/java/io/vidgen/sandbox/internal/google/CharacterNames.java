package io.vidgen.sandbox.internal.google;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the names of characters in a prompt. */
final class CharacterNames {
  private static final String NAME =
      "[\"'\u201C*]*(\\p{Lu}[\\p{L}'-]{1,30}(?: \\p{Lu}[\\p{L}'-]{1,30})?)";
  private static final Pattern WORD = Pattern.compile("\\b(\\p{Lu}\\p{Ll}[\\p{L}'-]{1,30})");
  private static final List<Pattern> LABELLED =
      List.of(
          Pattern.compile(
              "(?m)(?i:\\b(?:main |recurring )?(?:characters?|name|hero(?:ine)?|protagonist|speaker"
                  + "|personnages?|nom)\\b)[\"*]*\\s*(?:[:=]|-)[\"\\s\\[{*-]*(?:(?i:name)\"?\\s*[:=]\\s*)?"
                  + NAME),
          Pattern.compile("(?i:\\b(?:named|called|nomm\u00E9e?|appel\u00E9e?)) " + NAME),
          Pattern.compile("\"name\"\\s*:\\s*" + NAME),
          Pattern.compile("(?m)^\\s*[-*]\\s+" + NAME + "[\"*]*\\s*[:(\u2014,]"),
          Pattern.compile(
              NAME
                  + "[\"*]*(?: \\([^)]{0,80}\\))? (?i:says|whispers|asks|shouts|replies|speaks)\\b"));
  private static final Set<String> NO_NAMES =
      Set.of(
          "The",
          "This",
          "That",
          "She",
          "He",
          "They",
          "Scene",
          "Scenes",
          "Style",
          "Theme",
          "Title",
          "Continues",
          "Nobody",
          "Part",
          "Soft",
          "All",
          "Language",
          "Dialogue",
          "Dialogues",
          "Visual",
          "Visuel",
          "Audio",
          "Sound",
          "Name",
          "Description",
          "No",
          "None",
          "Each",
          "Every",
          "Write",
          "English",
          "French",
          "Character",
          "Characters",
          "It",
          "Voice",
          "Picture",
          "Ambient",
          "Camera",
          "A",
          "An");

  private CharacterNames() {}

  /** Those that are said to be names, else the first word that may be one. */
  static List<String> in(String prompt) {
    var names = labelled(prompt);
    return names.isEmpty() ? anyCapitalised(prompt) : names;
  }

  /** Those that are said to be names, by a label or otherwise. */
  static List<String> labelled(String prompt) {
    var names = new LinkedHashSet<String>();
    for (Pattern pattern : LABELLED) {
      var matcher = pattern.matcher(prompt);
      while (matcher.find()) {
        var name = matcher.group(1);
        if (!NO_NAMES.contains(name.split(" ", 2)[0])) {
          names.add(name);
        }
      }
    }
    return new ArrayList<>(names);
  }

  private static List<String> anyCapitalised(String prompt) {
    return WORD.matcher(prompt)
        .results()
        .map(result -> result.group(1))
        .filter(word -> !NO_NAMES.contains(word))
        .limit(1)
        .toList();
  }
}
