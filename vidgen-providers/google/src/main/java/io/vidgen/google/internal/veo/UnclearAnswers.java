package io.vidgen.google.internal.veo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When an operation was first called done without a word on what became of it
 * (github.com/googleapis/python-genai/issues/1559). Its clip may be paid, so it is asked for again
 * for a while before anybody is told. Remembers the latest few operations of this process.
 */
final class UnclearAnswers {
  private static final int KEPT = 256;

  private final Duration patience;
  private final InstantSource clock;
  private final Map<String, Instant> since =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > KEPT;
        }
      };

  UnclearAnswers(Duration patience, InstantSource clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /** Whether it has stayed so for so long that it is believed. */
  synchronized boolean isSettled(String operation) {
    var now = clock.instant();
    var first = since.computeIfAbsent(operation, name -> now);
    return !now.isBefore(first.plus(patience));
  }
}
