package io.vidgen.sandbox.internal.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** Builds an answer of generateContent. */
final class ContentAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root = JSON.createObjectNode();

  private ContentAnswer() {}

  /** One candidate with a text. */
  static ContentAnswer text(String text, String finish) {
    var answer = new ContentAnswer();
    answer.candidate(finish).addObject().put("text", text);
    return answer;
  }

  /** One candidate with some words and a picture. */
  static ContentAnswer picture(String words, byte[] png, boolean thought) {
    var answer = new ContentAnswer();
    var parts = answer.candidate("STOP");
    parts.addObject().put("text", words);
    var part = parts.addObject();
    part.putObject("inlineData")
        .put("mimeType", "image/png")
        .put("data", Base64.getEncoder().encodeToString(png));
    if (thought) {
      part.put("thought", true);
    }
    return answer;
  }

  /** One candidate without any content. */
  static ContentAnswer without(String finish) {
    var answer = new ContentAnswer();
    answer.root.putArray("candidates").addObject().put("finishReason", finish).put("index", 0);
    return answer;
  }

  /** No candidate at all. */
  static ContentAnswer none() {
    return new ContentAnswer();
  }

  /** No candidate, because of the prompt. */
  static ContentAnswer blocked(String reason) {
    var answer = new ContentAnswer();
    answer.root.putObject("promptFeedback").put("blockReason", reason);
    return answer;
  }

  private ArrayNode candidate(String finish) {
    var candidate = root.putArray("candidates").addObject();
    var content = candidate.putObject("content");
    candidate.put("finishReason", finish).put("index", 0);
    content.put("role", "model");
    return content.putArray("parts");
  }

  ObjectNode json(String model, String id, Tokens tokens) {
    var usage =
        root.putObject("usageMetadata")
            .put("promptTokenCount", tokens.input())
            .put("candidatesTokenCount", tokens.output())
            .put("totalTokenCount", tokens.total());
    if (tokens.thoughts() > 0) {
      usage.put("thoughtsTokenCount", tokens.thoughts());
    }
    if (tokens.text() < tokens.output()) {
      var details = usage.putArray("candidatesTokensDetails");
      details.addObject().put("modality", "TEXT").put("tokenCount", tokens.text());
      details
          .addObject()
          .put("modality", "IMAGE")
          .put("tokenCount", tokens.output() - tokens.text());
    }
    return root.put("modelVersion", model).put("responseId", id);
  }
}
