package io.vidgen.internal.engine;

import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a step is done, with the request already bound.
 *
 * @param <R> what comes out
 */
public sealed interface Task<R> {

  /**
   * Done when the call returns.
   *
   * @param <R> what comes out
   */
  @FunctionalInterface
  non-sealed interface Quick<R> extends Task<R> {
    /**
     * Does the work.
     *
     * @param context files, deadline, cancellation
     * @return the result
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the thread was interrupted
     */
    R call(CallContext context) throws IOException, InterruptedException;
  }

  /**
   * Runs elsewhere.
   *
   * @param work how to submit, poll and collect
   * @param request what is asked
   * @param <Q> what is asked
   * @param <R> what comes out
   */
  record Remote<Q, R>(LongRunningWork<Q, R> work, Q request) implements Task<R> {
    RemoteOperation submit(CallContext context) throws IOException, InterruptedException {
      return work.submit(request, context);
    }

    Poll poll(RemoteOperation operation, CallContext context)
        throws IOException, InterruptedException {
      return work.poll(operation, context);
    }

    R collect(RemoteOperation operation, CallContext context)
        throws IOException, InterruptedException {
      return work.collect(operation, request, context);
    }

    Optional<RemoteOperation> find(String attemptId) throws IOException, InterruptedException {
      return work.find(attemptId, request);
    }

    Duration firstPoll() {
      return work.firstPoll();
    }

    Duration timeLimit() {
      return work.timeLimit();
    }
  }
}
