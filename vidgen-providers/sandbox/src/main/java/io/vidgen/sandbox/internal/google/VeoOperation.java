package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.internal.media.SceneClips;
import io.vidgen.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One order under way. Whether it is done is a function of the time and of its video. */
final class VeoOperation {
  private static final Duration KEPT = Duration.ofDays(2);

  private final String name;
  private final Secret account;
  private final VeoOrder order;
  private final Instant created;
  private final String digest;
  private final Duration latency;
  private final Ending ending;
  private final Fault.@Nullable Fate fate;
  private final Supplier<CompletableFuture<List<SceneClips.Clip>>> maker;
  private @Nullable CompletableFuture<List<SceneClips.Clip>> clips;
  private @Nullable List<VeoFile> files;

  VeoOperation(
      String name,
      Secret account,
      VeoOrder order,
      Instant created,
      String digest,
      Duration latency,
      Ending ending,
      Fault.@Nullable Fate fate,
      Supplier<CompletableFuture<List<SceneClips.Clip>>> maker) {
    this.name = name;
    this.account = account;
    this.order = order;
    this.created = created;
    this.digest = digest;
    this.latency = latency;
    this.ending = ending;
    this.fate = fate;
    this.maker = maker;
  }

  String name() {
    return name;
  }

  /** Who may see it. */
  Secret account() {
    return account;
  }

  VeoOrder order() {
    return order;
  }

  /** SHA-256 of the body that ordered it. */
  String digest() {
    return digest;
  }

  Ending ending() {
    return ending;
  }

  Optional<Fault.Fate> fate() {
    return Optional.ofNullable(fate);
  }

  /** When it is over. */
  Instant due() {
    return created.plus(latency);
  }

  boolean isForgotten(Instant now) {
    return !now.isBefore(due().plus(KEPT));
  }

  boolean isDue(Instant now) {
    return !now.isBefore(due()) && ending.kind() != Ending.Kind.NEVER;
  }

  /** When its video is there, begun by the first who asks. */
  synchronized CompletableFuture<List<SceneClips.Clip>> clips() {
    var begun = clips;
    if (begun == null) {
      begun = maker.get();
      clips = begun;
    }
    return begun;
  }

  /** Begins its video unless that has happened. */
  void begin() {
    clips().isDone();
  }

  boolean isDone(Instant now) {
    return isDue(now) && (!ending.delivers() || clips().isDone());
  }

  /** The files that hold the result, made by the first who asks. */
  synchronized List<VeoFile> files(Supplier<List<VeoFile>> shelving) {
    var made = files;
    if (made == null) {
      made = shelving.get();
      files = made;
    }
    return made;
  }
}
