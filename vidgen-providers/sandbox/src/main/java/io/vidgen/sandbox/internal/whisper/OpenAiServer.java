package io.vidgen.sandbox.internal.whisper;

import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.limit.Account;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Multipart;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.spi.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Behaves like OpenAI, or like speaches. */
final class OpenAiServer {
  private static final long MOST_BYTES = 26_214_400;
  private static final double SHORTEST = 0.1;
  private static final String INVALID = "invalid_request_error";
  private static final String BRACKETED = "timestamp_granularities[]";
  private static final Set<String> FORMATS =
      Set.of("json", "text", "srt", "verbose_json", "vtt", "diarized_json");
  private static final Set<String> EXTENSIONS =
      Set.of("flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav", "webm");

  private final Studio studio;
  private final Ears ears;
  private final boolean speaches;

  OpenAiServer(Studio studio, Ears ears, boolean speaches) {
    this.studio = studio;
    this.ears = ears;
    this.speaches = speaches;
  }

  Reply transcribe(Call call) throws IOException, InterruptedException {
    var count =
        speaches ? Optional.<LimitDesk.Count>empty() : studio.limits().request(account(call));
    if (count.filter(LimitDesk.Count::refused).isPresent()) {
      return OpenAiAnswers.tooMany(count.get()).beyond(LimitDesk.PER_MINUTE);
    }
    var reply = hear(call);
    return count.map(used -> OpenAiAnswers.counted(reply, used)).orElse(reply);
  }

  private static Account account(Call call) {
    return new Account(Vendor.WHISPER, Secret.of(call.header("authorization").orElse("")), "");
  }

  private Reply hear(Call call) throws IOException, InterruptedException {
    if (!speaches && call.body().size() > MOST_BYTES) {
      return tooLarge(call.body().size());
    }
    var form = call.multipart();
    if (form.isEmpty()) {
      return invalid("Could not parse multipart form");
    }
    var file = form.get().part("file");
    if (file.isEmpty() || file.get().fileName() == null) {
      return invalid("'file' is a required property");
    }
    var model = form.get().text("model").orElse("");
    if (model.isBlank()) {
      return invalid("you must provide a model parameter");
    }
    var format = form.get().text("response_format").orElse("json");
    var problem = problem(form.get(), model, format, file.get().fileName());
    if (!problem.isEmpty()) {
      return invalid(problem);
    }
    Hearing hearing;
    try {
      hearing = ears.hear(file.get().file(), form.get().text("language").orElse("en"));
    } catch (IOException e) {
      return invalid("The audio file could not be decoded or its format is not supported.");
    }
    if (hearing.seconds() < SHORTEST) {
      return OpenAiAnswers.error(
          400, INVALID, "audio_too_short", "Audio file is too short. Minimum is 0.1 seconds.");
    }
    return answer(call, hearing, format, form.get().texts(BRACKETED));
  }

  private Reply answer(Call call, Hearing hearing, String format, List<String> granularities) {
    if (!speaches) {
      var minutes =
          BigDecimal.valueOf(Math.ceil(hearing.seconds()))
              .divide(BigDecimal.valueOf(60), 10, RoundingMode.HALF_UP);
      studio.books().charge(call, studio.dice().id("tr_", 16), "minutes", minutes, null);
    }
    var reply = new OpenAiAnswers(speaches).reply(hearing, format, granularities);
    return speaches
        ? reply
        : reply
            .header("x-request-id", studio.dice().hexId("req_", 32))
            .header("openai-processing-ms", "420")
            .header("x-ratelimit-limit-requests", "50")
            .header("x-ratelimit-remaining-requests", "49")
            .header("x-ratelimit-reset-requests", "1.2s");
  }

  private String problem(Multipart form, String model, String format, String fileName)
      throws IOException {
    var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!EXTENSIONS.contains(extension)) {
      return "Invalid file format. Supported formats: " + EXTENSIONS.stream().sorted().toList();
    }
    if (!FORMATS.contains(format)) {
      return "[{'type': 'enum', 'loc': ('body', 'response_format')}]";
    }
    if (speaches) {
      return "";
    }
    boolean newModel = model.startsWith("gpt-4o");
    if (newModel && !format.equals("json") && !format.equals("text")) {
      return "response_format '" + format + "' is not compatible with model '" + model + "'.";
    }
    var granularities = form.texts(BRACKETED);
    if (!granularities.isEmpty() && !format.equals("verbose_json")) {
      return "timestamp_granularities are only supported with verbose_json.";
    }
    if (!Set.of("word", "segment").containsAll(granularities)) {
      return "timestamp_granularities[] must be word or segment.";
    }
    var language = form.text("language").orElse("en");
    return language.matches("[a-z]{2,3}")
        ? ""
        : "Invalid language '" + language + "'. Use ISO-639-1 format.";
  }

  static Reply tooLarge(long bytes) {
    return OpenAiAnswers.error(
        413,
        "server_error",
        null,
        "Maximum content size limit (" + MOST_BYTES + ") exceeded (" + bytes + " bytes read)");
  }

  private static Reply invalid(String message) {
    return OpenAiAnswers.error(400, INVALID, null, message);
  }
}
