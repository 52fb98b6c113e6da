package io.vidgen.rest.did;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.rest.internal.http.ErrorMapper;
import io.vidgen.rest.internal.http.ErrorReply;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.StatusErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * D-ID's errors: {@code {kind, description, details}} of the API itself, and {@code {message}} of
 * the AWS API Gateway before it.
 */
final class DidErrors implements ErrorMapper {
  private static final int LONGEST = 300;

  /** What the gateway says when no route fits; it then tries to read the key as its own. */
  private static final List<String> NO_ROUTE =
      List.of(
          "missing equal-sign",
          "Authorization header requires",
          "Missing Authentication Token",
          "not a valid key=value pair");

  @Override
  public Failure map(ErrorReply error) {
    var json = error.json();
    var kind = Json.text(json, "kind").orElse("");
    if (!kind.isEmpty()) {
      return ofApi(error, kind, words(json, kind));
    }
    var message = Json.text(json, "message").orElse("");
    if (error.status() == 403 && NO_ROUTE.stream().anyMatch(message::contains)) {
      return Failure.of(
          FailureKind.INVALID_REQUEST,
          "D-ID's gateway knows no such path (answered 403)",
          "set vidgen.d-id.url to https://api.d-id.com, without /v1; the key is not the cause");
    }
    return ofStatus(error, StatusErrors.message(error));
  }

  /**
   * What ended a talk or clip after it was accepted. D-ID documents that it gives credits back
   * after an error; of a rejected video it says nothing, so nobody knows.
   */
  static Failure afterwards(DidVideo video) {
    var kind = video.errorKind().isEmpty() ? "no reason given" : video.errorKind();
    var text = video.errorText().isEmpty() ? kind : kind + ": " + cut(video.errorText());
    var message = "D-ID ended " + video.id() + " as " + video.status() + " (" + text + ")";
    var failure =
        isModeration(kind) || video.status().equals("rejected")
            ? Failure.of(FailureKind.CONTENT_FILTERED, message, contentRemedy(kind))
            : Failure.of(endedKind(kind), message, endedRemedy(kind));
    return failure.charged(video.status().equals("error") ? false : null);
  }

  private static FailureKind endedKind(String kind) {
    return switch (kind) {
      case "FaceError", "SourceError", "LogoError", "DriverError" -> FailureKind.INVALID_REQUEST;
      default -> FailureKind.UNAVAILABLE;
    };
  }

  private static String endedRemedy(String kind) {
    return switch (kind) {
      case "FaceError" -> "use a picture with one face, seen from the front, large and not covered";
      case "SourceError" -> "use another JPEG or PNG of a face";
      case "DriverError" -> "use another presenter or leave the expressions out";
      case "LogoError" -> "look at the logo in D-ID's settings";
      default -> "";
    };
  }

  private static Failure ofApi(ErrorReply error, String kind, String words) {
    var message = "answered " + error.status() + ": " + words;
    if (error.status() == 451 || (error.status() < 500 && isModeration(kind))) {
      // Refused at once: what is not accepted is not billed.
      return Failure.of(FailureKind.CONTENT_FILTERED, message, contentRemedy(kind)).charged(false);
    }
    return switch (error.status()) {
      case 400, 413, 415, 422 ->
          Failure.of(FailureKind.INVALID_REQUEST, message, requestRemedy(kind));
      case 403 ->
          Failure.of(
              FailureKind.AUTHENTICATION,
              message,
              "the plan lacks something, such as stitch: leave it out or look at the plan");
      case 404 ->
          Failure.of(FailureKind.EXPIRED, message, "D-ID has it no more, or never had it")
              .charged(false);
      case 409 -> Failure.of(FailureKind.UNAVAILABLE, message, "wait until it is done");
      default -> ofStatus(error, message);
    };
  }

  private static Failure ofStatus(ErrorReply error, String message) {
    var plain = StatusErrors.map(error);
    var remedy =
        switch (error.status()) {
          case 401 ->
              "check DID_API_KEY; if it is right, try vidgen.d-id.auth = raw, base64 or bearer";
          case 402 -> "D-ID's credits are used up: buy more or wait for the next period";
          default -> plain.remedy();
        };
    var failure = Failure.of(plain.kind(), message, remedy);
    return plain.kind() == FailureKind.CONTENT_FILTERED ? failure.charged(false) : failure;
  }

  static boolean isModeration(String kind) {
    return kind.contains("Moderation") || kind.startsWith("Celebrity");
  }

  private static String contentRemedy(String kind) {
    if (kind.startsWith("Celebrity")) {
      return "D-ID refuses faces of well-known people: use another picture";
    }
    if (kind.startsWith("Image")) {
      return "D-ID refuses this picture: use another one";
    }
    return "D-ID refuses this text or recording: change what is said";
  }

  private static String requestRemedy(String kind) {
    return switch (kind) {
      case "InvalidFileSizeError" -> "use a smaller file";
      case "InvalidImageResolutionError" -> "use a picture of at most 8000 pixels a side";
      case "InvalidAudioDurationError" ->
          "use a shorter recording: 10 min for talks, 5 min for clips";
      case "InvalidFaceError", "FaceError" -> endedRemedy("FaceError");
      case "DriverNotValidError" -> "use another presenter";
      case "UnsupportedMimeTypeError" ->
          "pictures are JPEG or PNG, recordings WAV, MP3, FLAC or M4A";
      default -> "change what the message names, then render again";
    };
  }

  private static String words(JsonNode json, String kind) {
    var all = new ArrayList<String>();
    all.add(kind);
    Json.text(json, "description").ifPresent(all::add);
    var details = json.path("details");
    if (details.isObject()) {
      for (var entry : details.properties()) {
        Json.text(entry.getValue(), "message").ifPresent(m -> all.add(entry.getKey() + ": " + m));
      }
    }
    return cut(String.join(", ", all));
  }

  private static String cut(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
