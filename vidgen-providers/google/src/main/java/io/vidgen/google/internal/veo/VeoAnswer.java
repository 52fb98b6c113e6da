package io.vidgen.google.internal.veo;

import com.google.genai.types.GenerateVideosOperation;
import com.google.genai.types.GeneratedVideo;
import com.google.genai.types.Video;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.google.internal.client.OneLine;
import io.vidgen.google.internal.client.SupportCodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an operation says. Google charges for videos that were made and for nothing else
 * (ai.google.dev/gemini-api/docs/pricing, "only charged if your video is successfully generated").
 */
sealed interface VeoAnswer {
  /** Characters of Google's own words in a message. */
  int SHOWN = 600;

  /** Under way. */
  record Running() implements VeoAnswer {}

  /**
   * Made.
   *
   * @param video where it is, or its bytes
   */
  record Made(Video video) implements VeoAnswer {}

  /**
   * Not made.
   *
   * @param failure why
   */
  record Failed(Failure failure) implements VeoAnswer {}

  /**
   * Over, without a word on what became of it: neither a video nor a reason, or a code that says
   * nothing. Google has mended such answers a little later.
   *
   * @param failure what it comes to if it stays so
   */
  record Unclear(Failure failure) implements VeoAnswer {}

  /**
   * Reads an operation.
   *
   * @param clean takes secrets out of Google's words
   */
  static VeoAnswer of(GenerateVideosOperation operation, UnaryOperator<String> clean) {
    if (!operation.done().orElse(false)) {
      return new Running();
    }
    var error = operation.error();
    if (error.isPresent() && !error.get().isEmpty()) {
      return failed(error.get(), clean);
    }
    var response = operation.response();
    var video =
        response
            .flatMap(r -> r.generatedVideos())
            .flatMap(videos -> videos.stream().findFirst())
            .flatMap(GeneratedVideo::video)
            .filter(found -> found.uri().isPresent() || found.videoBytes().isPresent());
    if (video.isPresent()) {
      return new Made(video.get());
    }
    var reasons = response.flatMap(r -> r.raiMediaFilteredReasons()).orElse(List.of());
    int filtered = response.flatMap(r -> r.raiMediaFilteredCount()).orElse(0);
    if (filtered > 0 || !reasons.isEmpty()) {
      return new Failed(filtered(reasons, clean));
    }
    return new Unclear(
        Failure.of(
            FailureKind.PROTOCOL,
            "Veo says that it is done, but gives neither a video nor a reason",
            "look at the project's usage: it may have been charged"));
  }

  private static Failure filtered(List<String> reasons, UnaryOperator<String> clean) {
    var text = shown(String.join(" ", reasons), clean);
    var categories = SupportCodes.categories(text);
    boolean isAudio = text.contains("audio");
    return Failure.of(
            FailureKind.CONTENT_FILTERED,
            "Veo withheld the video"
                + (categories.isEmpty() ? "" : " (" + categories + ")")
                + (text.isEmpty() ? "" : ": " + text),
            isAudio
                ? "the same prompt often passes when it is asked again"
                : "say it in other words or use other pictures")
        .charged(false);
  }

  private static VeoAnswer failed(Map<String, Object> error, UnaryOperator<String> clean) {
    int code = error.get("code") instanceof Number number ? number.intValue() : 0;
    var words = error.get("message") instanceof String said ? shown(said, clean) : "";
    var text = "Veo failed with code " + code + (words.isEmpty() ? "" : ": " + words);
    if (!SupportCodes.in(words).isEmpty()) {
      return new Failed(
          Failure.of(
                  FailureKind.CONTENT_FILTERED,
                  text + " (" + SupportCodes.categories(words) + ")",
                  "say it in other words or use other pictures")
              .charged(false));
    }
    return kind(code)
        .<VeoAnswer>map(kind -> new Failed(Failure.of(kind, text, remedy(kind)).charged(false)))
        .orElseGet(
            () ->
                new Unclear(Failure.of(FailureKind.PROTOCOL, text, "look at the project's usage")));
  }

  private static String shown(String said, UnaryOperator<String> clean) {
    return OneLine.of(clean.apply(OneLine.of(said, 4 * SHOWN)), SHOWN);
  }

  /** Codes of google.rpc.Code. */
  private static Optional<FailureKind> kind(int code) {
    return switch (code) {
      case 3, 5, 9, 11, 12 -> Optional.of(FailureKind.INVALID_REQUEST);
      case 7, 16 -> Optional.of(FailureKind.AUTHENTICATION);
      case 8 -> Optional.of(FailureKind.RATE_LIMITED);
      case 4, 10, 13, 14 -> Optional.of(FailureKind.UNAVAILABLE);
      default -> Optional.empty();
    };
  }

  private static String remedy(FailureKind kind) {
    return switch (kind) {
      case INVALID_REQUEST -> "change the request as the message says";
      case AUTHENTICATION -> "check the key and what it may do";
      case RATE_LIMITED -> "wait, or ask Google for a higher limit";
      default -> "it can be asked again and was not charged";
    };
  }
}
