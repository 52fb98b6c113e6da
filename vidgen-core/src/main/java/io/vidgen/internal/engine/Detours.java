package io.vidgen.internal.engine;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.RoutingDecision.Considered;
import io.vidgen.model.RoutingDecision.Verdict;
import io.vidgen.spi.ProviderResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked for steps to which there are several ways: the first, until that one cannot serve.
 * Guarded by its job.
 */
final class Detours {
  /** Of these alone another provider is asked: they say that this one cannot serve now. */
  private static final Set<FailureKind> CANNOT_SERVE =
      Set.of(
          FailureKind.UNAVAILABLE,
          FailureKind.RATE_LIMITED,
          FailureKind.QUOTA,
          FailureKind.AUTHENTICATION);

  private final Map<Fingerprint, Ways> all = new HashMap<>(2);
  private final Set<Lost> lost = new HashSet<>(2);
  private final StepRunner runner;
  private final Predicate<Fingerprint> settled;

  /**
   * For one job.
   *
   * @param runner knows what is bought
   * @param settled whether the job has a step, or works on it
   */
  Detours(StepRunner runner, Predicate<Fingerprint> settled) {
    this.runner = runner;
    this.settled = settled;
  }

  /** Who does no more of what is to be done by one provider. */
  private record Lost(String unison, String provider) {}

  /** Whether a failure says that its provider cannot serve now, and that nothing was charged. */
  static boolean cannotServe(Failure failure) {
    return CANNOT_SERVE.contains(failure.kind()) && Boolean.FALSE.equals(failure.charged());
  }

  private record Failed(String provider, VidgenException problem) {}

  /** All ways to one step, and which of them is taken. */
  private static final class Ways {
    final List<Step<?>> steps = new ArrayList<>(2);
    final List<Failed> failures = new ArrayList<>(1);
    private final Set<Fingerprint> left = new HashSet<>(1);
    private final int open;
    int at;

    /** Those that are only gone where somebody has begun them come last. */
    Ways(Step<?> first) {
      for (Step<?> step = first; step != null; step = step.otherwise()) {
        steps.add(step);
      }
      open = steps.size();
      steps.addAll(first.besides());
    }

    Step<?> now() {
      return steps.get(at);
    }

    /** Which way follows; negative when there is none. */
    private int next() {
      return IntStream.range(0, open)
          .filter(i -> i != at && !left.contains(steps.get(i).fingerprint()))
          .findFirst()
          .orElse(-1);
    }

    boolean hasNext() {
      return next() >= 0;
    }

    void leave(String why) {
      var last = now();
      int next = next();
      left.add(last.fingerprint());
      at = next;
      steps.set(at, explained(now(), last, why));
    }

    boolean has(Step<?> step) {
      return steps.stream().anyMatch(way -> way.fingerprint().equals(step.fingerprint()));
    }

    boolean isAt(Step<?> step) {
      return now().fingerprint().equals(step.fingerprint());
    }
  }

  /** The way that is taken. What any of them has bought or begun meanwhile is not left alone. */
  <R extends ProviderResult> Step<R> now(Step<R> first) {
    if (first.otherwise() == null && first.besides().isEmpty()) {
      return first;
    }
    var ways = all.computeIfAbsent(first.fingerprint(), key -> new Ways(first));
    var unison = first.unison();
    boolean whole = unison != null && unison.whole();
    if (!whole && isOpen(ways.now())) {
      follow(ways);
    }
    while (ways.hasNext() && isLost(ways.now())) {
      ways.leave("could not serve when it was asked last");
    }
    @SuppressWarnings("unchecked") // all ways lead to the same kind of result
    var step = (Step<R>) ways.now();
    return step;
  }

  /**
   * Goes where somebody was before: what is there, free or not, wins over what is under way. Knows
   * at least what {@link StepResults#intent} lets nobody begin beside: else a job would be sent
   * away from a way again and again.
   */
  private void follow(Ways ways) {
    int begun = -1;
    for (int i = 0; i < ways.steps.size(); i++) {
      var way = ways.steps.get(i);
      if (runner.isDone(way)) {
        ways.at = i;
        return;
      } else if (begun < 0 && !runner.isUnbought(way)) {
        begun = i;
      }
    }
    ways.at = begun < 0 ? ways.at : begun;
  }

  private boolean isOpen(Step<?> step) {
    return !settled.test(step.fingerprint()) && runner.isUnbought(step);
  }

  private boolean isLost(Step<?> step) {
    var unison = step.unison();
    return unison != null
        && isOfLost(step)
        && (unison.whole() ? !runner.isOnItsWay(step) : isOpen(step));
  }

  private boolean isOfLost(Step<?> step) {
    var unison = step.unison();
    return unison != null && lost.contains(new Lost(unison.name(), step.provider()));
  }

  /**
   * Whether a step is only seen through: what was sent is waited for and booked, and then another
   * provider does it anew.
   */
  boolean isLeaving(Step<?> step) {
    var unison = step.unison();
    return unison != null && unison.whole() && step.otherwise() != null && isOfLost(step);
  }

  /** What changes when one fails whose work is in unison with others; null when nothing does. */
  @Nullable Problem change(Step<?> failed, Step<?> next, Failure why) {
    var unison = failed.unison();
    if (unison == null || !lost.add(new Lost(unison.name(), failed.provider()))) {
      return null;
    }
    return Problem.warning(
        failed.key().id(),
        failed.provider()
            + " cannot serve now ("
            + why.message()
            + "), so "
            + next.provider()
            + " goes on with "
            + unison.name()
            + (unison.whole() ? ", and does anew what was done before" : ""),
        "");
  }

  /**
   * All ways to the same as this one, itself included; empty when it is the only one. What is free
   * is none: nobody pays for it.
   */
  Set<Fingerprint> rivals(Step<?> step) {
    var unison = step.unison();
    if (unison != null && unison.whole()) {
      return Set.of();
    }
    return all.values().stream()
        .filter(ways -> ways.isAt(step))
        .findFirst()
        .map(ways -> paid(ways.steps))
        .orElse(step.rivals());
  }

  private static Set<Fingerprint> paid(List<Step<?>> ways) {
    return ways.stream()
        .filter(way -> !way.isFree())
        .map(Step::fingerprint)
        .collect(Collectors.toSet());
  }

  /** Who is asked instead of one that failed; null when nobody is. */
  @Nullable Step<?> instead(Step<?> step, VidgenException problem) {
    Step<?> next = null;
    for (var ways : all.values()) {
      if (ways.isAt(step) && ways.hasNext() && mayLeave(step, problem)) {
        ways.failures.add(new Failed(step.provider(), problem));
        ways.leave(problem.failure().message());
        next = ways.now();
      }
    }
    return next;
  }

  /**
   * Whether what one step has failed of holds for another that is to be sent yet, so that somebody
   * else is asked for that one too.
   */
  static boolean holdsFor(Step<?> other, Step<?> failed, Failure why) {
    var unison = failed.unison();
    return other.hasAnother()
        && other.provider().equals(failed.provider())
        && other.key().kind().equals(failed.key().kind())
        && (why.kind() == FailureKind.QUOTA
            || why.kind() == FailureKind.AUTHENTICATION
            || (unison != null && unison.equals(other.unison())));
  }

  /** Whether the job went another way already when a step failed that it has left. */
  boolean isLeft(Step<?> step, VidgenException problem) {
    return mayLeave(step, problem)
        && all.values().stream().anyMatch(ways -> ways.has(step) && !ways.isAt(step));
  }

  private boolean mayLeave(Step<?> step, VidgenException problem) {
    return CANNOT_SERVE.contains(problem.kind())
        && runner.isUnbought(step)
        && (step.isFree() || Boolean.FALSE.equals(problem.failure().charged()));
  }

  /** Whether there is one more way to the same. */
  boolean hasNext(Step<?> step) {
    return all.values().stream().anyMatch(ways -> ways.isAt(step) && ways.hasNext());
  }

  private static Step<?> explained(Step<?> next, Step<?> failed, String why) {
    var routing = failed.routing();
    if (routing == null) {
      return next;
    }
    var list = routing.considered().stream().map(c -> explained(c, next, failed, why)).toList();
    return next.routed(new RoutingDecision(routing.order(), list));
  }

  private static Considered explained(Considered one, Step<?> next, Step<?> failed, String why) {
    if (is(one, failed)) {
      return new Considered(one.provider(), one.model(), Verdict.FAILED, why);
    } else if (is(one, next)) {
      var instead = "steps in for " + failed.provider() + ": " + one.reason();
      return new Considered(one.provider(), one.model(), Verdict.CHOSEN, instead);
    }
    return one;
  }

  private static boolean is(Considered one, Step<?> step) {
    return one.provider().equals(step.provider()) && one.model().equals(step.model());
  }

  /** The failure of the last way, with what was tried before it. */
  VidgenException last(Step<?> step, VidgenException problem) {
    var before =
        all.values().stream()
            .filter(ways -> ways.isAt(step) && !ways.failures.isEmpty())
            .findFirst();
    return before.map(ways -> together(step, ways, problem)).orElse(problem);
  }

  private static VidgenException together(Step<?> step, Ways ways, VidgenException problem) {
    var first = ways.failures.get(0).problem();
    boolean nobody = CANNOT_SERVE.contains(problem.kind());
    var last = problem.failure();
    var all =
        Stream.concat(ways.failures.stream(), Stream.of(new Failed(step.provider(), problem)))
            .toList();
    var text = new ArrayList<String>();
    var remedies = new ArrayList<String>();
    for (var one : all) {
      var who = one.provider() + ": ";
      var failure = one.problem().failure();
      text.add(who + failure.message());
      if (!failure.remedy().isEmpty()) {
        remedies.add(who + failure.remedy());
      }
    }
    var failure =
        new Failure(
            nobody ? first.kind() : last.kind(),
            (nobody ? "nobody could do " + step.key().id() + " now: " : "")
                + String.join("; ", text),
            String.join("; ", remedies),
            last.context(),
            nobody ? first.failure().retryAfter() : last.retryAfter(),
            last.charged());
    var both = new VidgenException(failure, first);
    all.subList(1, all.size()).forEach(failed -> both.addSuppressed(failed.problem()));
    return both;
  }
}
