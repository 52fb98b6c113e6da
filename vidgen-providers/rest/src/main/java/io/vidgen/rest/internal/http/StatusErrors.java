package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;

/** What a status means by itself (RFC 9110), for all that a vendor does not document. */
public final class StatusErrors {
  private StatusErrors() {}

  /**
   * Maps by the status alone.
   *
   * @param error the answer
   * @return the failure, with the vendor's own words in its message
   */
  public static Failure map(ErrorReply error) {
    int status = error.status();
    return Failure.of(kind(status), message(error), remedy(status));
  }

  /**
   * The status and the vendor's own words.
   *
   * @param error the answer
   * @return a sentence for a message
   */
  public static String message(ErrorReply error) {
    var words = error.excerpt();
    return "answered " + error.status() + (words.isEmpty() ? "" : ": " + words);
  }

  private static FailureKind kind(int status) {
    return switch (status) {
      case 401, 403 -> FailureKind.AUTHENTICATION;
      case 402 -> FailureKind.QUOTA;
      case 408, 502, 503, 504 -> FailureKind.UNAVAILABLE;
      case 410 -> FailureKind.EXPIRED;
      case 429 -> FailureKind.RATE_LIMITED;
      case 451 -> FailureKind.CONTENT_FILTERED;
      default -> {
        if (status >= 500) {
          yield FailureKind.UNAVAILABLE;
        }
        yield status >= 400 ? FailureKind.INVALID_REQUEST : FailureKind.PROTOCOL;
      }
    };
  }

  private static String remedy(int status) {
    return switch (status) {
      case 401, 403 -> "check the key and what it may do";
      case 402 -> "look at the account's credit";
      case 404, 405 -> "check the address in the settings";
      case 429 -> "render again later, or ask the vendor for a higher limit";
      default -> status >= 500 || status == 408 ? "render again later" : "";
    };
  }
}
