package io.vidgen.internal.limits;

import io.vidgen.error.Failure;
import io.vidgen.event.RenderEvent.Limit;
import io.vidgen.spi.ProviderAccount;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pipeline's way to the accounts that it uses. The gate of an account is shared by all pipelines
 * of this JVM.
 */
public final class Gates implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gates.class);

  /** Whoever runs already waits for nothing. */
  private static final Turn.Caller NOBODY =
      new Turn.Caller() {
        @Override
        public void admitted() {}

        @Override
        public void waits(Limit limit, int before) {}

        @Override
        public void postponed(Duration held, Duration left) {}

        @Override
        public void outstayed() {}

        @Override
        public void turnedAway(Failure why) {}
      };

  private static final Turn.Wish NOTHING =
      new Turn.Wish("", "", false, Duration.ZERO, Duration.ZERO, null);

  private final InstantSource clock;
  private final BiConsumer<Duration, Runnable> timer;
  private final Map<String, AccountGate> gates = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * For one pipeline.
   *
   * @param clock what time it is; pipelines with the time of day share, others only with who has
   *     the same clock
   * @param timer runs later what only hands on; may throw {@link RejectedExecutionException}
   */
  public Gates(InstantSource clock, BiConsumer<Duration, Runnable> timer) {
    this.clock = clock;
    this.timer = timer;
  }

  /**
   * A turn to wait for, without a thread.
   *
   * @param account whose
   * @param wish what it waits for
   * @param caller hears of it
   * @return a turn that waits from {@link Turn#begin} on
   */
  public Turn turn(ProviderAccount account, Turn.Wish wish, Turn.Caller caller) {
    return new Turn(gate(account), this, wish, caller);
  }

  /**
   * A place for something that runs at the vendor already, whatever the limits say.
   *
   * @param account whose
   * @param atMost how long it may go on
   * @return its turn
   */
  public Turn running(ProviderAccount account, Duration atMost) {
    var gate = gate(account);
    var turn = new Turn(gate, this, NOTHING, NOBODY);
    gate.force(turn);
    turn.keep(atMost);
    return turn;
  }

  /**
   * What an account would take now.
   *
   * @param account which
   * @return what is left; empty when nobody has used it yet
   */
  public Optional<AccountLeft> left(ProviderAccount account) {
    var mine = gates.get(account.id());
    var gate = mine == null ? GateRegistry.find(account.id(), clock) : Optional.of(mine);
    return gate.map(AccountGate::left);
  }

  /** Sets no more timers, since this pipeline's may stop any moment: those that are set move on. */
  public void retire() {
    closed = true;
    gates.values().forEach(gate -> gate.passAlarm(this));
  }

  /** Leaves all accounts; what of this pipeline waits or runs there is forgotten. */
  @Override
  public void close() {
    closed = true;
    gates.values().forEach(gate -> GateRegistry.leave(gate, this));
    gates.clear();
  }

  private AccountGate gate(ProviderAccount account) {
    var gate = gates.get(account.id());
    if (gate != null) {
      gate.limit(this, account.limits());
      return gate;
    }
    synchronized (this) {
      var joined = gates.computeIfAbsent(account.id(), id -> GateRegistry.join(id, clock, this));
      joined.limit(this, account.limits());
      return joined;
    }
  }

  /** Returns false when there is no timer any more. */
  boolean later(Duration delay, Runnable work) {
    if (closed) {
      return false;
    }
    try {
      timer.accept(delay, work);
      return true;
    } catch (RejectedExecutionException e) {
      LOG.debug("The pipeline is closed: somebody else's timer is needed", e);
      return false;
    } catch (RuntimeException e) {
      LOG.warn("A scheduler failed: somebody else's timer is needed", e);
      return false;
    }
  }
}
