package io.vidgen.internal.engine;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.limits.Turn;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.AccountUse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One run of a step that any number of jobs wait for. When the last of them loses interest it is
 * cancelled and interrupted, but never while it is sealed: a paid call that is under way is seen
 * through and recorded, whoever still wants it.
 */
final class SharedRun<R> {
  private final CompletableFuture<StepOutcome<R>> outcome = new CompletableFuture<>();
  private final List<Member> members = new CopyOnWriteArrayList<>();
  private Member first;
  private @Nullable Watcher buyer;
  private volatile @Nullable Turn turn;
  private @Nullable Line line;
  private boolean begun;
  private @Nullable Thread thread;
  private volatile boolean sent;
  private volatile boolean turnedAway;
  private boolean sealed;
  private boolean cancelled;

  /**
   * On what terms it is bought.
   *
   * @param purse of whom wants it
   * @param rivals other ways to the same, itself included: of all these only one is bought
   */
  record Terms(Purse purse, Set<Fingerprint> rivals) {}

  private record Member(Watcher watcher, Terms terms) {}

  SharedRun(Watcher watcher, Terms terms) {
    first = new Member(watcher, terms);
    members.add(first);
  }

  /** The terms of the first who waits for it still; of the last one when nobody does. */
  synchronized Terms terms() {
    return first.terms();
  }

  /** What a call is to be sent on: the same, and other ways to it that any of them might take. */
  synchronized Terms announce() {
    buyer = first.watcher();
    var rivals = new HashSet<>(first.terms().rivals());
    members.forEach(member -> rivals.addAll(member.terms().rivals()));
    return new Terms(first.terms().purse(), rivals);
  }

  /** Whether a call was sent on the terms of this one. */
  synchronized boolean isBoughtBy(Watcher watcher) {
    return watcher == buyer;
  }

  /** Its place with the provider's account; null where there is none to keep. */
  @Nullable Turn turn() {
    return turn;
  }

  void turn(Turn place) {
    turn = place;
  }

  /**
   * It does not begin yet. Who began it hears so at once; others, who may have joined meanwhile, on
   * another thread, since this one may hold the lock of a job.
   */
  void waits(Line wait) {
    Watcher beginner;
    synchronized (this) {
      if (begun) {
        return;
      }
      line = wait;
      beginner = first.watcher();
    }
    beginner.waits(wait);
    var others = members.stream().map(Member::watcher).filter(w -> w != beginner).toList();
    if (!others.isEmpty()) {
      var unused = CompletableFuture.runAsync(() -> others.forEach(w -> w.waits(wait)));
    }
  }

  /** Tells who has joined that it does not begin yet. */
  void tell(Watcher watcher) {
    Line wait;
    synchronized (this) {
      wait = line;
    }
    if (wait != null) {
      watcher.waits(wait);
    }
  }

  /** A request goes to the vendor now. */
  void sending() {
    sent = true;
  }

  /** Whether it has cost the account a request. */
  boolean isSent() {
    return sent;
  }

  /** It ends without ever having been launched, because somebody else can be asked. */
  void turnedAway() {
    turnedAway = true;
  }

  boolean isTurnedAway() {
    return turnedAway;
  }

  /** What the vendor says about the account. */
  void observed(AccountUse use) {
    var place = turn;
    if (place != null) {
      place.observed(use);
    }
  }

  /** Returns false when the run was given up already, so that a new one is needed. */
  synchronized boolean join(Watcher watcher, Terms terms) {
    if (cancelled) {
      return false;
    }
    members.add(new Member(watcher, terms));
    first = members.get(0);
    return true;
  }

  /** Whether nobody wants it: its job may have been cancelled before there was a run to leave. */
  boolean isLeftBy(Watcher watcher) {
    return watcher.isGone() && !leave(watcher);
  }

  /** Returns whether it goes on for others. */
  synchronized boolean leave(Watcher watcher) {
    if (members.removeIf(member -> member.watcher() == watcher)) {
      first = members.isEmpty() ? first : members.get(0);
      cancelUnlessWanted();
    }
    return !members.isEmpty();
  }

  /** Returns whether anybody wants it; those hear that it waits no longer. */
  boolean begin() {
    Line over;
    synchronized (this) {
      thread = Thread.currentThread();
      begun = true;
      over = line;
      line = null;
      if (isUnwanted()) {
        return false;
      }
    }
    if (over != null) {
      over.end();
      members.forEach(member -> member.watcher().turnCame());
    }
    return true;
  }

  /** From here on nobody can stop it. */
  synchronized void seal() throws InterruptedException {
    if (isUnwanted()) {
      throw new InterruptedException("nobody waits for it any more");
    }
    sealed = true;
  }

  synchronized void unseal() {
    sealed = false;
    cancelUnlessWanted();
  }

  /** After this, no interrupt of ours can reach the thread's next work. */
  synchronized void end() {
    thread = null;
    if (cancelled) {
      Thread.interrupted();
    }
  }

  /** Jobs that are given up may not be through with leaving it. */
  private boolean isUnwanted() {
    cancelled = cancelled || members.stream().allMatch(member -> member.watcher().isGone());
    return cancelled;
  }

  private void cancelUnlessWanted() {
    if (members.isEmpty() && !sealed && !outcome.isDone()) {
      cancelled = true;
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  void progress(double fraction) {
    members.forEach(member -> member.watcher().progress(fraction));
  }

  /** Returns when all who wait for it have heard its outcome. */
  void awaitHeard() {
    members.forEach(member -> member.watcher().awaitHeard());
  }

  CompletableFuture<StepOutcome<R>> outcome() {
    return outcome;
  }

  /**
   * Whoever began it could not pay, or asks somebody else at once; that says nothing about those
   * who joined, or about those of them who know nobody else.
   */
  boolean isOnlyItsOwn(Step<?> step, @Nullable StepOutcome<?> outcome, @Nullable Throwable error) {
    return outcome instanceof StepOutcome.NoRoom<?>
        || (isTurnedAway() && !step.hasAnother())
        || (error instanceof VidgenException e && e.kind() == FailureKind.OVER_BUDGET);
  }
}
