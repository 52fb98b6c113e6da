package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A script that somebody wants, as far as it can be made out from what they wrote.
 *
 * @param theme what it is about
 * @param scenes how many
 * @param clips of all scenes together, 0 when nothing is said of them
 * @param names who appears, at least one
 * @param language code, such as {@code en}
 * @param refused the scene to be told more mildly; missing for a whole script
 */
record StoryAsk(
    String theme, int scenes, int clips, List<String> names, String language, JsonNode refused) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int USUAL_SCENES = 3;
  private static final int MOST_SCENES = 60;
  private static final int LONGEST_THEME = 120;

  private static final String COUNTED = "scenes?|clips?|blocs?|blocks?|shots?|sc\u00E8nes?";
  private static final List<Pattern> SCENES =
      List.of(
          Pattern.compile(
              "(?im)^\\W*(?:number of )?(?:scenes|sc\u00E8nes|blocs|blocks)\\W+(?:about |exactly )?(\\d{1,3})"),
          Pattern.compile("(?i)\"(?:scenes|sceneCount|blocs|numberOfScenes)\"\\s*:\\s*(\\d{1,3})"),
          Pattern.compile("(?i)\\b(\\d{1,3})[ -](?:" + COUNTED + ")\\b"));
  private static final Pattern CLIPS =
      Pattern.compile("(?im)^\\W*\"?clips\"?\\W+(\\d{1,3})(?! per)");
  private static final List<Pattern> THEME =
      List.of(
          Pattern.compile("(?im)^\\W*(?:theme|topic|subject|idea|th\u00E8me|sujet)\\W+(.+)$"),
          Pattern.compile("(?i)\"(?:theme|topic|subject)\"\\s*:\\s*\"([^\"]+)\""),
          Pattern.compile("(?i)\\b(?:about|sur) (?!\\d)([^.\\n]{3,})"));
  private static final Pattern TAG =
      Pattern.compile("(?im)^\\W*(?:language|langue)\\W+(?:.*\\(([a-z]{2,3})\\b|([a-z]{2,3})\\b)");
  private static final Map<String, String> NAMED =
      Map.of("french", "fr", "german", "de", "spanish", "es", "fran\u00E7ais", "fr");
  private static final Pattern MILDER =
      Pattern.compile(
          "(?i)refused by|\\b(?:soften|milder|mildly|rephrase|rewrite|tone down|less violent)\\b");

  /** Copies the list. */
  StoryAsk {
    names = List.copyOf(names);
  }

  static StoryAsk of(ContentAsk ask) {
    var text = ask.user();
    var refused = MILDER.matcher(text).find() ? refused(text) : Optional.<JsonNode>empty();
    int scenes = refused.isPresent() ? 1 : first(SCENES, text).map(StoryAsk::number).orElse(0);
    var clips = CLIPS.matcher(text);
    int all = clips.find() ? Integer.parseInt(clips.group(1)) : 0;
    scenes = scenes == 0 ? bounds(ask, all) : scenes;
    var names = CharacterNames.labelled(afterLabel(text));
    return new StoryAsk(
        theme(text),
        Math.max(1, Math.min(MOST_SCENES, scenes)),
        all,
        names.isEmpty() ? List.of("Robin") : names.subList(0, Math.min(3, names.size())),
        language(text),
        refused.orElse(MissingNode.getInstance()));
  }

  /** The theme may well hold names of places; characters come after their own label. */
  private static String afterLabel(String text) {
    int label = text.toLowerCase(Locale.ROOT).indexOf("characters:");
    return label < 0 ? text : text.substring(label);
  }

  private static int bounds(ContentAsk ask, int clips) {
    var schema = ask.schema();
    if (schema != null) {
      var array = schema.findValue("minItems");
      if (array != null) {
        return array.asInt(USUAL_SCENES);
      }
    }
    return clips > 0 ? clips : USUAL_SCENES;
  }

  private static Optional<String> first(List<Pattern> patterns, String text) {
    for (Pattern pattern : patterns) {
      var matcher = pattern.matcher(text);
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String theme(String text) {
    var theme = first(THEME, text).orElseGet(() -> text.strip().lines().findFirst().orElse(""));
    var plain = theme.replaceAll("[\"*\\s]+", " ").strip().replaceAll("[.!?]+$", "");
    var cut = plain.substring(0, Math.min(LONGEST_THEME, plain.length()));
    return cut.isBlank() ? "a quiet day" : cut;
  }

  private static String language(String text) {
    var tag = TAG.matcher(text);
    if (tag.find()) {
      var code = tag.group(1) == null ? tag.group(2) : tag.group(1);
      return code.toLowerCase(Locale.ROOT);
    }
    var lower = text.toLowerCase(Locale.ROOT);
    return NAMED.entrySet().stream()
        .filter(e -> lower.contains("in " + e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("en");
  }

  /** A scene as JSON somewhere in the text, or the text itself as what is to be seen. */
  private static Optional<JsonNode> refused(String text) {
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      try (var parser = JSON.createParser(text.substring(at))) {
        JsonNode node = JSON.readTree(parser);
        var scene = node.path("scenes").isArray() ? node.path("scenes").path(0) : node;
        if (scene.isObject()) {
          return Optional.of(scene);
        }
      } catch (JsonProcessingException e) {
        // perhaps it begins at a later brace
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return Optional.of(JSON.createObjectNode().put("visual", text.strip()));
  }

  /** The same with a scene less. */
  StoryAsk oneLess() {
    return new StoryAsk(theme, Math.max(1, scenes - 1), clips, names, language, refused);
  }
}
