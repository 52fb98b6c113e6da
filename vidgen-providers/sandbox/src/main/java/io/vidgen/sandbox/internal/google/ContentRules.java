package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.ContentAsk.broken;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.sandbox.internal.google.Model.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the models for texts and pictures take.
 *
 * @see <a href="https://ai.google.dev/gemini-api/docs/image-generation">Image generation with
 *     Gemini (read 2026-10)</a>
 */
final class ContentRules {
  private static final String CONFIG = "generation_config.";
  private static final Set<String> TYPES = Set.of("text/plain", "application/json", "text/x.enum");
  private static final Set<String> JSON_TYPES =
      Set.of("string", "number", "integer", "boolean", "array", "object", "null");
  private static final int MOST_TEXT = 65_536;
  private static final int MOST_OF_PICTURES = 32_768;
  private static final int MOST_REFERENCES = 14;

  /** Models that take other numbers of pictures. */
  private static final Map<String, Integer> REFERENCES = Map.of("gemini-2.5-flash-image", 3);

  private ContentRules() {}

  static void check(Model model, ContentAsk ask) throws Refusal {
    checkModalities(model, ask.modalities());
    checkNumbers(model, ask.config());
    checkForm(model, ask);
    int most = REFERENCES.getOrDefault(model.id(), MOST_REFERENCES);
    if (model.kind() == Kind.IMAGE && ask.pictures().size() > most) {
      throw new Refusal(
          GoogleErrors.invalid(
              "The request has "
                  + ask.pictures().size()
                  + " images in `contents`, but models/"
                  + model.id()
                  + " takes at most "
                  + most
                  + "."));
    }
  }

  private static void checkModalities(Model model, List<String> asked) throws Refusal {
    boolean isText = model.kind() == Kind.TEXT;
    var good = isText ? List.of(Set.of("TEXT")) : List.of(Set.of("IMAGE"), Set.of("TEXT", "IMAGE"));
    if (!asked.isEmpty() && !good.contains(Set.copyOf(asked))) {
      throw new Refusal(
          GoogleErrors.invalid(
              "The requested combination of response modalities ("
                  + asked.stream().sorted().distinct().collect(Collectors.joining(", "))
                  + ") is not supported by the model. models/"
                  + model.id()
                  + " accepts the following combination of response modalities:\n"
                  + (isText ? "* TEXT\n" : "* IMAGE\n* TEXT, IMAGE\n")));
    }
  }

  private static void checkNumbers(Model model, JsonNode config) throws Refusal {
    boolean isText = model.kind() == Kind.TEXT;
    within(config, "maxOutputTokens", 1, isText ? MOST_TEXT : MOST_OF_PICTURES);
    within(config, "temperature", 0, 2);
    within(config, "topP", 0, 1);
    within(config, "candidateCount", 1, isText ? 8 : 1);
    var thinking = config.path("thinkingConfig");
    if (thinking.has("thinkingBudget") && thinking.has("thinkingLevel")) {
      throw new Refusal(
          GoogleErrors.invalid("You can only set only one of thinking budget and thinking level."));
    }
  }

  private static void within(JsonNode config, String name, double least, double most)
      throws Refusal {
    var value = config.path(name);
    if (value.isNumber() && (value.asDouble() < least || value.asDouble() > most)) {
      throw new Refusal(
          GoogleErrors.invalid(
              "Unable to submit request because it has a "
                  + name
                  + " value of "
                  + value.asText()
                  + " but the supported range is from "
                  + plain(least)
                  + " (inclusive) to "
                  + plain(most)
                  + " (inclusive). Update the value and try again."));
    }
  }

  private static String plain(double bound) {
    return String.valueOf((int) bound);
  }

  private static void checkForm(Model model, ContentAsk ask) throws Refusal {
    var config = ask.config();
    var type = ask.mimeType();
    if (!TYPES.contains(type)) {
      throw broken(
          CONFIG + "response_mime_type",
          "allowed mimetypes are `text/plain`, `application/json` and `text/x.enum`.");
    }
    if (model.kind() == Kind.IMAGE && !type.equals("text/plain")) {
      throw new Refusal(GoogleErrors.invalid("JSON mode is not enabled for models/" + model.id()));
    }
    boolean json = config.has("responseJsonSchema");
    boolean open = config.has("responseSchema");
    if (json && open) {
      throw broken(CONFIG + "response_json_schema", "must be omitted when response_schema is set.");
    }
    if ((json || open) && type.equals("text/plain")) {
      throw broken(
          CONFIG + (json ? "response_json_schema" : "response_schema"),
          "only allowed when response_mime_type is `application/json` or `text/x.enum`.");
    }
    if (json) {
      checkSchema(config.path("responseJsonSchema"), CONFIG + "response_json_schema");
    }
  }

  /** Keywords that Gemini does not know are passed over, types are not. */
  private static void checkSchema(JsonNode schema, String path) throws Refusal {
    if (!schema.isObject()) {
      throw broken(path, "must be a JSON Schema object.");
    }
    var type = schema.path("type");
    for (JsonNode one : type.isArray() ? type : List.of(type)) {
      if (!one.isMissingNode() && !JSON_TYPES.contains(one.asText())) {
        throw broken(path + ".type", "'" + one.asText() + "' is not a type of JSON Schema.");
      }
    }
    for (String name : List.of("properties", "$defs")) {
      for (var entry : schema.path(name).properties()) {
        checkSchema(entry.getValue(), path + "." + name + "." + entry.getKey());
      }
    }
    for (String name : List.of("anyOf", "oneOf", "prefixItems")) {
      for (JsonNode one : schema.path(name)) {
        checkSchema(one, path + "." + name);
      }
    }
    if (schema.path("items").isObject()) {
      checkSchema(schema.path("items"), path + ".items");
    }
  }
}
