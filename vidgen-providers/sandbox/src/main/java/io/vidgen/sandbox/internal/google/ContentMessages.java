package io.vidgen.sandbox.internal.google;

import static io.vidgen.sandbox.internal.google.Message.ANY;
import static io.vidgen.sandbox.internal.google.Message.BOOL;
import static io.vidgen.sandbox.internal.google.Message.BYTES;
import static io.vidgen.sandbox.internal.google.Message.INTEGER;
import static io.vidgen.sandbox.internal.google.Message.NUMBER;
import static io.vidgen.sandbox.internal.google.Message.STRING;
import static io.vidgen.sandbox.internal.google.Message.many;
import static io.vidgen.sandbox.internal.google.Message.named;
import static io.vidgen.sandbox.internal.google.Message.one;
import static io.vidgen.sandbox.internal.google.Message.word;

import io.vidgen.sandbox.internal.google.Message.Field;
import io.vidgen.sandbox.internal.google.Model.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a request for generateContent.
 *
 * @see <a href="https://ai.google.dev/api/generate-content">Generating content (read 2026-10)</a>
 */
final class ContentMessages {
  private static final Message BLOB =
      new Message("Blob", Map.of("mimeType", STRING, "data", BYTES, "displayName", STRING));
  private static final Message PART =
      new Message(
          "Part",
          with(
              Map.of("text", STRING, "inlineData", one(() -> BLOB), "thought", BOOL),
              ANY,
              "fileData",
              "functionCall",
              "functionResponse",
              "executableCode",
              "codeExecutionResult",
              "thoughtSignature",
              "videoMetadata",
              "mediaResolution",
              "partMetadata"));
  private static final Message CONTENT =
      new Message("Content", Map.of("role", STRING, "parts", many(one(() -> PART))));
  private static final Message THINKING =
      new Message(
          "ThinkingConfig",
          Map.of(
              "includeThoughts",
              BOOL,
              "thinkingBudget",
              INTEGER,
              "thinkingLevel",
              word("ThinkingLevel", "MINIMAL", "LOW", "MEDIUM", "HIGH")));

  private static final Field SCHEMA = one(ContentMessages::schema);
  private static final Message SCHEMA_MESSAGE = schemaMessage();

  private static final Message GEMINI = request(Place.GEMINI);
  private static final Message PLATFORM = request(Place.PLATFORM);

  private ContentMessages() {}

  /** A whole request, as one of the APIs has it. */
  static Message of(Place place) {
    return place == Place.PLATFORM ? PLATFORM : GEMINI;
  }

  private static Map<String, Field> with(Map<String, Field> fields, Field field, String... names) {
    var all = new HashMap<>(fields);
    List.of(names).forEach(name -> all.put(name, field));
    return all;
  }

  private static Message schema() {
    return SCHEMA_MESSAGE;
  }

  private static Message schemaMessage() {
    var fields =
        with(
            Map.of(
                "type",
                word("Type", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL"),
                "nullable",
                BOOL,
                "items",
                SCHEMA,
                "anyOf",
                many(SCHEMA),
                "properties",
                named(SCHEMA)),
            STRING,
            "format",
            "title",
            "description",
            "pattern");
    fields = with(fields, many(STRING), "enum", "required", "propertyOrdering");
    fields = with(fields, ANY, "example", "default", "additionalProperties", "ref", "defs");
    fields = with(fields, NUMBER, "minimum", "maximum");
    return new Message(
        "Schema",
        with(
            fields,
            INTEGER,
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minLength",
            "maxLength"));
  }

  private static Message request(Place place) {
    boolean isPlatform = place == Place.PLATFORM;
    var image = with(Map.of(), STRING, "aspectRatio", "imageSize");
    var safety = with(Map.of(), STRING, "category", "threshold");
    if (isPlatform) {
      image = with(image, STRING, "personGeneration", "prominentPeople");
      image = with(image, ANY, "imageOutputOptions");
      safety = with(safety, STRING, "method");
    }
    var imageMessage = new Message("ImageConfig", image);
    var safetyMessage = new Message("SafetySetting", safety);
    var config = config(isPlatform, imageMessage);
    var fields =
        with(
            Map.of(
                "contents",
                many(one(() -> CONTENT)),
                "systemInstruction",
                one(() -> CONTENT),
                "generationConfig",
                one(() -> config),
                "safetySettings",
                many(one(() -> safetyMessage)),
                "tools",
                many(ANY)),
            ANY,
            "toolConfig",
            "cachedContent",
            "model",
            "serviceTier",
            "store");
    if (isPlatform) {
      fields = with(fields, named(STRING), "labels");
      fields = with(fields, ANY, "modelArmorConfig");
    }
    return new Message("GenerateContentRequest", fields);
  }

  private static Message config(boolean isPlatform, Message image) {
    var fields = with(Map.of(), INTEGER, "candidateCount", "maxOutputTokens", "seed", "logprobs");
    fields =
        with(fields, NUMBER, "temperature", "topP", "topK", "presencePenalty", "frequencyPenalty");
    fields = with(fields, BOOL, "responseLogprobs", "enableEnhancedCivicAnswers");
    fields = with(fields, STRING, "responseMimeType", "mediaResolution");
    fields = with(fields, many(STRING), "stopSequences");
    fields = with(fields, ANY, "responseJsonSchema", "speechConfig");
    fields = with(fields, SCHEMA, "responseSchema");
    fields = with(fields, one(() -> THINKING), "thinkingConfig");
    fields = with(fields, one(() -> image), "imageConfig");
    fields =
        with(
            fields,
            many(word("GenerationConfig.Modality", "TEXT", "IMAGE", "AUDIO")),
            "responseModalities");
    if (isPlatform) {
      fields = with(fields, ANY, "audioTimestamp", "routingConfig", "modelSelectionConfig");
    }
    return new Message("GenerationConfig", fields);
  }
}
