package io.vidgen.rest.did;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidgen.rest.internal.http.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads D-ID's answers; what is missing or unknown never fails. */
final class DidReader {
  private DidReader() {}

  static DidVideo video(JsonNode json) {
    return new DidVideo(
        text(json, "id"),
        text(json, "status"),
        instant(json, "created_at"),
        text(json, "name"),
        text(json, "user_data"),
        text(json, "source_url"),
        text(json, "audio_url"),
        address(text(json, "result_url")),
        Json.number(json, "duration")
            .filter(seconds -> seconds > 0 && seconds < 1e6)
            .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
            .orElse(null),
        Json.text(json, "error", "kind").orElse(text(json, "kind")),
        Json.text(json, "error", "description").orElse(text(json, "description")));
  }

  static DidPresenter presenter(JsonNode json) {
    var voice = text(json.path("voice"), "voice_id");
    var service = text(json.path("voice"), "type");
    return new DidPresenter(
        text(json, "presenter_id"),
        text(json, "name"),
        text(json, "gender"),
        text(json, "preview_url"),
        text(json, "image_url"),
        voice.isEmpty() || service.isEmpty() ? "" : service + ":" + voice,
        Json.isTrue(json, "is_greenscreen"));
  }

  static DidDriver driver(JsonNode json) {
    return new DidDriver(
        text(json, "driver_id"),
        text(json, "presenter_id"),
        text(json, "name"),
        Json.number(json, "width").orElse(0.0).intValue(),
        Json.number(json, "height").orElse(0.0).intValue(),
        text(json, "preview_url"));
  }

  static DidListedVoice voice(JsonNode json) {
    var styles = new ArrayList<String>();
    for (var style : json.path("styles")) {
      styles.add(style.asText());
    }
    return new DidListedVoice(
        text(json, "provider"),
        text(json, "id"),
        text(json, "name"),
        text(json, "gender"),
        text(json, "access"),
        all(json.path("languages"), language -> text(language, "locale")),
        styles);
  }

  static DidCredits credits(JsonNode json) {
    return new DidCredits(
        number(json, "remaining"),
        number(json, "total"),
        all(
            json.path("credits"),
            one ->
                new DidCredits.Portion(
                    number(one, "remaining"),
                    number(one, "total"),
                    instant(one, "expire_at"),
                    text(one, "plan_group"))));
  }

  static <T> DidPage<T> page(JsonNode json, String name, Function<JsonNode, T> reading) {
    return new DidPage<>(all(json.path(name), reading), Json.text(json, "token").orElse(null));
  }

  static <T> List<T> all(JsonNode array, Function<JsonNode, T> reading) {
    var items = new ArrayList<T>();
    for (var item : array) {
      if (item.isObject()) {
        items.add(reading.apply(item));
      }
    }
    return items;
  }

  private static String text(JsonNode json, String name) {
    return Json.text(json, name).orElse("");
  }

  private static double number(JsonNode json, String name) {
    return Json.number(json, name).orElse(0.0);
  }

  private static @Nullable Instant instant(JsonNode json, String name) {
    try {
      return Json.text(json, name).map(Instant::parse).orElse(null);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Ids of users, which addresses hold, may have a bar that URIs must not have. */
  private static @Nullable URI address(String text) {
    try {
      return text.isEmpty() ? null : URI.create(text.replace("|", "%7C").replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      // Not none: then the video would never count as done. Nobody can fetch from it either.
      return URI.create("unreadable:address");
    }
  }
}
