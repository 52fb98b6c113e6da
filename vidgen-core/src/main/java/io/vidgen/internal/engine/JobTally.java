package io.vidgen.internal.engine;

import io.vidgen.error.Problem;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RoutingDecision;
import io.vidgen.money.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a job did: counts, times and cost. Guarded by its job. */
public final class JobTally {
  private final Map<String, Duration> took = new LinkedHashMap<>();
  private final List<StepNote> steps = new ArrayList<>();
  private final Set<Problem> warnings = new LinkedHashSet<>(2);
  private Price cost = Price.free();
  private int redone;
  private int reused;

  void add(Step<?> step, boolean wasThere, Duration time, Price paid) {
    add(
        new StepNote(
            step.key().id(),
            step.provider(),
            step.model(),
            step.fingerprint(),
            wasThere,
            time,
            paid,
            step.choice()));
  }

  private void add(StepNote step) {
    steps.add(step);
    if (step.reused()) {
      reused++;
    } else {
      redone++;
      took.put(step.id(), step.took());
      cost = cost.plus(step.price());
    }
  }

  /**
   * What concerns one of several videos: what another of them had done counts as reused.
   *
   * @param name name of the video
   * @param used what it is made of
   * @return its own tally
   */
  public JobTally of(String name, Set<Fingerprint> used) {
    var own = name + "/";
    var part = new JobTally();
    for (var step : steps) {
      if (used.contains(step.fingerprint())) {
        boolean ran = !step.reused() && step.id().startsWith(own);
        part.add(ran ? step : step.reusedOne());
      }
    }
    for (var problem : warnings) {
      // What was found in several names them, and what was found in all of them nobody.
      var field = problem.field();
      int slash = field.indexOf('/');
      if (slash < 0 || List.of(field.substring(0, slash).split(",", -1)).contains(name)) {
        part.warnings.add(
            new Problem(
                field.substring(slash + 1),
                problem.message(),
                problem.remedy(),
                problem.severity()));
      }
    }
    return part;
  }

  /** Returns whether it was not said before. */
  boolean warn(Problem problem) {
    return warnings.add(problem);
  }

  /**
   * What the user was told.
   *
   * @return the warnings in order
   */
  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * A step that is done.
   *
   * @param id its id in the job
   * @param provider who did it
   * @param model with which model or recipe
   * @param fingerprint identifies the work
   * @param reused whether it had been done before
   * @param took how long it ran
   * @param price what it cost in this job
   * @param routing who was considered for it; null where there was no choice
   */
  public record StepNote(
      String id,
      String provider,
      String model,
      Fingerprint fingerprint,
      boolean reused,
      Duration took,
      Price price,
      @Nullable RoutingDecision routing) {

    private StepNote reusedOne() {
      return new StepNote(
          id, provider, model, fingerprint, true, Duration.ZERO, Price.free(), routing);
    }
  }

  /**
   * All steps that are done.
   *
   * @return the steps, in the order in which they ended
   */
  public List<StepNote> steps() {
    return List.copyOf(steps);
  }

  /**
   * How long the steps that ran took.
   *
   * @return times by step id, in the order in which they ended
   */
  public Map<String, Duration> took() {
    return new LinkedHashMap<>(took);
  }

  /**
   * What the steps that ran cost.
   *
   * @return the sum
   */
  public Price cost() {
    return cost;
  }

  /**
   * How many steps ran.
   *
   * @return the count
   */
  public int redone() {
    return redone;
  }

  /**
   * How many steps were there already.
   *
   * @return the count
   */
  public int reused() {
    return reused;
  }
}
