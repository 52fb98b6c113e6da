package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int TOKENS_PER_PICTURE = 258;

  /** Copies the list. */
  ContentAsk {
    pictures = List.copyOf(pictures);
  }

  static ContentAsk of(@Nullable JsonNode body) throws Refusal {
    if (body == null || !body.isObject()) {
      throw new Refusal(GoogleErrors.invalid("Invalid JSON payload received."));
    }
    var contents = body.path("contents");
    if (contents.isMissingNode() || contents.isEmpty()) {
      throw new Refusal(
          GoogleErrors.invalid("* GenerateContentRequest.contents: contents is not specified\n"));
    }
    var user = new StringBuilder();
    var pictures = new ArrayList<byte[]>();
    for (JsonNode content : contents) {
      if (content.path("role").asText("user").equals("user")) {
        read(content.path("parts"), user, pictures);
      }
    }
    var system = new StringBuilder();
    read(body.path("systemInstruction").path("parts"), system, new ArrayList<>());
    return new ContentAsk(
        user.toString(), system.toString(), pictures, body.path("generationConfig"));
  }

  private static void read(JsonNode parts, StringBuilder text, List<byte[]> pictures)
      throws Refusal {
    for (JsonNode part : parts) {
      var data = part.path("inlineData");
      if (part.hasNonNull("text")) {
        text.append(part.path("text").asText()).append("\n\n");
      } else if (data.isObject()) {
        if (!data.path("mimeType").asText("").startsWith("image/")) {
          throw new Refusal(
              GoogleErrors.invalid("Unsupported MIME type: " + data.path("mimeType").asText()));
        }
        pictures.add(VeoBody.decode(data.path("data")));
      }
    }
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
    return config.path("responseMimeType").asText("").equals("application/json");
  }

  boolean wantsPicture() {
    for (JsonNode modality : config.path("responseModalities")) {
      if (modality.asText().equalsIgnoreCase("image")) {
        return true;
      }
    }
    return false;
  }

  int mostTokens() {
    return config.path("maxOutputTokens").asInt(Integer.MAX_VALUE);
  }

  /** How many tokens were sent. */
  int tokens() {
    return tokens(user) + tokens(system) + pictures.size() * TOKENS_PER_PICTURE;
  }

  static int tokens(String text) {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }
}
