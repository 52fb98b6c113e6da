package io.vidgen.sandbox.internal.coqui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.sandbox.internal.coqui.CoquiSynthesizer.SynthesisException;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One running server. */
final class CoquiServerRoutes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CoquiModel model;
  private final CoquiSynthesizer synthesizer;
  private final CoquiFormats formats;

  CoquiServerRoutes(Studio studio, CoquiModel model) {
    this.model = model;
    this.synthesizer = new CoquiSynthesizer(studio, model);
    this.formats = new CoquiFormats(studio.media(), model.rate());
  }

  List<Route> routes() {
    var p = model.prefix();
    var routes = new ArrayList<Route>();
    routes.add(Route.of("POST", p + "/api/tts", "Tts", this::tts));
    routes.add(Route.of("GET", p + "/api/tts", "Tts", this::tts));
    routes.add(Route.of("GET", p + "/locales", "Locales", call -> CoquiPages.plain("en\n")));
    routes.add(Route.of("GET", p + "/voices", "Voices", this::voices));
    routes.add(Route.of("POST", p + "/process", "Process", this::process));
    routes.add(Route.of("GET", p + "/process", "Process", this::process));
    routes.add(Route.of("GET", p + "/", "Index", call -> page("Coqui TTS")));
    routes.add(Route.of("GET", p + "/details", "Details", call -> page(model.name())));
    if (model.fork()) {
      routes.add(Route.of("POST", p + "/v1/audio/speech", "Speech", this::speech));
    }
    return routes;
  }

  private Reply tts(Call call) throws IOException, InterruptedException {
    var fields = CoquiFields.of(call);
    var text = fields.get("text");
    if (model.fork() && text.isBlank()) {
      return CoquiPages.error(400, "Text parameter is required");
    }
    if (!styleIsReadable(fields.get("style_wav"))) {
      return CoquiPages.serverError();
    }
    var speaker = fields.get("speaker_id");
    var language = fields.get("language_id");
    var clone = model.fork() ? fields.get("speaker_wav") : "";
    try {
      return wav(
          speak(
              call,
              text,
              speaker.isEmpty() && clone.isEmpty() ? model.speaker() : speaker,
              language.isEmpty() && model.fork() ? "en" : language,
              clone.isEmpty() ? null : clone,
              1));
    } catch (SynthesisException e) {
      return model.fork()
          ? CoquiPages.error(500, "TTS synthesis failed: " + e.getMessage())
          : CoquiPages.serverError();
    }
  }

  private Reply speech(Call call) throws IOException, InterruptedException {
    var body = call.json().orElse(null);
    if (body == null) {
      return CoquiPages.page(400, "Bad Request", "The browser sent a request that failed.");
    }
    var voice = body.path("voice").asText("");
    boolean path = voice.startsWith("/");
    try {
      var file =
          speak(
              call,
              body.path("input").asText(""),
              path ? "" : voice.isEmpty() ? model.speaker() : voice,
              "en",
              path ? voice : null,
              body.path("speed").asDouble(1));
      return formats.reply(file, body.path("response_format").asText("mp3"));
    } catch (SynthesisException e) {
      return CoquiPages.serverError();
    }
  }

  /** MaryTTS: the text is a parameter of the address, or of the body; the fork heeds the voice. */
  private Reply process(Call call) throws IOException, InterruptedException {
    var fields = CoquiFields.of(call);
    var voice = model.fork() ? fields.value("VOICE") : "";
    var speaker = model.speakers().contains(voice) ? voice : model.speaker();
    try {
      return wav(
          speak(call, fields.value("INPUT_TEXT"), speaker, model.fork() ? "en" : "", null, 1));
    } catch (SynthesisException e) {
      return CoquiPages.serverError();
    }
  }

  private Path speak(
      Call call, String text, String speaker, String language, @Nullable String clone, double speed)
      throws SynthesisException, IOException, InterruptedException {
    var file = call.directory().resolve("speech.wav");
    synthesizer.speak(text, speaker, language, clone, speed, file);
    return file;
  }

  private static Reply wav(Path file) throws IOException {
    return Reply.bytes(200, "audio/wav", Files.readAllBytes(file));
  }

  private Reply voices(Call call) {
    var names =
        model.fork() && !model.speakers().isEmpty() ? model.speakers() : List.of(model.name());
    return CoquiPages.plain(
        names.stream().map(name -> name + " en u\n").collect(Collectors.joining()));
  }

  private static Reply page(String title) {
    return CoquiPages.html(
        200, "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head></html>\n");
  }

  private static boolean styleIsReadable(String style) {
    if (style.isEmpty() || style.toLowerCase(Locale.ROOT).endsWith(".wav")) {
      return true;
    }
    try {
      JsonNode node = JSON.readTree(style);
      return node.isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
