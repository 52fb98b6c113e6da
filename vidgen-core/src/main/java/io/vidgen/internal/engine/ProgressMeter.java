package io.vidgen.internal.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One number from 0 to 1 for a whole job, weighted by expected time. Not safe for use by several
 * threads: its job guards it.
 */
final class ProgressMeter {
  private final Map<StepKey, Double> weights = new HashMap<>();
  private final Map<StepKey, Double> parts = new HashMap<>();
  private double highest;

  void expect(StepKey key, Duration expected) {
    weights.merge(key, Math.max(0.001, expected.toMillis() / 1000.0), Math::max);
  }

  void part(StepKey key, double fraction) {
    if (fraction >= 0) {
      parts.merge(key, Math.min(1, fraction), Math::max);
    }
  }

  double fraction() {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double done =
        parts.entrySet().stream()
            .mapToDouble(part -> part.getValue() * weights.getOrDefault(part.getKey(), 0.0))
            .sum();
    // New steps may come to light; what was shown once is never taken back.
    highest = Math.max(highest, all == 0 ? 0 : Math.min(0.999, done / all));
    return highest;
  }

  double complete() {
    highest = 1;
    return 1;
  }
}
