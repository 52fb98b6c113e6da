package io.vidgen.rest.internal.wav2lip;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.rest.internal.http.Json;

/** States in 2xx answers, as Cog has them; other servers say nothing of the kind. Pure. */
final class Predictions {
  private static final int LONGEST = 300;

  private Predictions() {}

  static void requireSuccess(JsonNode answer) {
    var status = Json.text(answer, "status").orElse("succeeded");
    switch (status) {
      case "failed" -> throw new VidgenException(failure(Json.text(answer, "error").orElse("")));
      case "canceled" ->
          throw VidgenException.of(
              FailureKind.UNAVAILABLE,
              "the server cancelled the prediction",
              "look into the server's log");
      case "starting", "processing" ->
          throw VidgenException.of(
              FailureKind.UNAVAILABLE,
              "the server answered before it was done, and cannot be asked again",
              "let nothing in front of it add Prefer: respond-async");
      default -> {}
    }
  }

  private static Failure failure(String error) {
    var words = error.strip().replaceAll("\\s+", " ");
    var shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return Complaints.find(error)
        .orElseGet(
            () ->
                Failure.of(
                    FailureKind.INVALID_REQUEST,
                    "the prediction failed" + (shown.isEmpty() ? "" : ": " + shown),
                    "try the same face and speech by hand; the server's log says more"));
  }
}
