package io.vidgen.internal.engine;

import java.time.Duration;
import java.util.Arrays;

/**
 * One number from 0 to 1 for a whole job, weighted by expected time. Not safe for use by several
 * threads, but for what was shown last: its job guards it.
 */
final class ProgressMeter {
  private static final int FEW = 8;

  // Arrays rather than maps: thousands of jobs that only wait have one of these each.
  private StepKey[] keys = new StepKey[FEW];
  private double[] weights = new double[FEW];
  private double[] parts = new double[FEW];
  private int count;
  private int next;
  private volatile double highest;

  void expect(StepKey key, Duration expected) {
    int i = index(key);
    weights[i] = Math.max(weights[i], Math.max(0.001, expected.toMillis() / 1000.0));
  }

  void part(StepKey key, double fraction) {
    if (fraction >= 0) {
      int i = index(key);
      parts[i] = Math.max(parts[i], Math.min(1, fraction));
    }
  }

  double fraction() {
    double all = 0;
    double done = 0;
    for (int i = 0; i < count; i++) {
      all += weights[i];
      done += parts[i] * weights[i];
    }
    // New steps may come to light; what was shown once is never taken back.
    highest = Math.max(highest, all == 0 ? 0 : Math.min(0.999, done / all));
    return highest;
  }

  /** What was shown last. */
  double shown() {
    return highest;
  }

  /** A flow names its steps in the same order each time, so the one after the last is likely. */
  private int index(StepKey key) {
    for (int i = 0; i < count; i++) {
      int at = (next + i) % count;
      if (keys[at].equals(key)) {
        next = at + 1;
        return at;
      }
    }
    if (count == keys.length) {
      int more = count + count / 2;
      keys = Arrays.copyOf(keys, more);
      weights = Arrays.copyOf(weights, more);
      parts = Arrays.copyOf(parts, more);
    }
    keys[count] = key;
    next = count + 1;
    return count++;
  }

  double complete() {
    highest = 1;
    return 1;
  }
}
