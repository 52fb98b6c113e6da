package io.vidgen.testkit;

import io.vidgen.error.VidgenException;
import io.vidgen.model.RemoteOperation;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.ProviderResult;
import io.vidgen.spi.QuickWork;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls providers as the engine does, but waits for them. */
final class WorkCalls {
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
  private static final int MOST_POLLS = 500;

  private WorkCalls() {}

  static <Q extends ProviderRequest, R extends ProviderResult> R toTheEnd(
      Provider<Q, R> provider, Q request, CallContext context)
      throws IOException, InterruptedException {
    var work = provider.work();
    if (work instanceof QuickWork<Q, R> quick) {
      return quick.call(request, context);
    }
    var remote = (LongRunningWork<Q, R>) work;
    return collected(remote, remote.submit(request, context), request, context);
  }

  static <Q, R> R collected(
      LongRunningWork<Q, R> work, RemoteOperation operation, Q request, CallContext context)
      throws IOException, InterruptedException {
    for (int i = 0; i < MOST_POLLS; i++) {
      var poll = work.poll(operation, context);
      if (poll instanceof Poll.Ready) {
        return work.collect(operation, request, context);
      } else if (poll instanceof Poll.Failed failed) {
        throw new VidgenException(failed.failure());
      } else if (poll instanceof Poll.Running running) {
        pause(running.after());
      }
    }
    throw new AssertionError("not ready after " + MOST_POLLS + " polls");
  }

  private static void pause(Duration asked) throws InterruptedException {
    var time = asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    boolean unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
