package io.vidgen.rest.did;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest attempts of this process: what helps to find one again, or to tell it from others.
 * Safe for use by several threads.
 */
final class DidAttempts {
  private static final int MOST = 1000;

  private final Map<String, Attempt> attempts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempt> eldest) {
          return size() > MOST;
        }
      };

  /**
   * One attempt.
   *
   * @param ended when its answer came or was given up; when it began until then
   * @param notBefore a moment before it was sent, by D-ID's own clock; null when D-ID did not say
   * @param sourceUrl address of its face, null for a presenter
   * @param id D-ID's id, null when its answer was lost
   */
  record Attempt(
      Instant ended,
      @Nullable Instant notBefore,
      @Nullable String sourceUrl,
      @Nullable String id) {}

  synchronized void begin(
      String attempt, Instant now, @Nullable Instant vendorsNow, @Nullable String sourceUrl) {
    attempts.put(attempt, new Attempt(now, vendorsNow, sourceUrl, null));
  }

  synchronized void end(String attempt, Instant now, @Nullable String id) {
    attempts.computeIfPresent(
        attempt, (name, open) -> new Attempt(now, open.notBefore(), open.sourceUrl(), id));
  }

  synchronized Optional<Attempt> find(String attempt) {
    return Optional.ofNullable(attempts.get(attempt));
  }

  /** Whether an id is known as that of some attempt. */
  synchronized boolean knows(String id) {
    return attempts.values().stream().anyMatch(one -> id.equals(one.id()));
  }
}
