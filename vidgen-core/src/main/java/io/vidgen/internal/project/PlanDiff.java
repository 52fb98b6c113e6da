package io.vidgen.internal.project;

import io.vidgen.internal.codec.Canonical;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.project.Snapshot.Part;
import io.vidgen.job.PlanChange;
import io.vidgen.job.PlanChange.Kind;
import io.vidgen.job.PlannedStep;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderPlan;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a plan with what the last render was made of. Work is told by its fingerprint, so a
 * scene that only moved is not a change. Used by one thread, once.
 */
final class PlanDiff {
  /** More causes than these are counted. */
  private static final int NAMED = 3;

  private static final String CHANGE = "transition";

  /** Kinds of steps that show a stretch of the video. */
  private static final Set<String> CUT = Set.of("segment", CHANGE);

  private final RenderPlan plan;
  private final Map<String, PlannedStep> planned = new HashMap<>();
  private final Map<String, Step<?>> asked;
  private final Function<Fingerprint, List<Artifact>> made;

  /** What no step of the plan has matched yet, by id. */
  private final Map<String, Part> left = new LinkedHashMap<>();

  private final Map<String, PlanChange> changes = new LinkedHashMap<>();

  /** Steps that are changed or new and whose inputs are known: causes of what waits for them. */
  private final List<PlannedStep> causes = new ArrayList<>();

  PlanDiff(
      Snapshot before,
      RenderPlan plan,
      Map<String, Step<?>> asked,
      Function<Fingerprint, List<Artifact>> made) {
    this.plan = plan;
    this.asked = asked;
    this.made = made;
    before.steps().forEach(part -> left.put(part.id(), part));
    plan.steps().forEach(step -> planned.put(step.id(), step));
  }

  List<PlanChange> changes() {
    var open = new LinkedHashSet<>(plan.steps());
    open.removeIf(this::isSame);
    if (open.isEmpty() && left.isEmpty()) {
      return List.of();
    }
    open.removeIf(moved());
    var waiting = open.stream().filter(step -> step.fingerprint() == null).toList();
    open.removeIf(step -> step.fingerprint() == null);
    open.forEach(this::compare);
    waiting.forEach(this::follow);
    var ordered = new ArrayList<PlanChange>();
    for (var step : plan.steps()) {
      var change = changes.get(step.id());
      if (change != null) {
        ordered.add(change);
      }
    }
    left.values()
        .forEach(p -> ordered.add(new PlanChange(p.id(), p.scene(), Kind.REMOVED, List.of())));
    return ordered;
  }

  private boolean isSame(PlannedStep step) {
    var part = left.get(step.id());
    boolean same = part != null && part.fingerprint().equals(step.fingerprint());
    if (same) {
      left.remove(step.id());
    }
    return same;
  }

  /** The same work under another name, as of a scene before which one was put in. */
  private Predicate<PlannedStep> moved() {
    var ids = new HashMap<Fingerprint, String>();
    left.values().forEach(part -> ids.put(part.fingerprint(), part.id()));
    return step -> {
      var id = step.fingerprint() == null ? null : ids.remove(step.fingerprint());
      return id != null && left.remove(id) != null;
    };
  }

  private void compare(PlannedStep step) {
    var part = left.remove(step.id());
    var own = asked.get(step.id());
    if (part == null) {
      note(step, Kind.ADDED, List.of());
    } else {
      note(step, Kind.CHANGED, own == null ? List.of() : why(part, own, deliverable(step.id())));
    }
    causes.add(step);
  }

  /** What waits for others is changed if they are; else only their files are missing. */
  private void follow(PlannedStep step) {
    var from = causes(step);
    if (!left.containsKey(step.id())) {
      note(step, Kind.ADDED, List.of());
    } else {
      left.remove(step.id());
      if (!from.isEmpty()) {
        note(step, Kind.CHANGED, inputs(from));
      }
    }
  }

  /** The steps whose inputs are known among all that a step waits for, if they are changed. */
  private List<String> causes(PlannedStep step) {
    var reached = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(reason(step));
    while (!open.isEmpty()) {
      var id = open.remove();
      var before = planned.get(id);
      if (before != null && reached.add(id)) {
        open.addAll(reason(before));
      }
    }
    var all =
        causes.stream()
            .filter(cause -> isNew(cause) && reached.contains(cause.id()))
            .map(PlannedStep::id)
            .toList();
    // Of what several videos share, each names its own.
    var own = all.stream().filter(id -> deliverable(id).equals(deliverable(step.id()))).toList();
    return own.isEmpty() ? all : own;
  }

  /**
   * What decides the result of a step that waits. Of the scenes beside its own a segment only waits
   * for how long they are, which changes it when they are shorter than the transition.
   */
  private List<String> reason(PlannedStep step) {
    if (!CUT.contains(step.kind())) {
      return step.after();
    }
    int last = step.kind().equals(CHANGE) ? step.scene() + 1 : step.scene();
    return step.after().stream().filter(id -> isOf(planned.get(id), step.scene(), last)).toList();
  }

  private static boolean isOf(@Nullable PlannedStep step, int first, int last) {
    return step != null && (step.scene() == 0 || (step.scene() >= first && step.scene() <= last));
  }

  /** Whether a step's result is not there yet, though another step may be the one that makes it. */
  private static boolean isNew(PlannedStep step) {
    return step.action() != Action.REUSE || step.reason().startsWith(PlanPort.SAME);
  }

  /** The one that a step is of; empty where there is one video only. */
  private static String deliverable(String step) {
    return step.substring(0, Math.max(0, step.indexOf('/')));
  }

  private void note(PlannedStep step, Kind kind, List<String> why) {
    changes.put(step.id(), new PlanChange(step.id(), step.scene(), kind, why));
  }

  private List<String> why(Part before, Step<?> now, String deliverable) {
    var why = new ArrayList<String>();
    named(why, "provider", before.provider(), now.provider());
    named(why, "model", before.model(), now.model());
    var digests = Canonical.digests(now.request());
    var names = new TreeSet<>(before.asked().keySet());
    names.addAll(digests.keySet());
    names.removeIf(name -> Objects.equals(before.asked().get(name), digests.get(name)));
    var inputs = new LinkedHashSet<String>();
    for (var name : names) {
      var from = sources(deliverable, Canonical.part(now.request(), name));
      inputs.addAll(from);
      if (from.isEmpty()) {
        why.add(name);
      }
    }
    why.addAll(inputs(inputs));
    return why;
  }

  private static void named(List<String> why, String what, String before, String now) {
    if (!before.equals(now)) {
      why.add(what + " " + before + " → " + now);
    }
  }

  /** The changed steps whose files a part of a request names. */
  private Set<String> sources(String deliverable, String form) {
    var found = new LinkedHashSet<String>();
    for (var cause : causes) {
      var fingerprint = cause.fingerprint();
      if (fingerprint != null
          && deliverable(cause.id()).equals(deliverable)
          && made.apply(fingerprint).stream().anyMatch(a -> form.contains(a.digest().hex()))) {
        found.add(cause.id());
      }
    }
    return found;
  }

  private List<String> inputs(Collection<String> steps) {
    var why = new ArrayList<String>();
    steps.stream().limit(NAMED).forEach(id -> why.add("its input " + id + verb(id)));
    if (steps.size() > NAMED) {
      int more = steps.size() - NAMED;
      why.add(more + (more == 1 ? " more input changed" : " more inputs changed"));
    }
    return why;
  }

  private String verb(String id) {
    var change = changes.get(id);
    return change != null && change.kind() == Kind.ADDED ? " is new" : " changed";
  }
}
