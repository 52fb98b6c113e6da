package io.vidgen.queue;

import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Who waits for which job. Holds jobs that are not over and that somebody asked about. */
final class Completions {
  private final ConcurrentHashMap<String, CompletableFuture<Render>> waiting =
      new ConcurrentHashMap<>();

  CompletableFuture<Render> of(String id) {
    return waiting.computeIfAbsent(id, unused -> new CompletableFuture<>());
  }

  void succeed(String id, Render render) {
    var future = waiting.remove(id);
    if (future != null) {
      future.complete(render);
    }
  }

  void fail(String id, VidgenException why) {
    var future = waiting.remove(id);
    if (future != null) {
      future.completeExceptionally(why);
    }
  }

  void failAll(Supplier<VidgenException> why) {
    waiting.keySet().forEach(id -> fail(id, why.get()));
  }

  /** Completes what waits for a job that is over or unknown; otherwise does nothing. */
  void settle(String id, Optional<JobRecord> found) {
    if (found.isEmpty()) {
      fail(id, QueueFailures.unknown(id));
      return;
    }
    var job = found.get();
    if (job.render() != null) {
      succeed(id, job.render());
    } else if (job.failure() != null) {
      fail(id, new VidgenException(job.failure()));
    } else if (job.state() == JobState.EXPIRED) {
      fail(id, QueueFailures.expired(id));
    }
  }
}
