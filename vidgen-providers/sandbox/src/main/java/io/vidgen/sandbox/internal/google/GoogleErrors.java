package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.limit.LimitDesk;
import io.vidgen.sandbox.internal.server.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** Google's error envelope and all errors by name. */
final class GoogleErrors {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String REQUESTS = "generate_requests_per_model";

  private static final String TYPE = "type.googleapis.com/google.rpc.";

  private static final String UNSUPPORTED_CASE =
      "Your use case is currently not supported. Please refer to Gemini API documentation for"
          + " current model offering.";
  private static final String QUOTA =
      "You exceeded your current quota, please check your plan and billing details. For more"
          + " information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.";
  private static final String DEPLETED =
      "Your prepayment credits are depleted. Please go to AI Studio to manage your project and"
          + " billing.";
  private static final String UNREGISTERED =
      "Method doesn't allow unregistered callers (callers without established identity). Please use"
          + " API Key or other form of API consumer identity to call this API.";
  private static final String KEY_FOR_TOKEN =
      "API keys are not supported by this API. Expected OAuth2 access token or other authentication"
          + " credentials that assert a principal. See"
          + " https://cloud.google.com/docs/authentication";
  private static final int LONGEST_SHOWN = 80;
  private static final String UNAUTHENTICATED =
      "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie"
          + " or other valid authentication credential.";

  private GoogleErrors() {}

  static Reply of(int status, String state, String message) {
    return Reply.json(status, node(status, state, message));
  }

  private static ObjectNode node(int status, String state, String message) {
    var node = JSON.createObjectNode();
    node.putObject("error").put("code", status).put("message", message).put("status", state);
    return node;
  }

  static Reply invalid(String message) {
    return of(400, "INVALID_ARGUMENT", message);
  }

  /** A field that this model does not take. */
  static Reply unsupported(String field) {
    return invalid(
        "`"
            + field
            + "` isn't supported by this model. Please remove it or refer to the Gemini API"
            + " documentation for supported usage.");
  }

  /** A name that a message of a request does not have. */
  static Reply unknownName(String path, String name) {
    var where = path.isEmpty() ? "" : " at '" + path + "'";
    return violation(
        path,
        "Invalid JSON payload received. Unknown name \""
            + name
            + "\""
            + where
            + ": Cannot find field.");
  }

  /** A value of another type than its field has. */
  static Reply wrongValue(String path, String type, JsonNode value) {
    var shown = value.toString();
    var cut = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "..." : shown;
    return violation(path, "Invalid value at '" + path + "' (" + type + "), " + cut);
  }

  private static Reply violation(String field, String description) {
    var node = node(400, "INVALID_ARGUMENT", description);
    node.withObject("/error")
        .putArray("details")
        .addObject()
        .put("@type", TYPE + "BadRequest")
        .putArray("fieldViolations")
        .addObject()
        .put("field", field)
        .put("description", description);
    return Reply.json(400, node);
  }

  /** Somebody else's file; those that never were are told in the same words. */
  static Reply forbiddenFile(String id) {
    return of(
        403,
        "PERMISSION_DENIED",
        "You do not have permission to access the File " + id + " or it may not exist.");
  }

  /** A key where only a token is good. */
  static Reply keyForToken() {
    return of(401, "UNAUTHENTICATED", KEY_FOR_TOKEN);
  }

  /** The answer to every combination that cannot be had. */
  static Reply unsupportedCase() {
    return invalid(UNSUPPORTED_CASE);
  }

  static Reply invalidKey() {
    var node = node(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
    node.withObject("/error")
        .putArray("details")
        .addObject()
        .put("@type", TYPE + "ErrorInfo")
        .put("reason", "API_KEY_INVALID")
        .put("domain", "googleapis.com");
    return Reply.json(400, node);
  }

  static Reply unregistered() {
    return of(403, "PERMISSION_DENIED", UNREGISTERED);
  }

  static Reply unauthenticated() {
    return of(401, "UNAUTHENTICATED", UNAUTHENTICATED);
  }

  static Reply noModel(String model, String version, String method) {
    return of(
        404,
        "NOT_FOUND",
        "models/"
            + model
            + " is not found for API version "
            + version
            + ", or is not supported for "
            + method
            + ". Call ListModels to see the list of available models and their supported methods.");
  }

  static Reply notFound(String what) {
    return of(404, "NOT_FOUND", what + " not found.");
  }

  static Reply depleted() {
    return of(429, "RESOURCE_EXHAUSTED", DEPLETED);
  }

  /** With the details that are often there, and often not. */
  static Reply quota(String quota, int seconds) {
    return Reply.json(429, quotaNode(quota, seconds));
  }

  private static ObjectNode quotaNode(String quota, int seconds) {
    var node = node(429, "RESOURCE_EXHAUSTED", QUOTA);
    var details = node.withObject("/error").putArray("details");
    details
        .addObject()
        .put("@type", TYPE + "QuotaFailure")
        .putArray("violations")
        .addObject()
        .put("quotaMetric", "generativelanguage.googleapis.com/" + quota)
        .put("quotaId", "GenerateRequestsPerMinutePerProjectPerModel");
    details
        .addObject()
        .put("@type", TYPE + "Help")
        .putArray("links")
        .addObject()
        .put("description", "Learn more about Gemini API quotas")
        .put("url", "https://ai.google.dev/gemini-api/docs/rate-limits");
    details.addObject().put("@type", TYPE + "RetryInfo").put("retryDelay", seconds + "s");
    return node;
  }

  /** The Gemini API's answer to more requests of a model than the minute has. */
  static Reply tooManyRequests(String model, LimitDesk.Count count) {
    int seconds = (int) count.untilNext().toSeconds() + 1;
    var node = quotaNode(REQUESTS, seconds);
    var violation = (ObjectNode) node.at("/error/details/0/violations/0");
    violation.putObject("quotaDimensions").put("location", "global").put("model", model);
    violation.put("quotaValue", String.valueOf(count.limit()));
    return Reply.json(429, node);
  }

  /** The platform's, and to more operations than may run: neither says when to come back. */
  static Reply exhausted(Model.Place place, String model) {
    return of(
        429,
        "RESOURCE_EXHAUSTED",
        place == Model.Place.GEMINI
            ? QUOTA
            : "Quota exceeded for aiplatform.googleapis.com/"
                + "long_running_online_prediction_requests_per_base_model with base model: "
                + model
                + ". Please submit a quota increase request.");
  }

  static Reply named(String name) {
    var reply = all().get(name);
    if (reply == null) {
      throw new IllegalArgumentException(name);
    }
    return reply;
  }

  static Map<String, Reply> all() {
    var all = new LinkedHashMap<String, Reply>();
    all.put("invalid-key", invalidKey());
    all.put("unsupported-field", unsupported("generateAudio"));
    all.put("unsupported-case", unsupportedCase());
    all.put(
        "unsafe-prompt",
        invalid(
            "The prompt could not be submitted. It may violate Google's Generative AI Prohibited"
                + " Use policy. Support codes: 15236754"));
    all.put(
        "location",
        of(400, "FAILED_PRECONDITION", "User location is not supported for the API use."));
    all.put("unauthenticated", unauthenticated());
    all.put("unregistered", unregistered());
    all.put(
        "permission-denied", of(403, "PERMISSION_DENIED", "The caller does not have permission"));
    all.put("retired-model", noModel("veo-3.0-generate-001", "v1beta", "predictLongRunning"));
    all.put("not-found", notFound("Requested entity was"));
    all.put("quota", quota(REQUESTS, 31));
    all.put("quota-without-details", of(429, "RESOURCE_EXHAUSTED", QUOTA));
    all.put("credits-depleted", depleted());
    all.put(
        "internal",
        of(
            500,
            "INTERNAL",
            "An internal error has occurred. Please retry or report in"
                + " https://developers.generativeai.google/guide/troubleshooting"));
    all.put(
        "overloaded", of(503, "UNAVAILABLE", "The model is overloaded. Please try again later."));
    all.put(
        "deadline",
        of(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete."));
    return all;
  }
}
