package io.vidgen.sandbox.internal.elevenlabs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vidgen.sandbox.internal.server.Reply;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The vendor's errors in all their shapes: an object with a code, the older one with a status, the
 * list of a validator, a sentence, and one without wrapping.
 *
 * @see <a href="https://elevenlabs.io/docs/developers/resources/errors">ElevenLabs, Errors (read
 *     2026-09-17)</a>
 */
final class Problems {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OLD = "old-";

  /** Codes by status and type. */
  private static final String[][] CODES = {
    {
      "400",
      "validation_error",
      "text_too_long text_too_short invalid_text empty_text invalid_parameters"
          + " missing_required_field invalid_voice_settings invalid_voice_id unsupported_model"
          + " invalid_audio invalid_audio_format invalid_output_format audio_too_long"
          + " audio_too_short invalid_file_type invalid_page_size invalid_cursor"
    },
    {"400", "invalid_request", "bad_request malformed_json invalid_content_type request_too_large"},
    {
      "401",
      "authentication_error",
      "invalid_api_key missing_api_key invalid_authorization_header unauthorized sign_in_required"
    },
    {"402", "payment_required", "insufficient_credits"},
    {
      "403",
      "authorization_error",
      "forbidden insufficient_permissions workspace_access_denied feature_not_available"
          + " subscription_required voice_access_denied model_access_denied"
    },
    {
      "404",
      "not_found",
      "voice_not_found sample_not_found user_not_found workspace_not_found history_item_not_found"
          + " file_not_found song_not_found pronunciation_dictionary_not_found task_not_found"
          + " model_not_found transcript_not_found"
    },
    {
      "409",
      "conflict",
      "conflict resource_already_exists voice_already_exists already_running already_processing"
          + " concurrent_modification"
    },
    {"429", "rate_limit_error", "rate_limit_exceeded concurrent_limit_exceeded system_busy"},
    {"500", "internal_error", "internal_error"},
    {"503", "service_unavailable", "service_unavailable maintenance"}
  };

  /** Older codes, still seen in 2026, by status. */
  private static final String[][] OLD_CODES = {
    {"400", "max_character_limit_exceeded voice_does_not_exist"},
    {"401", "invalid_api_key quota_exceeded detected_unusual_activity"},
    {"403", "only_for_creator+ output_format_not_allowed"},
    {"404", "voice_not_found"},
    {"429", "too_many_concurrent_requests system_busy"},
    {"500", "internal_server_error"}
  };

  private static final Map<String, Reply> ALL = all();

  private Problems() {}

  /** Every error by name; the older ones begin with {@code old-}. */
  static Map<String, Reply> byName() {
    return ALL;
  }

  static Reply named(String name) {
    var reply = ALL.get(name);
    if (reply == null) {
      throw new IllegalArgumentException(name);
    }
    return reply;
  }

  /** A new-style error with its own sentence. */
  static Reply of(int status, String type, String code, String message) {
    var detail =
        JSON.createObjectNode()
            .put("type", type)
            .put("code", code)
            .put("message", message)
            .put("status", code)
            .put("request_id", "req0000000000000000x");
    detail.putNull("param");
    return reply(status, detail);
  }

  /** An error of the validator. */
  static Reply invalid(String place, String message, String type) {
    var body = JSON.createObjectNode();
    var one = body.putArray("detail").addObject();
    var loc = one.putArray("loc");
    for (var part : place.split("\\.", -1)) {
      loc.add(part);
    }
    one.put("msg", message).put("type", type);
    return Reply.json(422, body);
  }

  static Reply old(int status, String code, String message) {
    return reply(status, JSON.createObjectNode().put("status", code).put("message", message));
  }

  private static Reply reply(int status, ObjectNode detail) {
    var body = JSON.createObjectNode();
    body.set("detail", detail);
    return Reply.json(status, body).header("x-trace-id", "0".repeat(32));
  }

  private static Map<String, Reply> all() {
    var all = new LinkedHashMap<String, Reply>();
    for (var row : CODES) {
      for (var code : row[2].split(" ", -1)) {
        int status = Integer.parseInt(row[0]);
        all.put(code, of(status, row[1], code, "Sandbox: " + code.replace('_', ' ') + "."));
      }
    }
    for (var row : OLD_CODES) {
      for (var code : row[1].split(" ", -1)) {
        int status = Integer.parseInt(row[0]);
        all.put(OLD + code, old(status, code, "Sandbox: " + code.replace('_', ' ') + "."));
      }
    }
    all.put("validation", invalid("body.text", "Field required", "missing"));
    all.put(
        "method-not-allowed",
        Reply.json(405, JSON.createObjectNode().put("detail", "Method Not Allowed")));
    all.put(
        "unwrapped",
        Reply.json(
            500, JSON.createObjectNode().put("status", "server_error").put("message", "Sandbox.")));
    return Collections.unmodifiableMap(all);
  }
}
