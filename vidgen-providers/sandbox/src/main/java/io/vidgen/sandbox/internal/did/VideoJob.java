package io.vidgen.sandbox.internal.did;

import io.vidgen.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One talk or clip. Its state is a function of the time and of whether its video is there. */
final class VideoJob {
  /** How much of the time nothing happens yet. */
  private static final double QUEUED = 0.15;

  private final String id;
  private final VideoOrder order;
  private final Instant createdAt;
  private final Duration latency;
  private double cost;
  private final String digest;
  private final Fault.@Nullable Fate fate;
  private final Supplier<CompletableFuture<Path>> maker;
  private @Nullable CompletableFuture<Path> video;
  private boolean finished;

  VideoJob(
      String id,
      VideoOrder order,
      Instant createdAt,
      Duration latency,
      double cost,
      String digest,
      Fault.@Nullable Fate fate,
      Supplier<CompletableFuture<Path>> maker) {
    this.id = id;
    this.order = order;
    this.createdAt = createdAt;
    this.latency = latency;
    this.cost = cost;
    this.digest = digest;
    this.fate = fate;
    this.maker = maker;
  }

  String id() {
    return id;
  }

  VideoOrder order() {
    return order;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant startedAt() {
    return createdAt.plusNanos((long) (latency.toNanos() * QUEUED));
  }

  Instant due() {
    return createdAt.plus(latency);
  }

  synchronized double cost() {
    return cost;
  }

  /** Sets what it cost in the end, and returns how much more that is. */
  synchronized double settle(double last) {
    double more = last - cost;
    cost = last;
    return more;
  }

  String digest() {
    return digest;
  }

  Optional<Fault.Fate> fate() {
    return Optional.ofNullable(fate);
  }

  /** Whether a video will ever be wanted. */
  boolean wantsVideo() {
    return fate != Fault.Fate.NEVER_DONE
        && fate != Fault.Fate.FAILED
        && fate != Fault.Fate.REJECTED;
  }

  /** The video, begun by the first who asks. */
  synchronized CompletableFuture<Path> video() {
    var begun = video;
    if (begun == null) {
      begun = maker.get();
      video = begun;
    }
    return begun;
  }

  /** Begins the video unless that has happened. */
  void begin() {
    video().isDone();
  }

  /** {@code created}, {@code started}, {@code done}, {@code error} or {@code rejected}. */
  String state(Instant now) {
    if (now.isBefore(startedAt())) {
      return "created";
    } else if (now.isBefore(due()) || fate == Fault.Fate.NEVER_DONE) {
      return "started";
    } else if (!wantsVideo()) {
      return VideoKind.finalState(fate().orElseThrow());
    }
    var made = video();
    if (!made.isDone()) {
      return "started";
    }
    return made.isCompletedExceptionally() ? "error" : "done";
  }

  boolean isOver(Instant now) {
    var state = state(now);
    return !state.equals("created") && !state.equals("started");
  }

  /** True for the first who asks after the end: what happens once happens then. */
  synchronized boolean finish() {
    boolean first = !finished;
    finished = true;
    return first;
  }
}
