package io.vidgen.rest.internal.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.rest.internal.http.Json;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * What the vendor says about an error. {@code detail} is an object with {@code code} (or, older,
 * {@code status}), a list of {@code loc, msg, type}, or a sentence; now and then the object comes
 * without its wrapping.
 *
 * @param code such as {@code quota_exceeded}; empty when there is none
 * @param type such as {@code rate_limit_error}; empty when there is none
 * @param message a sentence; empty when there is none
 */
record ErrorDetail(String code, String type, String message) {
  private static final int MOST_FINDINGS = 5;

  static ErrorDetail of(JsonNode body) {
    var detail = body.path("detail");
    if (detail.isTextual()) {
      return new ErrorDetail("", "", detail.textValue());
    }
    if (detail.isArray()) {
      return new ErrorDetail("", "validation_error", findings(detail));
    }
    var object = detail.isObject() ? detail : body;
    var code = Json.text(object, "code").or(() -> Json.text(object, "status")).orElse("");
    return new ErrorDetail(
        code.toLowerCase(Locale.ROOT),
        Json.text(object, "type").orElse(""),
        Json.text(object, "message").orElse(""));
  }

  private static String findings(JsonNode detail) {
    var all = new StringJoiner("; ");
    for (int i = 0; i < Math.min(detail.size(), MOST_FINDINGS); i++) {
      var place = new StringJoiner(".");
      detail.get(i).path("loc").forEach(part -> place.add(part.asText()));
      all.add(place + ": " + detail.get(i).path("msg").asText());
    }
    return all.toString();
  }
}
