package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.sandbox.internal.google.Model.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a text or picture says.
 *
 * @param user all that the user wrote, one part a paragraph
 * @param system instructions, maybe empty
 * @param pictures pictures that came with it
 * @param config how to answer; missing for no wishes
 */
record ContentAsk(String user, String system, List<byte[]> pictures, JsonNode config) {
  private static final int TOKENS_PER_PICTURE = 258;
  private static final Set<String> ROLES = Set.of("user", "model", "function");
  private static final Set<String> PICTURES =
      Set.of("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif");
  private static final Set<String> NO_DATA =
      Set.of("thought", "thoughtSignature", "videoMetadata", "mediaResolution", "partMetadata");

  /** Copies the list. */
  ContentAsk {
    pictures = List.copyOf(pictures);
  }

  static ContentAsk of(@Nullable JsonNode body, Place place) throws Refusal, IOException {
    if (body == null || !body.isObject()) {
      throw new Refusal(GoogleErrors.invalid("Invalid JSON payload received."));
    }
    var request = ContentMessages.of(place).read(body, "");
    var contents = request.path("contents");
    if (contents.isEmpty()) {
      throw broken("contents", "contents is not specified");
    }
    var user = new StringBuilder();
    var pictures = new ArrayList<byte[]>();
    for (int i = 0; i < contents.size(); i++) {
      var content = contents.path(i);
      var role = content.path("role").asText("user");
      if (!ROLES.contains(role)) {
        throw new Refusal(GoogleErrors.invalid("Please use a valid role: user, model."));
      }
      var path = "contents[" + i + "].parts";
      if (content.path("parts").isEmpty()) {
        throw broken(path, "contents.parts must not be empty.");
      }
      boolean isUser = role.equals("user");
      read(
          content.path("parts"),
          path,
          isUser ? user : new StringBuilder(),
          isUser ? pictures : new ArrayList<>());
    }
    var system = new StringBuilder();
    var parts = request.path("systemInstruction").path("parts");
    read(parts, "system_instruction.parts", system, new ArrayList<>());
    return new ContentAsk(
        user.toString(), system.toString(), pictures, request.path("generationConfig"));
  }

  /** As Google tells of fields that break a rule. */
  static Refusal broken(String path, String rule) {
    return new Refusal(
        GoogleErrors.invalid("* GenerateContentRequest." + path + ": " + rule + "\n"));
  }

  private static void read(JsonNode parts, String path, StringBuilder text, List<byte[]> pictures)
      throws Refusal, IOException {
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.path(i);
      long data = part.properties().stream().filter(p -> !NO_DATA.contains(p.getKey())).count();
      if (data != 1) {
        throw broken(
            path + "[" + i + "].data",
            "required oneof field 'data' must have one initialized field");
      } else if (part.has("text")) {
        text.append(part.path("text").asText()).append("\n\n");
      } else if (part.has("inlineData")) {
        pictures.add(picture(part.path("inlineData")));
      }
    }
  }

  private static byte[] picture(JsonNode blob) throws Refusal, IOException {
    var type = blob.path("mimeType").asText("");
    if (!PICTURES.contains(type)) {
      throw new Refusal(GoogleErrors.invalid("Unsupported MIME type: " + type));
    }
    return blob.path("data").isBinary() ? blob.path("data").binaryValue() : new byte[0];
  }

  /** The schema that the answer must keep to, or null. */
  @Nullable JsonNode schema() {
    for (String name : List.of("responseJsonSchema", "responseSchema")) {
      if (config.path(name).isObject()) {
        return config.path(name);
      }
    }
    return null;
  }

  boolean wantsJson() {
    return mimeType().equals("application/json");
  }

  String mimeType() {
    return config.path("responseMimeType").asText("text/plain").toLowerCase(Locale.ROOT);
  }

  /** What the answer may be made of; empty for the model's usual. */
  List<String> modalities() {
    var all = new ArrayList<String>();
    config.path("responseModalities").forEach(modality -> all.add(modality.asText()));
    return all;
  }

  int mostTokens() {
    return config.path("maxOutputTokens").asInt(Integer.MAX_VALUE);
  }

  /** How many tokens were sent. */
  int tokens() {
    return TextTokens.count(user) + TextTokens.count(system) + pictures.size() * TOKENS_PER_PICTURE;
  }
}
