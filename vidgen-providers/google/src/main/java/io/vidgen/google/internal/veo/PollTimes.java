package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoOptions;
import io.vidgen.model.RemoteOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When to ask for a clip: first when the fastest are done, then at distances of 2 % of the clip's
 * age, so that nobody waits much longer than Google takes. The age counts from the submit, whoever
 * polls. All distances are parts of the first one: a service that is faster, such as a sandbox, is
 * asked that much more often.
 */
final class PollTimes {
  private static final Duration LEAST = Duration.ofMillis(100);

  /** The distance on the service's own pages (ai.google.dev/gemini-api/docs/video, 2026-09). */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** The age divided by this is the distance. */
  private static final int SHARE = 50;

  /** How long polls keep that distance after Google has called them too many. */
  private static final Duration CALM = Duration.ofMinutes(10);

  private final Duration first;
  private final Duration shortest;
  private final Duration longest;
  private final Duration calm;
  private final InstantSource clock;
  private volatile Instant calmUntil = Instant.MIN;

  PollTimes(VeoOptions options, InstantSource clock) {
    this.first = options.firstPoll();
    if (options.google().isPlatform()) {
      // 15 s, as its samples do: it takes 50 requests a minute and does not say what counts.
      this.shortest = clamp(first.multipliedBy(3).dividedBy(2), LEAST, Duration.ofSeconds(15));
      this.longest = shortest;
    } else {
      this.shortest = clamp(first.dividedBy(10), LEAST, Duration.ofSeconds(1));
      this.longest = LONGEST;
    }
    this.calm = clamp(first, shortest, longest);
    this.clock = clock;
  }

  /** The delay from the submit to the first poll. */
  Duration first() {
    return first;
  }

  /** The delay to the next poll of an operation that is still under way. */
  Duration next(RemoteOperation operation) {
    var now = clock.instant();
    if (now.isBefore(calmUntil)) {
      return calm;
    }
    var age = Duration.between(operation.submittedAt(), now);
    if (age.compareTo(first) < 0) {
      return clamp(first.minus(age), LEAST, first);
    }
    return clamp(age.dividedBy(SHARE), shortest, longest);
  }

  /** A poll was refused as one too many. */
  void refused() {
    calmUntil = clock.instant().plus(CALM);
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    if (value.compareTo(most) > 0) {
      return most;
    }
    return value.compareTo(least) < 0 ? least : value;
  }
}
