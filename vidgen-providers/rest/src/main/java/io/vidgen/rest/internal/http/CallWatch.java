package io.vidgen.rest.internal.http;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import okhttp3.Call;

/**
 * Ends calls that nobody waits for any more. A thread that is blocked in a socket does not notice
 * an interrupt by itself, so one thread looks after all of them.
 */
final class CallWatch {
  private static final long GAP_MILLIS = 25;

  private final Set<Watched> live = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean sweeping = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor sweeper;

  CallWatch(String name) {
    sweeper =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "vidgen-" + name + "-watch");
              thread.setDaemon(true);
              return thread;
            });
    sweeper.setKeepAliveTime(5, TimeUnit.SECONDS);
    sweeper.allowCoreThreadTimeOut(true);
  }

  /** Makes a call, and cancels it when this thread is interrupted or its work is unwanted. */
  <T> T run(Call call, BooleanSupplier unwanted, AnswerReader<T> reader) throws IOException {
    var watched = new Watched(call, Thread.currentThread(), unwanted);
    live.add(watched);
    sweepLater();
    try (var response = call.execute()) {
      return reader.read(response);
    } finally {
      live.remove(watched);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A sweep that fails is followed by the next.
  private void sweepLater() {
    if (sweeping.compareAndSet(false, true)) {
      sweeper.schedule(this::sweep, GAP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void sweep() {
    try {
      live.forEach(Watched::look);
    } finally {
      sweeping.set(false);
      if (!live.isEmpty()) {
        sweepLater();
      }
    }
  }

  /** A call under way; each is one of its own, even where all parts are equal. */
  private static final class Watched {
    private final Call call;
    private final Thread caller;
    private final BooleanSupplier unwanted;

    Watched(Call call, Thread caller, BooleanSupplier unwanted) {
      this.call = call;
      this.caller = caller;
      this.unwanted = unwanted;
    }

    void look() {
      if (caller.isInterrupted() || unwanted.getAsBoolean()) {
        call.cancel();
      }
    }
  }
}
