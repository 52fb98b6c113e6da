package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.internal.server.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an operation of Veo ends.
 *
 * @param kind in which way
 * @param code of an error
 * @param message of an error, or the reason of the filter
 */
record Ending(Kind kind, int code, String message) {

  /** In which way an operation ends. */
  enum Kind {
    DELIVERED,
    FILTERED,
    ERROR,
    /** Done, with neither an error nor a response. */
    NOTHING,
    NEVER
  }

  /** The submit is answered with an empty object. */
  static final String EMPTY_ANSWER = "empty-answer";

  private static final Ending DELIVERED = new Ending(Kind.DELIVERED, 0, "");
  private static final String NOT_CHARGED = " You have not been charged for this attempt.";

  private static final Map<String, Ending> BY_QUIRK = byQuirk();

  /** What in a prompt is filtered, and by which quirk. */
  private static final Map<String, String> TRIGGERS =
      Map.of(
          "bloodbath", "filtered-violence",
          "massacre", "filtered-violence",
          "celebrity", "filtered-celebrity",
          "nude", "filtered-sexual",
          "trademark", "filtered-third-party",
          "deafening", "filtered-audio");

  private static Map<String, Ending> byQuirk() {
    var all = new LinkedHashMap<String, Ending>();
    all.put(
        "operation-error-13",
        error(
            13,
            "Video generation failed due to an internal server issue. Please try again in a few"
                + " minutes. If the problem persists, please contact Gemini API support."));
    all.put("operation-error-8", error(8, "The model is overloaded. Please try again later."));
    all.put("operation-error-14", error(14, "The service is currently unavailable."));
    all.put("done-without-result", new Ending(Kind.NOTHING, 0, ""));
    all.put(
        "filtered-audio",
        filtered(
            "We encountered an issue with the audio for your prompt, which means we could not"
                + " create your video. Please try modifying your prompt and try again."));
    all.put("filtered-celebrity", coded("celebrity or their likeness", "15236754"));
    all.put("filtered-violence", coded("violence", "61493863"));
    all.put("filtered-sexual", coded("sexual content", "90789179"));
    all.put("filtered-third-party", coded("third-party content", "35561574"));
    return all;
  }

  private static Ending error(int code, String message) {
    return new Ending(Kind.ERROR, code, message);
  }

  private static Ending filtered(String reason) {
    return new Ending(Kind.FILTERED, 0, reason + NOT_CHARGED);
  }

  private static Ending coded(String what, String code) {
    return filtered(
        "Sorry, we can't create videos with "
            + what
            + ". Please remove the reference and try again. Support codes: "
            + code
            + ".");
  }

  /** All quirks of a submit. */
  static List<String> quirks() {
    var names = new java.util.ArrayList<>(BY_QUIRK.keySet());
    names.add(EMPTY_ANSWER);
    return List.copyOf(names);
  }

  /** What a fault says, else what is in the prompt, else the good one. */
  static Ending of(Call call, String prompt) {
    var fated = fated(call.fate().orElse(null));
    if (fated != null) {
      return fated;
    }
    var quirk = call.quirk().filter(BY_QUIRK::containsKey).orElseGet(() -> trigger(prompt));
    return BY_QUIRK.getOrDefault(quirk, DELIVERED);
  }

  private static String trigger(String prompt) {
    var lower = prompt.toLowerCase(Locale.ROOT);
    return TRIGGERS.entrySet().stream()
        .filter(e -> lower.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .orElse("");
  }

  private static @Nullable Ending fated(Fault.@Nullable Fate fate) {
    if (fate == null) {
      return null;
    }
    return switch (fate) {
      case NEVER_DONE -> new Ending(Kind.NEVER, 0, "");
      case REJECTED -> BY_QUIRK.get("filtered-violence");
      case FAILED -> BY_QUIRK.get("operation-error-13");
      default -> DELIVERED;
    };
  }

  /** When the sandbox could not make the video. */
  static Ending failed() {
    return BY_QUIRK.getOrDefault("operation-error-13", DELIVERED);
  }

  boolean delivers() {
    return kind == Kind.DELIVERED;
  }
}
