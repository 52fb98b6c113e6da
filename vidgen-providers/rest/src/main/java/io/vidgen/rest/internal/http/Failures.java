package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says what became of a call that did not succeed, and what is known about the money. */
final class Failures {
  private static final String LOOK =
      "look at the vendor's account before it is sent again: it may have been charged";
  private static final String TRY = "see that the service can be reached from here, then try again";

  private final String provider;
  private final Scrubber scrubber;
  private final ErrorMapper mapper;
  private final InstantSource clock;

  Failures(String provider, Scrubber scrubber, ErrorMapper mapper, InstantSource clock) {
    this.provider = provider;
    this.scrubber = scrubber;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** The call was given up before anything left. */
  VidgenException cancelled(String what) {
    return exception(
        Failure.of(FailureKind.CANCELLED, what + " was cancelled", "").charged(false), null);
  }

  /** The deadline was over before anything left. */
  VidgenException late(String what) {
    return exception(
        Failure.of(FailureKind.TIMEOUT, what + " was not sent: no time was left", "give it more")
            .charged(false),
        null);
  }

  /** The other side answered, but not 2xx. */
  VidgenException answered(ApiCall call, ErrorReply error) {
    if (error.status() < 400) {
      return exception(redirected(call, error), null);
    }
    var failure = map(error);
    if (failure.retryAfter() == null && error.status() >= 408) {
      var asked = RetryAfter.read(error.headers(), clock.instant());
      if (asked.isPresent()
          && (failure.kind() == FailureKind.RATE_LIMITED
              || failure.kind() == FailureKind.UNAVAILABLE)) {
        failure = failure.retryAfter(asked.get());
      }
    }
    if (call.paid() && (error.status() == 408 || error.status() >= 500)) {
      failure =
          mapper.certainlyNotStarted(error) ? failure.charged(false) : unknown(failure.message());
    }
    return exception(failure, null);
  }

  /** The other side answered 2xx, but not what the call asked for. */
  VidgenException unreadable(ApiCall call, BadAnswerException e) {
    var text = describe(call) + " was answered, but " + e.getMessage();
    return exception(
        call.paid()
            ? unknown(text)
            : Failure.of(FailureKind.PROTOCOL, text, "check the address in the settings")
                .charged(false),
        null);
  }

  /** The call ended without a whole answer. */
  VidgenException broken(ApiCall call, IOException e, Sending sending, Patience patience) {
    var text = describe(call) + " ended without an answer: " + text(e);
    if (!sending.left()) {
      return exception(notSent(call, e, patience), e);
    }
    if (call.paid()) {
      return exception(unknown(text), e);
    }
    if (patience.cancelled()) {
      return cancelled(describe(call));
    }
    if (e instanceof LocalFileException) {
      return exception(local(e).charged(false), e);
    }
    var kind = e instanceof InterruptedIOException ? FailureKind.TIMEOUT : FailureKind.UNAVAILABLE;
    return exception(Failure.of(kind, text, TRY).charged(false), e);
  }

  /** Adds the provider and takes secrets out. */
  VidgenException exception(Failure failure, @Nullable Throwable cause) {
    var clean =
        new Failure(
            failure.kind(),
            scrubber.clean(failure.message()),
            scrubber.clean(failure.remedy()),
            failure.context().within(new FailureContext(null, provider, 0, null, 0)),
            failure.retryAfter(),
            failure.charged());
    return new VidgenException(clean, cause == null ? null : scrubber.harmless(cause));
  }

  /** Something on this machine. */
  static Failure local(IOException e) {
    return Failure.of(
        FailureKind.LOCAL, "a file here failed: " + text(e), "see that the disk has room");
  }

  static String describe(ApiCall call) {
    return call.method() + " /" + String.join("/", call.path());
  }

  static String text(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private Failure notSent(ApiCall call, IOException e, Patience patience) {
    if (patience.cancelled()) {
      return Failure.of(FailureKind.CANCELLED, describe(call) + " was cancelled", "")
          .charged(false);
    }
    if (e instanceof LocalFileException) {
      return local(e).charged(false);
    }
    return Failure.of(FailureKind.UNAVAILABLE, describe(call) + " was not sent: " + text(e), TRY);
  }

  private Failure map(ErrorReply error) {
    try {
      return mapper.map(error);
    } catch (RuntimeException e) {
      // An answer of a shape that the mapper did not foresee still has a status.
      return StatusErrors.map(error);
    }
  }

  /**
   * 301, 307 and 308 say that the request has to be made elsewhere; 302 and 303 are also what a
   * server says that did what it was asked (RFC 9110 15.4).
   */
  private static Failure redirected(ApiCall call, ErrorReply error) {
    int status = error.status();
    var text = describe(call) + " was answered " + status + ", which is not followed";
    var remedy = "set the service's final address in the settings";
    return switch (status) {
      case 301, 307, 308 -> Failure.of(FailureKind.PROTOCOL, text, remedy).charged(false);
      default ->
          call.paid()
              ? unknown(text)
              : Failure.of(FailureKind.PROTOCOL, text, remedy).charged(false);
    };
  }

  private static Failure unknown(String text) {
    return Failure.of(FailureKind.UNKNOWN_OUTCOME, text, LOOK);
  }

  /** A delay that was asked for, when there is one. */
  @Nullable Duration delay(ErrorReply error) {
    return RetryAfter.read(error.headers(), clock.instant()).orElse(null);
  }
}
