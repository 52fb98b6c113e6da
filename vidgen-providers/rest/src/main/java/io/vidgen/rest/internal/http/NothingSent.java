package io.vidgen.rest.internal.http;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;

/** What ended work here before anything was sent, or where nothing costs money. */
public final class NothingSent {
  private NothingSent() {}

  /**
   * A file failed. An interrupt closes files under who uses them, so it is looked for first; its
   * flag is left as it is.
   *
   * @param e what failed
   * @return a failure of kind {@code LOCAL} or {@code CANCELLED}, not charged
   */
  public static VidgenException because(IOException e) {
    return Thread.currentThread().isInterrupted()
        ? cancelled(e)
        : new VidgenException(Failures.local(e).charged(false), e);
  }

  /**
   * The thread was interrupted.
   *
   * @param e the interrupt; the thread's flag is set again
   * @return a failure of kind {@code CANCELLED}, not charged
   */
  public static VidgenException because(InterruptedException e) {
    Thread.currentThread().interrupt();
    return cancelled(e);
  }

  private static VidgenException cancelled(Exception e) {
    return new VidgenException(
        Failure.of(FailureKind.CANCELLED, "it was cancelled before anything was sent", "")
            .charged(false),
        e);
  }
}
