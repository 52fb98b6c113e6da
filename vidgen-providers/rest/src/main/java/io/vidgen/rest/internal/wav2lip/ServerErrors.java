package io.vidgen.rest.internal.wav2lip;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.rest.internal.http.ErrorMapper;
import io.vidgen.rest.internal.http.ErrorReply;
import io.vidgen.rest.internal.http.StatusErrors;

/** Errors of servers around Wav2Lip: FastAPI's {@code detail}, Cog's 409 for a busy one. */
final class ServerErrors implements ErrorMapper {
  @Override
  public Failure map(ErrorReply error) {
    return Complaints.find(error.body()).orElseGet(() -> byStatus(error));
  }

  private static Failure byStatus(ErrorReply error) {
    var message = StatusErrors.message(error);
    return switch (error.status()) {
      case 409 ->
          Failure.of(
              FailureKind.UNAVAILABLE,
              message,
              "the server does one thing at a time: it is tried again later");
      case 401, 403 ->
          Failure.of(
              FailureKind.AUTHENTICATION,
              message,
              "vidgen sends no key to Wav2Lip: let this machine through");
      case 404, 405 ->
          Failure.of(
              FailureKind.INVALID_REQUEST,
              message,
              "set vidgen.wav2lip.shape and vidgen.wav2lip.path to what the server has");
      case 400, 422 ->
          Failure.of(
              FailureKind.INVALID_REQUEST,
              message,
              "set vidgen.wav2lip.face-part, audio-part and fields to what the server takes");
      case 413 ->
          Failure.of(FailureKind.INVALID_REQUEST, message, "give a smaller or shorter face");
      default -> StatusErrors.map(error);
    };
  }
}
