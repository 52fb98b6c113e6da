package io.vidgen.ledger;

import io.vidgen.model.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The newest record of each step, in memory. Safe for use by several threads. */
final class StepIndex {
  private final Map<Fingerprint, StepRecord> steps = new LinkedHashMap<>();
  private final Map<Fingerprint, Set<Fingerprint>> slots = new HashMap<>();

  synchronized Optional<StepRecord> find(Fingerprint fingerprint) {
    return Optional.ofNullable(steps.get(fingerprint));
  }

  synchronized List<StepRecord> inSlot(Fingerprint slot) {
    var found = new ArrayList<StepRecord>();
    for (var fingerprint : slots.getOrDefault(slot, Set.of())) {
      var step = steps.get(fingerprint);
      if (step != null) {
        found.add(step);
      }
    }
    return List.copyOf(found);
  }

  synchronized List<StepRecord> all() {
    return List.copyOf(steps.values());
  }

  /** Throws unless the record follows the current one. */
  synchronized void check(StepRecord next) {
    var current = steps.get(next.fingerprint());
    long version = current == null ? 0 : current.version();
    if (next.version() != version + 1) {
      throw new StaleWriteException(
          next.kind() + " step " + next.fingerprint().shortForm(), next.version(), version);
    }
  }

  /** Puts a record, whatever its version. */
  synchronized void put(StepRecord next) {
    var previous = steps.put(next.fingerprint(), next);
    if (previous != null && !previous.slot().equals(next.slot())) {
      slots.getOrDefault(previous.slot(), Set.of()).remove(next.fingerprint());
    }
    slots.computeIfAbsent(next.slot(), slot -> new LinkedHashSet<>()).add(next.fingerprint());
  }
}
