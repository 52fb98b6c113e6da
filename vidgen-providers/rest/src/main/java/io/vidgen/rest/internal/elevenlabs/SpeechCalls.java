package io.vidgen.rest.internal.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions.Normalization;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.spi.SpeechRequest;
import java.util.Locale;
import java.util.Objects;

/** Writes the calls that speak. Pure. */
final class SpeechCalls {
  private static final long SEEDS = 4_294_967_296L;

  /** More text than this around a part does not help. */
  private static final int CONTEXT = 1000;

  private final ElevenLabsOptions options;

  SpeechCalls(ElevenLabsOptions options) {
    this.options = options;
  }

  ApiCall call(Part part) {
    var voice = Objects.requireNonNullElse(part.request().voice(), options.voice());
    var call =
        options.streaming()
            ? ApiCall.post("v1", "text-to-speech", voice, "stream", "with-timestamps")
            : ApiCall.post("v1", "text-to-speech", voice, "with-timestamps");
    call.query("output_format", part.format().name());
    if (!options.logging()) {
      call.query("enable_logging", "false");
    }
    return call.json(body(part)).paid().limit(options.timeout()).stall(options.timeout()).build();
  }

  /** Whether earlier requests may be named: there is no history of what is not logged. */
  boolean namesRequests() {
    return options.logging() && ModelTable.stitches(options.model());
  }

  private ObjectNode body(Part part) {
    var request = part.request();
    var body = Json.object();
    body.put("text", part.text());
    body.put("model_id", options.model());
    if (options.languageCode() && ModelTable.takesLanguageCode(options.model())) {
      var code = ModelTable.code(request.language());
      if (!code.isEmpty()) {
        body.put("language_code", code);
      }
    }
    var settings = voiceSettings(request);
    if (!settings.isEmpty()) {
      body.set("voice_settings", settings);
    }
    options.seed().ifPresent(seed -> body.put("seed", (seed + request.take()) % SEEDS));
    if (!options.dictionaries().isEmpty()) {
      var all = body.putArray("pronunciation_dictionary_locators");
      for (var one : options.dictionaries()) {
        var locator = all.addObject().put("pronunciation_dictionary_id", one.id());
        if (one.version() != null) {
          locator.put("version_id", one.version());
        }
      }
    }
    if (options.normalization() != Normalization.AUTO) {
      body.put("apply_text_normalization", options.normalization().name().toLowerCase(Locale.ROOT));
    }
    if (options.languageNormalization() && request.language().getLanguage().equals("ja")) {
      body.put("apply_language_text_normalization", true);
    }
    addNeighbours(part, body);
    return body;
  }

  private void addNeighbours(Part part, ObjectNode body) {
    if (!ModelTable.stitches(options.model())) {
      return;
    }
    if (namesRequests() && !part.earlier().isEmpty()) {
      var ids = body.putArray("previous_request_ids");
      part.earlier().forEach(ids::add);
    } else if (!part.before().isEmpty()) {
      int from = Math.max(0, part.before().length() - CONTEXT);
      body.put("previous_text", withoutHalves(part.before().substring(from)));
    }
    if (!part.after().isEmpty()) {
      int to = Math.min(CONTEXT, part.after().length());
      body.put("next_text", withoutHalves(part.after().substring(0, to)));
    }
  }

  private ObjectNode voiceSettings(SpeechRequest request) {
    var chosen = options.voiceSettings();
    var speed = request.speed() == null ? chosen.speed() : request.speed();
    var settings = Json.object();
    if (chosen.stability() != null) {
      settings.put("stability", chosen.stability());
    }
    if (chosen.similarity() != null) {
      settings.put("similarity_boost", chosen.similarity());
    }
    if (chosen.style() != null) {
      settings.put("style", chosen.style());
    }
    if (speed != null) {
      settings.put("speed", speed);
    }
    if (chosen.speakerBoost() != null) {
      settings.put("use_speaker_boost", chosen.speakerBoost());
    }
    return settings;
  }

  /** A text that was cut may begin or end with half of a character. */
  private static String withoutHalves(String text) {
    int from = Character.isLowSurrogate(text.charAt(0)) ? 1 : 0;
    int to = text.length() - (Character.isHighSurrogate(text.charAt(text.length() - 1)) ? 1 : 0);
    return text.substring(from, Math.max(from, to));
  }
}
