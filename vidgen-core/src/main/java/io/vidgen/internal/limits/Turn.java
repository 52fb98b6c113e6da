package io.vidgen.internal.limits;

import io.vidgen.spi.AccountUse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call's place with an account: waits, then holds a place until the call, or the operation that
 * it began, is over. Every method may be called at any time and by any thread; what comes too late
 * does nothing.
 */
public final class Turn {
  static final long FOR_EVER = Long.MAX_VALUE;

  private final AccountGate gate;
  private final Gates member;
  private final String owner;
  private final Caller caller;

  /** Who waits for a turn. */
  public interface Caller {
    /** Its time has come: called at most once, on any thread, to hand the work on. */
    void admitted();

    /**
     * It would come too late: called instead, on any thread.
     *
     * @param delay how long nothing is sent
     */
    void postponed(Duration delay);

    /**
     * How long it would wait while nothing is sent.
     *
     * @return zero or more
     */
    Duration patience();
  }

  /** Counts turns in the order in which they were admitted; guarded by the gate. */
  long number;

  /** When its place is free again although nobody said so; guarded by the gate. */
  long heldUntil = FOR_EVER;

  /** When its request counts no more; guarded by the gate. */
  long requestEnds;

  Turn(AccountGate gate, Gates member, String owner, Caller caller) {
    this.gate = gate;
    this.member = member;
    this.owner = owner;
    this.caller = caller;
  }

  /** Gets in line, and perhaps goes at once. */
  public void begin() {
    gate.ask(this);
  }

  /** Gives up waiting: who waited goes on now, without a place. */
  public void withdraw() {
    if (gate.withdraw(this)) {
      admit();
    }
  }

  /** The vendor took the call: it can take as many at once. */
  public void accepted() {
    gate.accepted(this);
  }

  /**
   * An operation goes on after the call.
   *
   * @param atMost from now on, should nobody say that it is over
   */
  public void keep(Duration atMost) {
    gate.keep(this, atMost);
  }

  /**
   * The vendor said that it was too much.
   *
   * @param retryAfter how long it wants to be left alone; null when it did not say
   */
  public void refused(@Nullable Duration retryAfter) {
    gate.refused(this, retryAfter);
  }

  /** Nothing was sent after all. */
  public void unused() {
    gate.unused(this);
  }

  /**
   * The vendor said something about the account.
   *
   * @param use what it said
   */
  public void observed(AccountUse use) {
    gate.observed(use);
  }

  /** The call, or its operation, is over. */
  public void end() {
    gate.end(this);
  }

  Gates member() {
    return member;
  }

  String owner() {
    return owner;
  }

  void admit() {
    caller.admitted();
  }

  void postpone(Duration delay) {
    caller.postponed(delay);
  }

  boolean isTooLate(Duration delay) {
    return delay.compareTo(caller.patience()) > 0;
  }
}
