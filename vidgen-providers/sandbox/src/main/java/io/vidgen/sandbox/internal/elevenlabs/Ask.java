package io.vidgen.sandbox.internal.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is to be spoken, or why it is not.
 *
 * @param text what to say
 * @param model with which model
 * @param voice id of the voice
 * @param language code, {@code en} when there is none
 * @param speed pace
 * @param format of the sound
 * @param refusal the vendor's answer when it cannot be done; then the rest means nothing
 */
record Ask(
    String text,
    Model model,
    String voice,
    String language,
    double speed,
    String format,
    @Nullable Reply refusal) {
  private static final String DEFAULT_MODEL = "eleven_multilingual_v2";
  private static final long MOST_SEED = 4_294_967_295L;

  static Ask read(Call call, boolean stream) throws IOException {
    var body = call.json();
    if (body.isEmpty() || !body.get().isObject()) {
      return refused(Problems.invalid("body", "JSON decode error", "json_invalid"));
    }
    var node = body.get();
    var format = call.query("output_format").orElse("mp3_44100_128");
    var model = Model.find(node.path("model_id").asText(DEFAULT_MODEL));
    var refusal = shape(node, format, stream);
    if (refusal == null) {
      refusal =
          model.isEmpty() ? Problems.named("model_not_found") : sense(call, node, model.get());
    }
    if (refusal != null || model.isEmpty()) {
      return refused(refusal == null ? Problems.named("model_not_found") : refusal);
    }
    return new Ask(
        node.path("text").asText(),
        model.get(),
        call.param("voice_id"),
        node.path("language_code").asText("en"),
        node.path("voice_settings").path("speed").asDouble(1),
        format,
        null);
  }

  private static Ask refused(Reply refusal) {
    return new Ask("", Model.ALL.get(0), "", "", 1, "", refusal);
  }

  private static @Nullable Reply shape(JsonNode node, String format, boolean stream) {
    if (!node.path("text").isTextual()) {
      return Problems.invalid("body.text", "Field required", "missing");
    }
    if (!SoundKinds.exists(format, stream)) {
      return Problems.invalid("query.output_format", "Input should be a known format", "enum");
    }
    var seed = node.path("seed");
    if (seed.isNumber() && (seed.asLong() < 0 || seed.asLong() > MOST_SEED)) {
      return Problems.invalid("body.seed", "Input should be 0 to 4294967295", "less_than_equal");
    }
    if (node.path("pronunciation_dictionary_locators").size() > 3
        || node.path("previous_request_ids").size() > 3
        || node.path("next_request_ids").size() > 3) {
      return Problems.invalid("body", "List should have at most 3 items", "too_long");
    }
    return null;
  }

  private static @Nullable Reply sense(Call call, JsonNode node, Model model) {
    var text = node.path("text").asText();
    if (text.isBlank()) {
      return Problems.named("empty_text");
    }
    if (text.codePointCount(0, text.length()) > model.limit()) {
      return Problems.of(
          400,
          "validation_error",
          "text_too_long",
          "Text exceeds the maximum of " + model.limit() + " characters.");
    }
    if (!call.param("voice_id").matches("[A-Za-z0-9]{20}")) {
      return Problems.named("voice_not_found");
    }
    boolean stitched =
        node.hasNonNull("previous_text")
            || node.hasNonNull("next_text")
            || !node.path("previous_request_ids").isEmpty()
            || !node.path("next_request_ids").isEmpty();
    if (stitched && !model.stitches()) {
      return Problems.of(
          400,
          "validation_error",
          "unsupported_model",
          "Context of neighbouring text is not yet supported with the '" + model.id() + "' model.");
    }
    double speed = node.path("voice_settings").path("speed").asDouble(1);
    return speed < 0.7 || speed > 1.2 ? Problems.named("invalid_voice_settings") : null;
  }
}
