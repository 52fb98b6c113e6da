package io.vidgen.google.internal.content;

import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponsePromptFeedback;
import com.google.genai.types.Part;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.google.internal.client.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of generateContent, the reason of their end first: the SDK's own short cuts throw,
 * or return null, for the ends that matter. An answer has been paid for, whatever is in it.
 */
public final class Answers {

  /** As the service writes them; names that it adds later are judged by what came with them. */
  private static final Set<String> FILTERS =
      Set.of(
          "SAFETY",
          "RECITATION",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT",
          "IMAGE_RECITATION",
          "MODEL_ARMOR");

  private static final Set<String> BROKEN =
      Set.of(
          "LANGUAGE",
          "OTHER",
          "MALFORMED_FUNCTION_CALL",
          "UNEXPECTED_TOOL_CALL",
          "MALFORMED_RESPONSE",
          "NO_IMAGE",
          "IMAGE_OTHER");

  private static final String MILDER =
      "put the prompt more mildly: no violence, no real people, no brands";
  private static final int SHOWN = 300;

  private Answers() {}

  /**
   * The parts of a whole answer.
   *
   * @param response the answer
   * @return its parts, at least one, thoughts included
   * @throws VidgenException if it was filtered, cut off, or holds nothing; money was spent on it
   */
  public static List<Part> parts(GenerateContentResponse response) {
    var candidate =
        response.candidates().stream()
            .flatMap(List::stream)
            .findFirst()
            .orElseThrow(() -> nothing(response.promptFeedback().orElse(null)));
    var parts = candidate.content().flatMap(Content::parts).orElse(List.of());
    var reason = reason(candidate);
    var about = about(candidate, parts);
    if (FILTERS.contains(reason)) {
      throw filtered("the answer was withheld, reason " + reason + about);
    }
    if (reason.equals("MAX_TOKENS")) {
      throw protocol(
          "the answer was cut off at the limit of output tokens (MAX_TOKENS)",
          "ask for less at a time, or use another model");
    }
    if (BROKEN.contains(reason) || parts.isEmpty()) {
      throw protocol(
          "the answer cannot be used, reason " + reason + about, "try again or use another model");
    }
    return parts;
  }

  /**
   * What an answer says, without its thoughts.
   *
   * @param parts parts of an answer
   * @return the text; empty when there is none
   */
  public static String text(List<Part> parts) {
    return parts.stream()
        .filter(part -> !part.thought().orElse(false))
        .map(Part::text)
        .flatMap(Optional::stream)
        .collect(Collectors.joining())
        .strip();
  }

  /**
   * A failure of a call that was answered, and so paid for.
   *
   * @param message what happened
   * @param remedy what to do
   * @return the exception
   */
  public static VidgenException protocol(String message, String remedy) {
    return new VidgenException(
        Failure.of(FailureKind.PROTOCOL, message, remedy).charged(Boolean.TRUE));
  }

  /**
   * What a filter withheld after the call was answered, and so paid for.
   *
   * @param message what happened
   * @return the exception
   */
  public static VidgenException filtered(String message) {
    return new VidgenException(
        Failure.of(FailureKind.CONTENT_FILTERED, message, MILDER).charged(Boolean.TRUE));
  }

  /**
   * The beginning of a text, on one line, for a message.
   *
   * @param text any text
   * @return at most 300 characters of it
   */
  public static String shown(String text) {
    return OneLine.of(text, SHOWN);
  }

  private static VidgenException nothing(@Nullable GenerateContentResponsePromptFeedback feedback) {
    if (feedback != null && feedback.blockReason().isPresent()) {
      var message = feedback.blockReasonMessage().map(text -> ": " + shown(text)).orElse("");
      return filtered("the prompt was blocked, reason " + feedback.blockReason().get() + message);
    }
    return protocol("the answer holds nothing", "try again or use another model");
  }

  private static String reason(Candidate candidate) {
    return candidate.finishReason().map(FinishReason::toString).orElse("none");
  }

  private static String about(Candidate candidate, List<Part> parts) {
    var text = candidate.finishMessage().orElseGet(() -> text(parts));
    return text.isBlank() ? "" : ": " + shown(text);
  }
}
