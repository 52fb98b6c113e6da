package io.vidgen.rest.internal.coqui;

import io.vidgen.rest.coqui.CoquiOptions;
import io.vidgen.rest.coqui.CoquiRoute;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.spi.SpeechRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes calls that speak. Pure. */
public final class CoquiCalls {
  /** What the voice of requests that name none is called where it has no name. */
  public static final String OWN = "own";

  private static final String CLONE = "wav:";

  private CoquiCalls() {}

  static ApiCall speak(CoquiOptions options, SpeechRequest request, String text) {
    return options.route() == CoquiRoute.OPENAI
        ? openAi(options, request, text)
        : tts(options, request, text);
  }

  /** The speaker who is asked for, null for the server's own. */
  static @Nullable String speaker(CoquiOptions options, SpeechRequest request) {
    var voice = request.voice();
    if (voice == null || voice.equals(OWN)) {
      return options.speaker();
    }
    return voice.startsWith(CLONE) ? null : voice;
  }

  /** Path on the server of the recording that is cloned, null for none. */
  static @Nullable String speakerWav(CoquiOptions options, SpeechRequest request) {
    var voice = request.voice();
    if (voice == null || voice.equals(OWN)) {
      return options.speakerWav();
    }
    return voice.startsWith(CLONE) ? voice.substring(CLONE.length()).strip() : null;
  }

  static @Nullable String language(CoquiOptions options, SpeechRequest request) {
    return switch (options.language()) {
      case CoquiOptions.AUTO -> PartLimits.name(request.language());
      case CoquiOptions.NONE -> null;
      default -> options.language();
    };
  }

  /**
   * A form in UTF-8: of the ways in which these servers take a text, headers are read as Latin-1
   * and JSON is not read at all.
   */
  private static ApiCall tts(CoquiOptions options, SpeechRequest request, String text) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("text", text);
    put(fields, "speaker_id", speaker(options, request));
    put(fields, "language_id", language(options, request));
    put(fields, "speaker_wav", speakerWav(options, request));
    put(fields, "style_wav", options.style());
    return ApiCall.post("api", "tts").form(fields).build();
  }

  /** Asks for WAV, as the default is MP3. */
  private static ApiCall openAi(CoquiOptions options, SpeechRequest request, String text) {
    var body = Json.object();
    body.put("model", options.model().isBlank() ? "tts-1" : options.model());
    body.put("input", text);
    body.put("response_format", "wav");
    var clone = speakerWav(options, request);
    var voice = clone != null ? clone : speaker(options, request);
    if (voice != null) {
      body.put("voice", voice);
    }
    var speed = request.speed();
    if (speed != null && speed != 1) {
      body.put("speed", speed);
    }
    return ApiCall.post("v1", "audio", "speech").json(body).build();
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      fields.put(name, value);
    }
  }
}
