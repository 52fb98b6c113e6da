package io.vidgen.internal.limits;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gates of this JVM, the one thing that pipelines share without being told to: a vendor counts
 * by account, not by pipeline. Holds gates weakly; they live as long as a pipeline uses them.
 */
final class GateRegistry {
  /** A clock that is wrong by more is not meant to be the time of day. */
  private static final Duration NEAR = Duration.ofMinutes(1);

  private static final Map<Key, WeakReference<AccountGate>> GATES = new HashMap<>();

  /** The clock is null for the time of day. */
  private record Key(String account, @Nullable InstantSource clock) {}

  private GateRegistry() {}

  static AccountGate join(String account, InstantSource clock, Gates member) {
    synchronized (GATES) {
      GATES.values().removeIf(gate -> gate.get() == null);
      var key = key(account, clock);
      var known = GATES.get(key);
      var gate = known == null ? null : known.get();
      if (gate == null) {
        gate = key.clock() == null ? AccountGate.real() : AccountGate.by(clock);
        GATES.put(key, new WeakReference<>(gate));
      }
      gate.join(member);
      return gate;
    }
  }

  static void leave(AccountGate gate, Gates member) {
    synchronized (GATES) {
      if (gate.leave(member)) {
        GATES.values().removeIf(known -> known.get() == gate);
      }
    }
    gate.pump();
  }

  static Optional<AccountGate> find(String account, InstantSource clock) {
    synchronized (GATES) {
      return Optional.ofNullable(GATES.get(key(account, clock))).map(WeakReference::get);
    }
  }

  private static Key key(String account, InstantSource clock) {
    boolean real = Duration.between(clock.instant(), Instant.now()).abs().compareTo(NEAR) < 0;
    return new Key(account, real ? null : clock);
  }
}
