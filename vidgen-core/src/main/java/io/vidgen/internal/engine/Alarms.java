package io.vidgen.internal.engine;

import io.vidgen.model.Fingerprint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Until when the parked steps of a job wait, and when it is to be woken. Guarded by its job. */
final class Alarms {
  /** Maps begin small: thousands of jobs that only wait have these each. */
  private static final int FEW = 2;

  private final Map<Fingerprint, Instant> parked = new HashMap<>(FEW);
  private @Nullable Instant set;

  void park(Step<?> step, Instant until) {
    parked.put(step.fingerprint(), until);
  }

  boolean has(Fingerprint step) {
    return parked.containsKey(step);
  }

  /** All are looked at again. */
  void clear() {
    parked.clear();
    set = null;
  }

  Optional<Instant> first() {
    return parked.values().stream().min(Instant::compareTo);
  }

  /** Returns for when an alarm is to be set; empty where there is one already that comes first. */
  Optional<Instant> toSet() {
    var next = first().filter(time -> set == null || time.isBefore(set));
    next.ifPresent(time -> set = time);
    return next;
  }
}
