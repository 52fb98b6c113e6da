package io.vidgen.rest.did;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.spi.AvatarRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bodies of {@code POST /talks} and {@code POST /clips} (document of 2026-04-10). Pure. */
final class DidBody {
  private final DidOptions options;

  DidBody(DidOptions options) {
    this.options = options;
  }

  /**
   * Builds a body.
   *
   * @param request what is asked
   * @param attempt planted where D-ID may echo it
   * @param face address of the uploaded face; null for a presenter
   * @param speech address of the uploaded recording; null for a text
   */
  ObjectNode of(
      AvatarRequest request, String attempt, @Nullable String face, @Nullable String speech) {
    var body = Json.object();
    boolean isTalk = face != null;
    if (isTalk) {
      body.put("source_url", face);
    } else {
      body.put("presenter_id", request.presenter());
    }
    body.set("script", speech == null ? text(request) : audio(speech));
    var config = isTalk ? talkConfig() : clipConfig();
    if (!config.isEmpty()) {
      body.set("config", config);
    }
    var color = options.backgroundColor();
    if (!isTalk && color != null) {
      body.putObject("background").put("color", color);
    }
    body.put("name", "vidgen " + attempt);
    body.put("user_data", "vidgen " + attempt);
    var webhook = options.webhook();
    if (webhook != null) {
      body.put("webhook", webhook.toString());
    }
    return body;
  }

  private static ObjectNode audio(String address) {
    return Json.object().put("type", "audio").put("audio_url", address);
  }

  private ObjectNode text(AvatarRequest request) {
    var script = Json.object().put("type", "text").put("input", request.text());
    script.set("provider", provider(DidVoices.of(request, options)));
    return script;
  }

  private static ObjectNode provider(DidVoice voice) {
    var provider = Json.object().put("type", voice.provider());
    putUnlessEmpty(provider, "voice_id", voice.id());
    putUnlessEmpty(provider, "model_id", voice.model());
    putUnlessEmpty(provider, "language", voice.language());
    if (!voice.settings().isEmpty()) {
      var settings = provider.putObject("voice_config");
      voice.settings().forEach((name, value) -> put(settings, name, value));
    }
    return provider;
  }

  /** Rate and style are texts, of elevenlabs too; only these few are not. */
  private static void put(ObjectNode settings, String name, String value) {
    if (DidVoice.NUMBERS.contains(name)) {
      settings.put(name, Double.parseDouble(value));
    } else if (DidVoice.FLAGS.contains(name)) {
      settings.put(name, Boolean.parseBoolean(value));
    } else {
      settings.put(name, value);
    }
  }

  private ObjectNode talkConfig() {
    var config = Json.object();
    putFormat(config);
    if (options.stitch()) {
      config.put("stitch", true);
    }
    if (options.fluent()) {
      config.put("fluent", true);
    }
    if (options.padAudio().compareTo(Duration.ZERO) > 0) {
      config.put("pad_audio", options.padAudio().toMillis() / 1000.0);
    }
    if (!options.expressions().isEmpty()) {
      var driver = config.putObject("driver_expressions");
      var all = driver.putArray("expressions");
      for (var one : options.expressions()) {
        all.addObject()
            .put("start_frame", one.startFrame())
            .put("expression", one.mood().name().toLowerCase(Locale.ROOT))
            .put("intensity", one.intensity());
      }
      if (options.transitionFrames() > 0) {
        driver.put("transition_frames", options.transitionFrames());
      }
    }
    return config;
  }

  private ObjectNode clipConfig() {
    var config = Json.object();
    putFormat(config);
    if (options.outputResolution() > 0) {
      config.put("output_resolution", options.outputResolution());
    }
    return config;
  }

  private void putFormat(ObjectNode config) {
    config.put("result_format", options.resultFormat().name().toLowerCase(Locale.ROOT));
  }

  private static void putUnlessEmpty(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }
}
