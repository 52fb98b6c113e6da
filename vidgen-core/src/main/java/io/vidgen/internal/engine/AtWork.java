package io.vidgen.internal.engine;

import io.vidgen.ledger.Ledger;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.ProviderResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which steps of a ledger are being worked on, by whatever pipeline of this JVM: pipelines over one
 * ledger find each other's intents there, and only who knows that somebody lives who is about to
 * complete one does not take it for what a crash left behind.
 */
final class AtWork {
  private static final Map<Key, Stretch> BEGUN = new ConcurrentHashMap<>();

  private final Ledger ledger;

  private record Key(Ledger ledger, Fingerprint step) {}

  /** One short stretch of work; who takes much longer than its limit is waited for no more. */
  private static final class Stretch {
    private final long began = System.nanoTime();
    private final Duration longest;

    Stretch(Duration limit) {
      this.longest = limit.multipliedBy(2);
    }

    boolean isTooLong() {
      return Duration.ofNanos(System.nanoTime() - began).compareTo(longest) > 0;
    }
  }

  /** Does a stretch of work. */
  interface Work<R> {
    StepOutcome<R> run() throws IOException, InterruptedException;
  }

  AtWork(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Works on a step; empty, and nothing is done, while another pipeline does. */
  <R extends ProviderResult> Optional<StepOutcome<R>> alone(Step<R> step, Work<R> work)
      throws IOException, InterruptedException {
    var key = new Key(ledger, step.fingerprint());
    var mine = new Stretch(step.limit());
    var first = BEGUN.merge(key, mine, (known, next) -> known.isTooLong() ? next : known);
    if (!mine.equals(first)) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.run());
    } finally {
      BEGUN.remove(key, mine);
    }
  }
}
