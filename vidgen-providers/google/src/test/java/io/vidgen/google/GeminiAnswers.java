package io.vidgen.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** Answers of generateContent, as the service writes them. */
final class GeminiAnswers {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private GeminiAnswers() {}

  static String text(String text) {
    return text(text, "STOP");
  }

  static String text(String text, String reason) {
    return of(reason, NODES.objectNode().put("text", text));
  }

  static String withoutContent(String reason, String message) {
    var root = NODES.objectNode();
    root.putArray("candidates")
        .addObject()
        .put("finishReason", reason)
        .put("finishMessage", message)
        .put("index", 0);
    return root.toString();
  }

  static String blocked(String reason) {
    var root = NODES.objectNode();
    root.putObject("promptFeedback").put("blockReason", reason);
    root.putObject("usageMetadata").put("promptTokenCount", 12);
    return root.toString();
  }

  static ObjectNode picture(byte[] bytes, String type) {
    var part = NODES.objectNode();
    part.putObject("inlineData")
        .put("mimeType", type)
        .put("data", Base64.getEncoder().encodeToString(bytes));
    return part;
  }

  static ObjectNode textPart(String text) {
    return NODES.objectNode().put("text", text);
  }

  static String of(String reason, JsonNode... parts) {
    var root = NODES.objectNode();
    var candidate = root.putArray("candidates").addObject();
    var content = candidate.putObject("content").put("role", "model");
    var list = content.putArray("parts");
    for (var part : parts) {
      list.add(part);
    }
    candidate.put("finishReason", reason).put("index", 0);
    root.putObject("usageMetadata").put("promptTokenCount", 12).put("candidatesTokenCount", 300);
    root.put("modelVersion", "test").put("responseId", "abc");
    return root.toString();
  }

  static String error(int code, String status, String message) {
    var root = NODES.objectNode();
    root.putObject("error").put("code", code).put("message", message).put("status", status);
    return root.toString();
  }
}
