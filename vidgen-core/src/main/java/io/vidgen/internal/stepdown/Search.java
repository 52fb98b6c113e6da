package io.vidgen.internal.stepdown;

import io.vidgen.internal.video.Lowered;
import io.vidgen.money.Price;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the fewest moves after which a plan fits. What each move saves is known, so the first guess
 * is nearly always right; where clips hang together a few plans more say so exactly.
 */
final class Search {
  private final Plans plans;
  private final Planned begin;
  private final Lowered start;
  private final List<Move> moves;
  private final Report report;
  private final Map<Integer, Planned> known = new HashMap<>();

  /**
   * From a start that is over a limit.
   *
   * @param plans makes plans
   * @param begin where the descent begins, as far as the ledger's decisions say
   * @param levels what each rung costs, and where the descent really begins
   * @param moves all that can be done, in order
   * @param report says what was done
   */
  Search(Plans plans, Earlier.Start begin, Levels levels, List<Move> moves, Report report) {
    this.plans = plans;
    this.begin = begin.planned();
    this.start = levels.start();
    this.moves = moves;
    this.report = report;
    if (start.equals(begin.lowered())) {
      known.put(0, begin.planned());
    }
    var lowest = levels.lowest();
    // Where heroes are kept, not all that could be lowered is.
    if (lowest != null && lowered(moves.size()).scenes().equals(levels.bottom())) {
      known.put(moves.size(), lowest);
    }
  }

  Outcome fewest() {
    int few = -1;
    int many = moves.size() + 1;
    int next = guess();
    boolean near = true;
    while (many - few > 1) {
      if (fits(next)) {
        many = next;
        few = near && isAsGuessed(next) ? next - 1 : few;
      } else if (next == moves.size()) {
        return report.tooDear(planned(next), lowered(next));
      } else {
        few = next;
      }
      // The neighbour of the guess first, then halves.
      if (many > moves.size()) {
        next = near ? few + 1 : moves.size();
      } else {
        next = near ? many - 1 : (few + many) / 2;
      }
      near = false;
    }
    return report.of(planned(many), lowered(many));
  }

  /** Whether all moves so far save what they were said to save, so that fewer cannot be enough. */
  private boolean isAsGuessed(int count) {
    var saved = moves.subList(0, count).stream().map(Move::saved).reduce(Price.free(), Price::plus);
    return plans.excess(begin) != null
        && saved.equals(SceneCosts.saved(begin.plan().price(), planned(count).plan().price()));
  }

  /** After how many moves as much is saved as the plan is over its limits. */
  private int guess() {
    var excess = plans.excess(begin);
    if (excess == null) {
      return moves.size();
    }
    var saved = BigDecimal.ZERO;
    for (int i = 0; i < moves.size(); i++) {
      if (saved.compareTo(excess.amount()) >= 0) {
        return i;
      }
      if (!(moves.get(i).saved() instanceof Price.Range range)
          || !range.high().currency().equals(excess.currency())) {
        return moves.size();
      }
      saved = saved.add(range.high().amount());
    }
    return moves.size();
  }

  private boolean fits(int count) {
    var planned = planned(count);
    return planned.errors().isEmpty() && plans.fits(planned);
  }

  private Planned planned(int count) {
    return known.computeIfAbsent(count, n -> plans.plan(lowered(n)));
  }

  private Lowered lowered(int count) {
    var scenes = new HashMap<>(start.scenes());
    moves.subList(0, count).forEach(move -> scenes.put(move.scene(), move.means()));
    return new Lowered(scenes, start.begins(), List.of());
  }
}
