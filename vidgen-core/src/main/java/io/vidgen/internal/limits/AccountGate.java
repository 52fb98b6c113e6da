package io.vidgen.internal.limits;

import io.vidgen.error.Failure;
import io.vidgen.event.RenderEvent.Limit;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.AccountUse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls of one account go when their turn has come. Holds no thread: whoever changes something
 * sees who may go now, and a timer of one of those who wait does when only time has to pass.
 * Nothing of others is called under its lock.
 */
final class AccountGate {
  private static final long NEVER = Long.MAX_VALUE;

  private final LongSupplier nanos;
  private final Map<Gates, AccountLimits> members = new WeakHashMap<>();
  private final OwnerQueue queue = new OwnerQueue();
  private final Set<Turn> running = new HashSet<>();
  private final MinuteWindow minute = new MinuteWindow();
  private final Learned learned = new Learned();
  private final LearnedPace pace = new LearnedPace();
  private AccountLimits seen = AccountLimits.UNKNOWN;
  private AccountLimits limits = AccountLimits.UNKNOWN;
  private final Pause pause = new Pause();
  private long admitted;
  private long alarm = NEVER;
  private @Nullable Gates alarmOf;

  private AccountGate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  static AccountGate real() {
    long start = System.nanoTime();
    return new AccountGate(() -> System.nanoTime() - start);
  }

  static AccountGate by(InstantSource clock) {
    var start = clock.instant();
    return new AccountGate(() -> Duration.between(start, clock.instant()).toNanos());
  }

  synchronized void join(Gates member) {
    members.putIfAbsent(member, AccountLimits.UNKNOWN);
  }

  /** Sets what a member says; the smallest of what all say holds. */
  void limit(Gates member, AccountLimits asked) {
    boolean changed;
    synchronized (this) {
      changed = !asked.equals(members.put(member, asked));
      if (changed) {
        apply();
      }
    }
    if (changed) {
      pump();
    }
  }

  /** Returns whether nobody is left. */
  synchronized boolean leave(Gates member) {
    members.remove(member);
    queue.takeIf(turn -> turn.member() == member, new ArrayList<>());
    running.removeIf(turn -> turn.member() == member);
    if (alarmOf == member) {
      forgetAlarm();
    }
    apply();
    return members.isEmpty();
  }

  /** Has somebody else set the timer that a member did. */
  void passAlarm(Gates member) {
    synchronized (this) {
      if (alarmOf != member) {
        return;
      }
      forgetAlarm();
    }
    pump();
  }

  void ask(Turn turn) {
    Late late = null;
    int before = 0;
    synchronized (this) {
      long now = nanos.getAsLong();
      turn.asked = now - turn.waited().toNanos();
      if (pause.isTooLong(turn, now)) {
        late = Late.of(turn, pause, now);
      } else {
        queue.add(turn);
        before = queue.beforeLast(turn.owner());
      }
    }
    if (late != null) {
      late.tell();
      return;
    }
    pump();
    var missing = missing(turn);
    if (missing != null) {
      turn.await(missing, before);
    }
  }

  /** What a turn waits for; null when it waits no longer. */
  private synchronized @Nullable Limit missing(Turn turn) {
    if (!queue.has(turn)) {
      return null;
    }
    if (pause.until() > nanos.getAsLong()) {
      return Limit.PAUSE;
    }
    return running.size() >= places() ? Limit.AT_ONCE : Limit.PER_MINUTE;
  }

  synchronized void force(Turn turn) {
    turn.number = ++admitted;
    running.add(turn);
  }

  /** Returns false when it does not wait. */
  synchronized boolean withdraw(Turn turn) {
    return queue.remove(turn);
  }

  void accepted(Turn turn) {
    synchronized (this) {
      if (running.contains(turn)) {
        learned.accepted(running.size());
        pause.accepted();
        pace.accepted(nanos.getAsLong());
        apply();
      }
    }
    pump();
  }

  void turnAway(String service, Failure why) {
    var away = new ArrayList<Turn>();
    synchronized (this) {
      queue.takeIf(turn -> turn.canDoWithout(service), away);
    }
    away.forEach(turn -> turn.refuse(why));
  }

  /** Whose place was taken for free already has it again: it goes on after all. */
  synchronized void keep(Turn turn, Duration atMost) {
    turn.heldUntil = atMost.isNegative() ? nanos.getAsLong() : later(atMost);
    turn.requestEnds = 0;
    if (members.containsKey(turn.member())) {
      running.add(turn);
    }
  }

  void refused(Turn turn, @Nullable Duration asked) {
    synchronized (this) {
      if (running.contains(turn)) {
        var time = learned.refused(turn.number, admitted, running.size(), asked);
        long now = nanos.getAsLong();
        pause.refused(time, now);
        pace.refused(asked, now);
        apply();
        if (limits.requestsPerMinute() == pace.perMinute()) {
          // Nobody else says how many there may be, so it counts what was taken.
          minute.giveBack(turn.requestEnds);
          turn.requestEnds = 0;
        }
      }
    }
    pump();
  }

  synchronized void unused(Turn turn) {
    if (running.contains(turn) && turn.requestEnds != 0) {
      minute.giveBack(turn.requestEnds);
      turn.requestEnds = 0;
    }
  }

  void observed(AccountUse use) {
    synchronized (this) {
      var now = use.limits();
      seen =
          new AccountLimits(
              now.requestsPerMinute() > 0 ? now.requestsPerMinute() : seen.requestsPerMinute(),
              now.concurrent() > 0 ? now.concurrent() : seen.concurrent());
      apply();
      var left = use.requestsLeft();
      var reset = use.untilReset();
      if (left != null && reset != null) {
        minute.atMost(left, Math.max(0, reset.toNanos()), nanos.getAsLong());
        if (left == 0) {
          pause.ask(reset, nanos.getAsLong());
        }
      }
    }
    pump();
  }

  void end(Turn turn) {
    synchronized (this) {
      running.remove(turn);
    }
    pump();
  }

  synchronized AccountLeft left() {
    long now = nanos.getAsLong();
    forgetOverdue(now);
    return new AccountLeft(
        minute.left(now),
        places() == Learned.ANY ? Learned.ANY : Math.max(0, places() - running.size()),
        pause.left(now),
        queue.size());
  }

  /** Lets go who may, and sets a timer when time is all that is missing. */
  void pump() {
    var free = new ArrayList<Turn>();
    var late = new ArrayList<Late>();
    var timers = new ArrayList<Gates>();
    long delay = 0;
    synchronized (this) {
      long now = nanos.getAsLong();
      if (pause.hasNews()) {
        var away = new ArrayList<Turn>();
        queue.takeIf(turn -> pause.isTooLong(turn, now), away);
        away.forEach(turn -> late.add(Late.of(turn, pause, now)));
      }
      long next = admit(now, free);
      if (next != NEVER && next < alarm) {
        alarm = next;
        timers.add(queue.first().member());
        timers.addAll(members.keySet());
        delay = next - now;
      }
    }
    free.forEach(Turn::admit);
    late.forEach(Late::tell);
    if (!timers.isEmpty()) {
      wake(timers, Duration.ofNanos(delay));
    }
  }

  /** Sets a timer of the first who has one that works. */
  private void wake(List<Gates> timers, Duration delay) {
    for (var timer : timers) {
      synchronized (this) {
        alarmOf = timer;
      }
      if (timer.later(delay, this::ring)) {
        return;
      }
    }
    forgetAlarm();
  }

  private synchronized void forgetAlarm() {
    alarm = NEVER;
    alarmOf = null;
  }

  private void ring() {
    forgetAlarm();
    pump();
  }

  /** Returns when to look again: never as long as others have to end first. */
  private long admit(long now, List<Turn> free) {
    while (!queue.isEmpty()) {
      if (pause.until() > now) {
        return pause.until();
      }
      if (running.size() >= places()) {
        forgetOverdue(now);
        if (running.size() >= places()) {
          return running.stream().mapToLong(turn -> turn.heldUntil).min().orElse(NEVER);
        }
      }
      long wait = minute.delay(now);
      if (wait > 0) {
        return now + wait;
      }
      var turn = queue.take();
      turn.number = ++admitted;
      turn.requestEnds = minute.count(now);
      running.add(turn);
      free.add(turn);
    }
    return NEVER;
  }

  private void forgetOverdue(long now) {
    running.removeIf(turn -> turn.heldUntil <= now);
  }

  private int places() {
    return limits.concurrent() == 0
        ? learned.places()
        : Math.min(limits.concurrent(), learned.places());
  }

  private long later(Duration time) {
    long now = nanos.getAsLong();
    return time.compareTo(Duration.ofDays(365)) > 0 ? NEVER : now + time.toNanos();
  }

  private void apply() {
    var before = limits;
    int requests = smaller(seen.requestsPerMinute(), pace.perMinute());
    int concurrent = seen.concurrent();
    for (var asked : members.values()) {
      requests = smaller(requests, asked.requestsPerMinute());
      concurrent = smaller(concurrent, asked.concurrent());
    }
    limits = new AccountLimits(requests, concurrent);
    if (requests != before.requestsPerMinute()) {
      minute.limit(requests);
    }
    if (concurrent > 0 && concurrent != before.concurrent()) {
      learned.known();
    } else if (concurrent == 0 && before.concurrent() > 0) {
      learned.forgotten();
    }
  }

  private static int smaller(int one, int other) {
    return one == 0 ? other : other == 0 ? one : Math.min(one, other);
  }
}
