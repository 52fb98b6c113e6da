package io.vidgen.internal.engine;

import io.vidgen.ledger.Ledger;
import io.vidgen.model.Fingerprint;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which steps of a ledger somebody of this JVM is at right now. Pipelines may share a ledger: to
 * each of them, what another has just announced would look like what a crash left behind.
 */
final class Claims {
  private static final Map<Ledger, Claims> ALL = new WeakHashMap<>();

  private final Set<Fingerprint> steps = ConcurrentHashMap.newKeySet();

  private Claims() {}

  static Claims of(Ledger ledger) {
    // Each pipeline looks at the ledger through an archive of its own.
    var shared = Archive.of(ledger).behind();
    synchronized (ALL) {
      return ALL.computeIfAbsent(shared, unused -> new Claims());
    }
  }

  /** Returns false while somebody else has the step; who has got it gives it back. */
  boolean take(Fingerprint step) {
    return steps.add(step);
  }

  void giveBack(Fingerprint step) {
    steps.remove(step);
  }
}
