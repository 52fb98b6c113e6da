package io.vidgen.spi;

import java.io.IOException;

/**
 * Work that is done when the call returns. Blocking is fine: the engine calls it on a thread of its
 * own pool, never on one that others wait for.
 *
 * @param <Q> what is asked
 * @param <R> what comes back
 */
public non-sealed interface QuickWork<Q, R> extends Work<Q, R> {

  /**
   * Does the work. A paid call is sent at most once; a silence after the first byte of the body has
   * left is an exception of kind {@link io.vidgen.error.FailureKind#UNKNOWN_OUTCOME}.
   *
   * @param request what is asked
   * @param context files, deadline, cancellation and progress
   * @return the result, its artifacts stored through {@code context}
   * @throws IOException if a file cannot be read or written
   * @throws InterruptedException if the thread was interrupted, as on cancel
   * @throws io.vidgen.error.VidgenException if the work failed
   */
  R call(Q request, CallContext context) throws IOException, InterruptedException;
}
