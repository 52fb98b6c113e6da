package io.vidgen.sandbox.internal.did;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.server.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** D-ID's error envelope, that of the API gateway in front of it, and all errors by name. */
final class DidErrors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DidErrors() {}

  static Reply of(int status, String kind, String description) {
    return Reply.json(status, node(kind, description));
  }

  static ObjectNode node(String kind, String description) {
    return JSON.createObjectNode().put("kind", kind).put("description", description);
  }

  static Reply notFound() {
    return of(404, "NotFoundError", "not found");
  }

  static Reply badRequest(String description) {
    return of(400, "BadRequestError", description);
  }

  /** A validation error with a message for each field, such as {@code body.script}. */
  static Reply invalid(Map<String, String> problems) {
    var node = node("ValidationError", "validation failed");
    var details = node.putObject("details");
    problems.forEach((field, message) -> details.putObject(field).put("message", message));
    return Reply.json(400, node);
  }

  static Reply unsupportedType(String received, String... supported) {
    var node = node("UnsupportedMimeTypeError", "unsupported mime type");
    var details = node.putObject("details").put("received", received);
    var list = details.putArray("supported");
    for (String type : supported) {
      list.add(type);
    }
    return Reply.json(415, node);
  }

  /** What the gateway answers before D-ID sees a request. */
  static Reply gateway(int status, String message) {
    return Reply.json(status, JSON.createObjectNode().put("message", message));
  }

  /** The gateway's answer to more requests than it lets through. */
  static Reply throttled() {
    return gateway(429, "Too Many Requests");
  }

  static Reply tooMany() {
    return of(429, "TooManyRequests", "too many requests");
  }

  static Map<String, Reply> all() {
    var all = new LinkedHashMap<String, Reply>();
    all.put("ValidationError", invalid(Map.of("body.script", "'script' is required")));
    add(all, 400, "BadRequestError", "invalid actor url");
    add(all, 400, "InvalidFileSizeError", "file size exceeds the limit");
    add(all, 400, "InvalidImageResolutionError", "image resolution exceeds the limit");
    add(all, 400, "InvalidAudioDurationError", "audio duration exceeds the limit");
    add(all, 400, "InvalidFaceError", "face is not valid");
    add(all, 400, "ConfigError", "config is not valid");
    add(all, 400, "DriverNotValidError", "driver is not valid");
    add(all, 401, "AuthorizationError", "user unauthenticated");
    add(all, 402, "InsufficientCreditsError", "not enough credits");
    add(all, 403, "PermissionError", "this feature is not part of your plan");
    add(all, 404, "NotFoundError", "not found");
    add(all, 409, "NotReadyError", "the resource is not ready");
    all.put("UnsupportedMimeTypeError", unsupportedType("image/gif", "image/jpeg", "image/png"));
    add(all, 451, "ImageModerationError", "image moderation failed");
    add(all, 451, "CelebrityRecognizedError", "a celebrity was recognized");
    add(all, 451, "TextModerationError", "text moderation failed");
    add(all, 451, "AudioModerationError", "audio moderation failed");
    add(all, 500, "InternalServerError", "Internal Server Error");
    add(all, 500, "UnknownError", "Internal Server Error");
    all.put("gateway-authorization", wrongPath());
    all.put("gateway-forbidden", gateway(403, "Forbidden"));
    all.put("gateway-throttled", throttled());
    all.put("gateway-unavailable", gateway(503, "Service Unavailable"));
    all.put("gateway-timeout", gateway(504, "Endpoint request timed out"));
    return all;
  }

  private static void add(Map<String, Reply> all, int status, String kind, String description) {
    all.put(kind, of(status, kind, description));
  }

  /** What a wrong path or method looks like: the gateway takes the key for a signature of AWS. */
  static Reply wrongPath() {
    return gateway(
        403,
        "Invalid key=value pair (missing equal-sign) in Authorization header"
            + " (hashed with SHA-256 and encoded with Base64): '...'.");
  }
}
