package io.vidgen.internal.limits;

import io.vidgen.error.Failure;
import io.vidgen.event.RenderEvent.Limit;
import io.vidgen.spi.AccountUse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's place with an account: waits, then holds a place until the call, or the operation that
 * it began, is over. Every method may be called at any time and by any thread; what comes too late
 * does nothing.
 */
public final class Turn {
  static final long FOR_EVER = Long.MAX_VALUE;
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  private final AccountGate gate;
  private final Gates member;
  private final Wish wish;
  private final Caller caller;

  /**
   * What is waited for. All of it is known before the wait begins: nobody is asked while the
   * account is locked for all pipelines.
   *
   * @param owner for whom; owners take turns
   * @param service what is asked of whom, such as speech of a provider
   * @param replaceable whether somebody else can be asked instead
   * @param waited how long it was waited for before, in vain
   * @param patience how long it waits while nothing is sent; when it is replaceable, while nothing
   *     is taken
   * @param inLine how long it waits while others are served; null for as long as it takes
   */
  public record Wish(
      String owner,
      String service,
      boolean replaceable,
      Duration waited,
      Duration patience,
      @Nullable Duration inLine) {}

  /** Who waits for a turn. What it throws is its own affair, and nobody else's. */
  public interface Caller {
    /** Its time has come: called at most once, on any thread, to hand the work on. */
    void admitted();

    /**
     * It does not come at once: called at most once, before the others or beside them, on the
     * thread that began to wait.
     *
     * @param limit what is used up
     * @param before how many go first
     */
    void waits(Limit limit, int before);

    /**
     * It would come too late: called instead, on any thread.
     *
     * @param held how long nothing was sent or taken while it waited, and will be
     * @param left how much longer nothing is sent
     */
    void postponed(Duration held, Duration left);

    /**
     * It has waited for as long as it was to while others were served: called instead, on any
     * thread.
     */
    void outstayed();

    /**
     * There is no use in waiting: called instead, on any thread.
     *
     * @param why what was heard of the service meanwhile
     */
    void turnedAway(Failure why);
  }

  /** Since when it waits, by the gate's nanoseconds; guarded by the gate. */
  long asked;

  /** Counts turns in the order in which they were admitted; guarded by the gate. */
  long number;

  /** When its place is free again although nobody said so; guarded by the gate. */
  long heldUntil = FOR_EVER;

  /** When its request counts no more, zero when it is not to be given back; guarded by the gate. */
  long requestEnds;

  Turn(AccountGate gate, Gates member, Wish wish, Caller caller) {
    this.gate = gate;
    this.member = member;
    this.wish = wish;
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

  /**
   * Sends away who waits still; does nothing otherwise.
   *
   * @param why what was heard of the service meanwhile
   */
  public void turnAway(Failure why) {
    if (gate.withdraw(this)) {
      refuse(why);
    }
  }

  /**
   * The service serves nobody now: sends away all of the account who wait for it, of whatever
   * pipeline, and can ask somebody else.
   *
   * @param service which
   * @param why what was heard of it
   */
  public void turnAll(String service, Failure why) {
    gate.turnAway(service, why);
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
    return wish.owner();
  }

  boolean canDoWithout(String service) {
    return wish.replaceable() && wish.service().equals(service);
  }

  Duration waited() {
    return wish.waited();
  }

  boolean isReplaceable() {
    return wish.replaceable();
  }

  boolean isTooLate(Duration delay) {
    return delay.compareTo(wish.patience()) > 0;
  }

  void admit() {
    tell(caller::admitted);
  }

  /** Tells that it waits, and waits for no longer than was wished. */
  void await(Limit limit, int before) {
    tell(() -> caller.waits(limit, before));
    var inLine = wish.inLine();
    if (inLine != null) {
      // Without a timer its pipeline is closed, and nobody waits any more.
      var unused = member.later(inLine, this::outstay);
    }
  }

  private void outstay() {
    if (gate.withdraw(this)) {
      tell(caller::outstayed);
    }
  }

  void postpone(Duration held, Duration left) {
    tell(() -> caller.postponed(held, left));
  }

  void refuse(Failure why) {
    tell(() -> caller.turnedAway(why));
  }

  /** It may be another pipeline's thread, in the middle of a paid call. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException | Error e) {
      LOG.warn("Who waited for {} could not be told", wish.service(), e);
      end();
    }
  }
}
