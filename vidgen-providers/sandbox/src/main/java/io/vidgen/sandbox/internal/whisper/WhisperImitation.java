package io.vidgen.sandbox.internal.whisper;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.Vendor;
import io.vidgen.sandbox.internal.server.Call;
import io.vidgen.sandbox.internal.server.Reply;
import io.vidgen.sandbox.internal.server.Route;
import io.vidgen.sandbox.internal.vendor.Studio;
import io.vidgen.sandbox.internal.vendor.VendorImitation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Imitates three servers that transcribe with Whisper: OpenAI below {@code /v1}, which wants a key
 * and charges; speaches below {@code /local/v1}; whisper.cpp below {@code /cpp} and at the root.
 * {@code POST /sandbox/mishear/30} makes all of them mishear 30 % of the words from then on.
 */
public final class WhisperImitation implements VendorImitation {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Above every limit that is answered in the vendor's own words. */
  private static final long BODY = 64L << 20;

  private static final String PAID = "createTranscription";
  private static final String INFERENCE = "Inference";

  private final Studio studio;
  private final Ears ears;
  private final OpenAiServer openAi;
  private final OpenAiServer speaches;
  private final CppServer cpp;

  /** Uses the studio's voices and tools. */
  public WhisperImitation(Studio studio) {
    this.studio = studio;
    this.ears = new Ears(studio);
    this.openAi = new OpenAiServer(studio, ears, false);
    this.speaches = new OpenAiServer(studio, ears, true);
    this.cpp = new CppServer(ears);
  }

  @Override
  public Vendor vendor() {
    return Vendor.WHISPER;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("POST", "/v1/audio/transcriptions", PAID, openAi::transcribe).limit(BODY),
        Route.of("GET", "/v1/models", "listModels", call -> models("whisper-1")),
        Route.of(
                "POST",
                "/local/v1/audio/transcriptions",
                "LocalTranscription",
                speaches::transcribe)
            .limit(BODY),
        Route.of("GET", "/local/v1/models", "LocalModels", call -> models("whisper-1")),
        Route.of(
            "GET", "/local/health", "LocalHealth", call -> Reply.text(200, "text/plain", "OK")),
        Route.of("POST", "/inference", INFERENCE, cpp::inference).limit(BODY),
        Route.of("GET", "/health", "Health", cpp::health),
        Route.of("POST", "/load", "Load", cpp::load),
        Route.of("POST", "/cpp/inference", INFERENCE, cpp::inference).limit(BODY),
        Route.of("GET", "/cpp/health", "Health", cpp::health),
        Route.of("POST", "/cpp/load", "Load", cpp::load),
        Route.of("POST", "/sandbox/mishear/{percent}", "Mishear", this::mishear));
  }

  private Reply mishear(Call call) {
    ears.mishear(Integer.parseInt(call.param("percent")));
    return Reply.empty(204);
  }

  private static Reply models(String... ids) {
    var json = JSON.createObjectNode().put("object", "list");
    var data = json.putArray("data");
    for (var id : ids) {
      data.addObject()
          .put("id", id)
          .put("object", "model")
          .put("created", 1_677_532_384)
          .put("owned_by", "openai-internal");
    }
    return Reply.json(200, json);
  }

  @Override
  public Optional<Reply> refuse(Call call) {
    if (!call.path().startsWith("/v1/")) {
      return Optional.empty();
    }
    var header = call.header("authorization").orElse("");
    if (header.isEmpty()) {
      return Optional.of(
          OpenAiAnswers.error(
              401, "invalid_request_error", null, "You didn't provide an API key."));
    }
    return header.startsWith("Bearer ")
            && studio.keys().accept(Vendor.WHISPER, header.substring("Bearer ".length()))
        ? Optional.empty()
        : Optional.of(wrongKey());
  }

  @Override
  public Set<String> credentialHeaders() {
    return Set.of("authorization");
  }

  @Override
  public Reply unknown(Call call) {
    return call.path().startsWith("/v1/") || call.path().startsWith("/local/")
        ? OpenAiAnswers.error(
            404, "invalid_request_error", null, "Invalid URL (" + call.path() + ")")
        : CppAnswers.notFound(call.path().replaceFirst("^/cpp", ""));
  }

  @Override
  public Map<String, Reply> errors() {
    var errors = new LinkedHashMap<>(openAiErrors());
    errors.put("cpp_invalid_request", CppAnswers.invalid());
    errors.put("cpp_not_loaded", CppAnswers.notFound("/inference"));
    errors.put("cpp_failed", CppAnswers.error(500, "failed to process audio"));
    errors.put("cpp_exception", Reply.text(500, "text/plain", "stoi"));
    errors.put("cpp_error_with_200", CppAnswers.error(200, "failed to read audio data"));
    return errors;
  }

  private static Reply wrongKey() {
    return OpenAiAnswers.error(
        401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
  }

  private static Map<String, Reply> openAiErrors() {
    var errors = new LinkedHashMap<String, Reply>();
    var invalid = "invalid_request_error";
    errors.put("invalid_api_key", wrongKey());
    errors.put(
        "unsupported_country",
        OpenAiAnswers.error(
            403, "request_forbidden", "unsupported_country_region_territory", "Not supported."));
    errors.put(
        "insufficient_quota",
        OpenAiAnswers.error(
            429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota."));
    errors.put("invalid_file", OpenAiAnswers.error(400, invalid, null, "Invalid file format."));
    errors.put(
        "model_not_found",
        OpenAiAnswers.error(404, invalid, "model_not_found", "The model does not exist."));
    errors.put("content_too_large", OpenAiServer.tooLarge(30_000_000));
    errors.put(
        "server_error", OpenAiAnswers.error(500, "server_error", null, "The server had an error."));
    errors.put(
        "overloaded",
        OpenAiAnswers.error(503, "server_error", null, "The engine is currently overloaded."));
    errors.put("gateway_timeout", Reply.text(504, "text/html", "<html>504</html>"));
    return errors;
  }

  @Override
  public Reply rateLimited() {
    return OpenAiAnswers.error(
            429, "requests", "rate_limit_exceeded", "Rate limit reached for whisper-1.")
        .header("x-ratelimit-limit-requests", "50")
        .header("x-ratelimit-remaining-requests", "0")
        .header("x-ratelimit-reset-requests", "1.2s");
  }

  @Override
  public List<String> mainOperations() {
    return List.of(PAID, INFERENCE);
  }

  @Override
  public List<String> paidOperations() {
    return List.of(PAID);
  }

  @Override
  public List<Fault> afterAcceptance() {
    return List.of(
        new Fault.AcceptedError("server_error"), new Fault.AcceptedError("gateway_timeout"));
  }

  @Override
  public Map<String, String> environment(String baseUrl) {
    return Map.of("OPENAI_BASE_URL", baseUrl + "/v1", "OPENAI_API_KEY", "sandbox-openai-key");
  }
}
