package io.vidgen.internal.engine;

import io.vidgen.internal.engine.Schedule.Place;
import io.vidgen.internal.engine.Schedule.Work;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.money.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which steps of a plan wait for which, and when each begins. Used by one thread, for one plan. */
final class PlanOrder {
  private static final int NAMED = 2;

  private final Map<String, Noted> noted = new LinkedHashMap<>();
  private final Map<String, Set<String>> waits = new HashMap<>();

  /** A step of each provider, to tell where its others run. */
  private final Map<String, Step<?>> known = new HashMap<>();

  private record Noted(PlannedStep step, boolean announced) {
    boolean isThere() {
      return step.action() == Action.REUSE && !step.reason().startsWith(PlanPort.SAME);
    }
  }

  /** A step whose inputs are there, so that it waits for nothing but room. */
  void ask(Step<?> step, PlannedStep planned) {
    noted.put(planned.id(), new Noted(planned, false));
    known.putIfAbsent(step.provider(), step);
  }

  /** A step whose inputs are not there yet. */
  void announce(PlannedStep planned) {
    noted.put(planned.id(), new Noted(planned, true));
  }

  void waits(String id, String other) {
    if (id.equals(other)) {
      return;
    }
    waits.computeIfAbsent(id, step -> new LinkedHashSet<>()).add(other);
  }

  /** The steps with when they begin, and for what they wait. */
  List<PlannedStep> steps(int processors) {
    var work = new ArrayList<Work>();
    noted.forEach(
        (id, one) ->
            work.add(new Work(id, one.step().expected(), place(one, processors), all(id))));
    var begins = Schedule.of(work);
    return noted.values().stream()
        .map(one -> timed(one, begins.getOrDefault(one.step().id(), Duration.ZERO)))
        .toList();
  }

  private PlannedStep timed(Noted one, Duration begins) {
    var step = one.step();
    var after = nearest(step.id());
    var reason =
        one.announced() && !after.isEmpty() && step.action() != Action.REUSE
            ? "waits for " + words(after)
            : step.reason();
    return new PlannedStep(
        step.id(),
        step.kind(),
        step.scene(),
        step.provider(),
        step.model(),
        step.action(),
        step.price(),
        begins,
        step.expected(),
        after,
        reason,
        step.routing(),
        step.fingerprint());
  }

  private Set<String> all(String id) {
    return waits.getOrDefault(id, Set.of());
  }

  /** Without those for which the others wait already, and without what is there. */
  private List<String> nearest(String id) {
    var nearest = new LinkedHashSet<>(all(id));
    nearest.removeIf(other -> isThere(other));
    all(id).forEach(other -> nearest.removeAll(all(other)));
    return List.copyOf(nearest);
  }

  private boolean isThere(String id) {
    var one = noted.get(id);
    return one == null || one.isThere();
  }

  private static String words(List<String> after) {
    int more = after.size() - NAMED;
    if (more > 1) {
      return String.join(", ", after.subList(0, NAMED)) + " and " + more + " more";
    }
    int last = after.size() - 1;
    return last == 0
        ? after.get(0)
        : String.join(", ", after.subList(0, last)) + " and " + after.get(last);
  }

  private Place place(Noted one, int processors) {
    var same = known.get(one.step().provider());
    boolean free = one.step().price() instanceof Price.Free;
    if (same == null ? free : same.lane() == Step.Lane.PROCESSOR) {
      return new Place("processor", processors);
    }
    var account = same == null ? null : same.account();
    return account == null
        ? Place.ANYWHERE
        : new Place(account.id(), account.limits().concurrent());
  }
}
