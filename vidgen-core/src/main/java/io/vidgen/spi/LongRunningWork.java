package io.vidgen.spi;

import io.vidgen.model.RemoteOperation;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Work that runs elsewhere: submitted once, parked, polled and collected, possibly by another
 * process than the one that submitted. No thread is held in between.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
public non-sealed interface LongRunningWork<Q, R> extends Work<Q, R> {

  /**
   * Sends the request, exactly once.
   *
   * @param request what is asked
   * @param context files and the attempt's id, to be planted where the vendor echoes it
   * @return the vendor's handle
   * @throws IOException if a file cannot be read
   * @throws InterruptedException if the thread was interrupted
   * @throws io.vidgen.error.VidgenException if it was refused, or (kind {@code UNKNOWN_OUTCOME}) if
   *     nobody knows
   */
  RemoteOperation submit(Q request, CallContext context) throws IOException, InterruptedException;

  /**
   * Asks how far an operation is.
   *
   * @param operation the vendor's handle
   * @param context the deadline of this poll
   * @return running, ready or failed
   * @throws IOException if the answer could not be read; polled again later
   * @throws InterruptedException if the thread was interrupted
   */
  Poll poll(RemoteOperation operation, CallContext context)
      throws IOException, InterruptedException;

  /**
   * Fetches the result of an operation that is ready.
   *
   * @param operation the vendor's handle
   * @param request what was asked
   * @param context where files go
   * @return the result, its artifacts stored through {@code context}
   * @throws IOException if a file could not be fetched; fetched again later
   * @throws InterruptedException if the thread was interrupted
   */
  R collect(RemoteOperation operation, Q request, CallContext context)
      throws IOException, InterruptedException;

  /**
   * Asks the vendor to stop. Money may be spent all the same. For use outside of a render: a
   * cancelled job leaves its operations alone, since they are paid and the next render finds them.
   *
   * @param operation the vendor's handle
   * @return true if the vendor has such a call and took it; false by default
   * @throws IOException if the vendor could not be reached
   * @throws InterruptedException if the thread was interrupted
   */
  default boolean cancel(RemoteOperation operation) throws IOException, InterruptedException {
    return false;
  }

  /**
   * Looks for the operation of an attempt whose answer was lost. Only asked of {@link
   * SubmitSafety#RECONCILABLE} providers.
   *
   * @param attemptId what {@link CallContext#attemptId()} was
   * @param request what was asked
   * @return the operation; empty when the vendor certainly has none
   * @throws IOException if the vendor could not be reached; the outcome stays unknown
   * @throws InterruptedException if the thread was interrupted
   */
  default Optional<RemoteOperation> find(String attemptId, Q request)
      throws IOException, InterruptedException {
    return Optional.empty();
  }

  /**
   * When to poll for the first time after a submit.
   *
   * @return the delay; 5 s by default
   */
  default Duration firstPoll() {
    return Duration.ofSeconds(5);
  }

  /**
   * How long an operation may take from its submit before it counts as lost.
   *
   * @return the limit; 35 minutes by default
   */
  default Duration timeLimit() {
    return Duration.ofMinutes(35);
  }
}
