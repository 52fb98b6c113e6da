package io.vidgen.internal.stepdown;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Means;
import io.vidgen.job.SteppedDown;
import io.vidgen.money.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Says what was stepped down.
 *
 * @param asked the plan with nothing lowered
 * @param stairs which rungs there were
 * @param start what was bought already
 */
record Report(Planned asked, Stairs stairs, Earlier.Start start) {

  Outcome of(Planned planned, Lowered lowered) {
    var downs = downs(planned, lowered);
    var notes = downs.isEmpty() ? List.<Problem>of() : stairs.passedOver();
    return new Outcome(planned, lowered, downs, notes, true);
  }

  /** Nothing more is lowered: whoever holds the plan against its budgets says why it is refused. */
  Outcome unpriced(Planned planned, Lowered lowered) {
    return new Outcome(planned, lowered, downs(planned, lowered), List.of(), false);
  }

  Outcome tooDear(Planned cheapest, Lowered lowered) {
    var notes = new ArrayList<>(stairs.passedOver());
    notes.add(
        Problem.error(
            "budget",
            "stepped down as far as it goes, it costs up to " + most(cheapest.plan().price()),
            "raise the budget to that, or give stepDown(...) cheaper ways"));
    return new Outcome(cheapest, lowered, downs(cheapest, lowered), notes, false);
  }

  private List<SteppedDown> downs(Planned planned, Lowered lowered) {
    var before = asked.costs();
    var after = planned.costs();
    var downs = new ArrayList<SteppedDown>();
    new TreeMap<>(lowered.scenes())
        .forEach(
            (scene, means) -> {
              if (!means.equals(Means.ASKED)) {
                downs.add(
                    new SteppedDown(
                        scene,
                        stairs.asked(before.made(scene)),
                        means.name(),
                        after.isBegun(scene) ? "it was begun so before" : why(),
                        SceneCosts.saved(before.price(scene), after.price(scene))));
              }
            });
    return downs;
  }

  private String why() {
    return "as asked, all would cost up to " + most(asked.plan().price());
  }

  private static String most(Price price) {
    return price instanceof Price.Range range ? range.high().toString() : price.toString();
  }
}
