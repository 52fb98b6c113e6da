package io.vidgen.examples.storm;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is wrong with how a render ended, whatever went wrong around it. */
final class Rules {
  private static final Set<FailureKind> CANNOT_SERVE =
      Set.of(
          FailureKind.UNAVAILABLE,
          FailureKind.RATE_LIMITED,
          FailureKind.QUOTA,
          FailureKind.AUTHENTICATION);

  private Rules() {}

  static List<String> broken(Phase phase, StormRender render) {
    var wrong = new ArrayList<String>();
    var allowed = Objects.requireNonNull(phase.allowed().get(render.kind));
    say(wrong, !allowed.contains(render.outcome()), "may only end as " + allowed);
    for (var back : render.of(RenderEvent.FellBack.class)) {
      var why = back.failure();
      say(wrong, !CANNOT_SERVE.contains(why.kind()), "fell back after " + why);
      say(wrong, !Boolean.FALSE.equals(why.charged()), "fell back from what may cost: " + why);
      say(wrong, back.provider().equals(back.step().provider()), "fell back to itself");
    }
    for (var routed : render.of(RenderEvent.Routed.class)) {
      var mute = routed.decision().considered().stream().filter(c -> c.reason().isBlank()).toList();
      say(wrong, !mute.isEmpty(), "says no reason: " + mute);
    }
    var failure = render.failure();
    if (failure != null) {
      explained(wrong, render, failure);
    }
    return wrong.stream().map(what -> phase.name() + ": " + what + ": " + render).toList();
  }

  private static void explained(List<String> wrong, StormRender render, Failure failure) {
    var place = failure.context();
    boolean unknown = failure.kind() == FailureKind.UNKNOWN_OUTCOME;
    var state = render.job().state();
    say(wrong, unknown != (state == JobState.NEEDS_ATTENTION), "is " + state);
    say(wrong, place.stage() == null || place.provider() == null, "does not say where");
    say(wrong, place.scene() < 1, "does not say which scene");
    say(wrong, !render.job().id().equals(place.job()), "does not say which job");
    say(wrong, failure.remedy().isBlank(), "has no remedy");
    say(wrong, unknown && !failure.remedy().contains("resolve"), "does not say how to decide");
  }

  /**
   * Of all ways to the same thing that cost money, one is bought, or on its way, or in doubt. What
   * a person gave up is none any more.
   */
  static List<String> boughtTwice(Ledger ledger) {
    var wrong = new ArrayList<String>();
    ledger.all().stream()
        .map(StepRecord::slot)
        .distinct()
        .map(ledger::inSlot)
        .filter(slot -> slot.stream().filter(Rules::isTaken).count() > 1)
        .forEach(slot -> wrong.add("two ways were taken: " + slot));
    return wrong;
  }

  private static boolean isTaken(StepRecord step) {
    boolean paid = step.reserved() != null || step.unpriced();
    return paid && (step.state() == StepState.COMPLETED || step.state().isOpen());
  }

  static void say(List<String> wrong, boolean is, String what) {
    if (is) {
      wrong.add(what);
    }
  }
}
