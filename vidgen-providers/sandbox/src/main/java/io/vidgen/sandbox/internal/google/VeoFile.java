package io.vidgen.sandbox.internal.google;

import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.internal.media.SceneClips;
import io.vidgen.spi.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A video that was made, for as long as Google keeps it. */
final class VeoFile {
  private static final Duration KEPT = Duration.ofDays(2);

  private final String id;
  private final Secret account;
  private final SceneClips.Clip clip;
  private final String ratio;
  private final String resolution;
  private final boolean sound;
  private final int extensions;
  private final Fault.@Nullable Fate fate;
  private Instant touched;

  VeoFile(
      String id,
      Secret account,
      SceneClips.Clip clip,
      VeoOrder order,
      Instant made,
      Fault.@Nullable Fate fate) {
    var before = order.before();
    this.id = id;
    this.account = account;
    this.clip = clip;
    this.ratio = order.ratio();
    this.resolution = order.resolution();
    this.sound = order.sound();
    this.extensions = before == null ? 0 : before.extensions + 1;
    this.touched = made;
    this.fate = fate;
  }

  String id() {
    return id;
  }

  boolean isOf(Secret who) {
    return account.equals(who);
  }

  SceneClips.Clip clip() {
    return clip;
  }

  Path path() {
    return clip.file();
  }

  String ratio() {
    return ratio;
  }

  String resolution() {
    return resolution;
  }

  boolean sound() {
    return sound;
  }

  /** How often it was made longer. */
  int extensions() {
    return extensions;
  }

  Optional<Fault.Fate> fate() {
    return Optional.ofNullable(fate);
  }

  /** Whether it is gone. */
  synchronized boolean isGone(Instant now) {
    return !now.isBefore(touched.plus(KEPT));
  }

  /** To be referred to makes it stay. */
  synchronized void touch(Instant now) {
    touched = now;
  }
}
