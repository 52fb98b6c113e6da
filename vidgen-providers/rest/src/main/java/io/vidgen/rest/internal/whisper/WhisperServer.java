package io.vidgen.rest.internal.whisper;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.ApiCall;
import io.vidgen.rest.internal.http.ClientLimits;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.MultipartForm;
import io.vidgen.rest.internal.http.NothingSent;
import io.vidgen.rest.internal.http.VendorClient;
import io.vidgen.rest.internal.http.VendorClientBuilder;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends uploads, each once, and reads what was heard. */
final class WhisperServer {
  private static final double LONGEST = 1e6;

  private final WhisperOptions options;
  private final VendorClient client;
  private final ShapeProbe shape;
  private final PaidAnswers paid = new PaidAnswers();

  WhisperServer(WhisperOptions options) {
    this.options = options;
    this.client = builder().build();
    this.shape = new ShapeProbe(options.shape(), this::builder);
  }

  /**
   * What was heard.
   *
   * @param transcript the words
   * @param sent whether it was asked for now, and not remembered
   * @param billed seconds that are charged for it now; null when nobody says
   */
  record Answer(Transcript transcript, boolean sent, @Nullable BigDecimal billed) {}

  /**
   * Transcribes one upload.
   *
   * @param language code to ask with; null to let the server find out
   * @param onePart whether it is one of several, whose answers are remembered if they were paid
   */
  Answer transcribe(
      Upload upload, @Nullable String language, boolean onePart, CallContext context) {
    if (!onePart || !options.hosted()) {
      return send(upload, language, context);
    }
    var key = key(upload, language);
    var known = paid.find(key);
    if (known.isPresent()) {
      return new Answer(known.get(), false, BigDecimal.ZERO);
    }
    var answer = send(upload, language, context);
    paid.keep(key, answer.transcript());
    return answer;
  }

  private Answer send(Upload upload, @Nullable String language, CallContext context) {
    var call =
        shape.find(context) == ServerShape.WHISPER_CPP
            ? whisperCpp(upload, language)
            : openAi(upload, language);
    var json = client.submit(call, context).json();
    var error = json.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      throw failed(WhisperErrors.inAnswer(words(error)));
    }
    if (!json.has("text") && !json.has("segments") && !json.has("words")) {
      throw failed(
          Failure.of(
              FailureKind.PROTOCOL,
              "answered without a transcript",
              "check that " + options.base().getHost() + " is a Whisper server"));
    }
    return new Answer(AnswerWords.read(json, upload.length()), true, billed(json, upload));
  }

  /** Where it is not said, the seconds that were sent, or that were heard. */
  private static @Nullable BigDecimal billed(JsonNode json, Upload upload) {
    double sent =
        Double.isFinite(upload.length())
            ? upload.length()
            : Json.number(json, "duration").orElse(-1.0);
    double seconds = Json.number(json.path("usage"), "seconds").orElse(Math.ceil(sent));
    return seconds >= 0 && seconds < LONGEST ? BigDecimal.valueOf(seconds) : null;
  }

  /** Proxies keep only the last of repeated fields, so that words come last. */
  private ApiCall openAi(Upload upload, @Nullable String language) {
    var form =
        file(upload)
            .text("model", options.model())
            .text("response_format", "verbose_json")
            .text("timestamp_granularities[]", "segment")
            .text("timestamp_granularities[]", "word");
    if (language != null) {
      form.text("language", language);
    }
    var call =
        options.hosted()
            ? ApiCall.post("audio", "transcriptions")
            : ApiCall.post("v1", "audio", "transcriptions");
    return call.multipart(form).paid(options.hosted()).build();
  }

  /** Unless words are kept whole, segments are cut inside them. */
  private ApiCall whisperCpp(Upload upload, @Nullable String language) {
    var form =
        file(upload)
            .text("response_format", "verbose_json")
            .text("language", language == null ? "auto" : language)
            .text("split_on_word", "true")
            .text("token_timestamps", "true")
            .text("no_language_probabilities", "true")
            .text("suppress_nst", "true");
    return ApiCall.post("inference").multipart(form).build();
  }

  private static MultipartForm file(Upload upload) {
    return MultipartForm.create()
        .file("file", upload.file(), upload.mediaType(), upload.extension());
  }

  /** After a 200 of a paid call nobody knows what became of the money. */
  private VidgenException failed(Failure failure) {
    return new VidgenException(
        options.hosted()
            ? Failure.of(
                FailureKind.UNKNOWN_OUTCOME, failure.message(), "look at the vendor's account")
            : failure.charged(false));
  }

  private static String words(JsonNode error) {
    var text = error.path("message").isTextual() ? error.path("message") : error;
    var words = text.isTextual() ? text.textValue() : text.toString();
    return words.length() <= 300 ? words : words.substring(0, 300) + "…";
  }

  private String key(Upload upload, @Nullable String language) {
    try {
      return PaidAnswers.key(upload.file(), options.model() + " " + language);
    } catch (IOException e) {
      throw NothingSent.because(e);
    }
  }

  private VendorClientBuilder builder() {
    var key = options.key();
    var builder =
        VendorClient.builder(WhisperTranscriptionProvider.ID, options.base())
            .errors(WhisperErrors::map)
            .limits(
                ClientLimits.DEFAULT
                    .submit(options.timeout(), options.timeout())
                    .places(options.parallel()));
    return key == null
        ? builder
        : builder
            .addSecret(key)
            .credentials(() -> Map.of("Authorization", "Bearer " + key.reveal()));
  }
}
