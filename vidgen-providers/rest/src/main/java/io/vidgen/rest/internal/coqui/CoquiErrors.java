package io.vidgen.rest.internal.coqui;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.rest.internal.http.ErrorMapper;
import io.vidgen.rest.internal.http.ErrorReply;
import io.vidgen.rest.internal.http.Json;
import io.vidgen.rest.internal.http.StatusErrors;
import java.util.Locale;

/**
 * Errors of both servers. The original answers every failure with a 500 and a page that does not
 * say why; the idiap fork says it in JSON since June 2025.
 */
final class CoquiErrors implements ErrorMapper {
  /** Part of the message when the server gave a page instead of a cause. */
  static final String NO_CAUSE = "answered 500 without saying why";

  @Override
  public Failure map(ErrorReply error) {
    int status = error.status();
    if (status == 500) {
      return Json.text(error.json(), "error")
          .map(CoquiErrors::synthesis)
          .orElseGet(() -> Failure.of(FailureKind.INVALID_REQUEST, NO_CAUSE, ""));
    }
    if (status == 404 || status == 405) {
      return Failure.of(
          FailureKind.INVALID_REQUEST,
          StatusErrors.message(error),
          "check that the address is that of a Coqui server; /v1/audio/speech is known to the"
              + " idiap fork only");
    }
    if (status == 401 || status == 403) {
      return Failure.of(
          FailureKind.AUTHENTICATION,
          StatusErrors.message(error),
          "a Coqui server asks for no key, so something in front of it refuses: let this machine"
              + " through");
    }
    return StatusErrors.map(error);
  }

  private static Failure synthesis(String cause) {
    var words = cause.length() > 300 ? cause.substring(0, 300) + "…" : cause;
    var small = cause.toLowerCase(Locale.ROOT);
    if (small.contains("out of memory") || small.contains("cuda error")) {
      return Failure.of(
          FailureKind.UNAVAILABLE,
          "answered 500: " + words,
          "give the server's graphics card less to do, or start it without one");
    }
    return Failure.of(FailureKind.INVALID_REQUEST, "answered 500: " + words, "");
  }
}
