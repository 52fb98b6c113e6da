package io.vidgen.internal.stepdown;

import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Means;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Overrun;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Steps a plan down until it keeps every limit: all scenes go down one rung, the last one first,
 * before any goes down two, and heroes follow when all others are at the bottom. A pure function of
 * the request, the budgets and the ledger. It makes a plan for each rung that is needed, and few
 * more.
 */
public final class Descent {
  private final VideoRequest request;
  private final Overrun.Lower overrun;
  private final Toolbox tools;
  private final Decisions decisions;
  private final Plans plans;

  /**
   * For one request.
   *
   * @param request what to make
   * @param overrun the order, and what becomes of heroes
   * @param tools what there is
   * @param decisions what was decided before
   * @param plans makes plans of the request
   */
  public Descent(
      VideoRequest request,
      Overrun.Lower overrun,
      Toolbox tools,
      Decisions decisions,
      Plans plans) {
    this.request = request;
    this.overrun = overrun;
    this.tools = tools;
    this.decisions = decisions;
    this.plans = plans;
  }

  /**
   * Decides.
   *
   * @return the plan, stepped down as far as it has to be
   */
  public Outcome decide() {
    return descended().noting(new Rungs(tools).missing(overrun.order()));
  }

  private Outcome descended() {
    var asked = plans.plan(Lowered.NONE);
    var script = asked.script();
    // What is over a budget and cannot be stepped down is left to whoever checks it anyway.
    if (script == null || !asked.errors().isEmpty() || asked.outlays().isEmpty()) {
      return Outcome.asked(asked);
    }
    var before = decisions.newest();
    if (before.isEmpty() && plans.fits(asked)) {
      return Outcome.asked(asked);
    }
    var stairs = new Stairs(request, script, tools, overrun);
    var ways = ways(asked, script, stairs);
    var start =
        new Earlier(decisions, plans, asked, new TreeSet<>(ways.keySet()), stairs).start(before);
    var report = new Report(asked, stairs, start);
    if (plans.fits(start.planned())) {
      return report.of(start.planned(), start.lowered());
    }
    if (plans.isUnpriced(start.planned())) {
      return report.unpriced(start.planned(), start.lowered());
    }
    ways.keySet().removeAll(start.lowered().scenes().keySet());
    var levels = new Levels(plans, stairs, asked, start.lowered());
    boolean together = heroes().isEmpty();
    levels.prune(ways, together);
    return new Search(plans, start, levels, moves(ways, levels), report).fewest();
  }

  private Set<Integer> heroes() {
    return request instanceof Story story ? story.heroes() : Set.of();
  }

  /** The means of each scene that nothing is bought for yet. */
  private static Map<Integer, List<Means>> ways(Planned asked, Script script, Stairs stairs) {
    var costs = asked.costs();
    var ways = new TreeMap<Integer, List<Means>>();
    for (int scene = 1; scene <= script.scenes().size(); scene++) {
      if (!costs.isBegun(scene)) {
        ways.put(scene, new ArrayList<>(stairs.of(scene, costs.made(scene))));
      }
    }
    return ways;
  }

  private List<Move> moves(Map<Integer, List<Means>> ways, Levels levels) {
    var ordinary = new TreeMap<>(ways);
    ordinary.keySet().removeAll(heroes());
    var moves = moves(ordinary, levels);
    if (!overrun.keepsHeroes()) {
      var rest = new TreeMap<>(ways);
      rest.keySet().retainAll(heroes());
      moves.addAll(moves(rest, levels));
    }
    return moves;
  }

  private static List<Move> moves(NavigableMap<Integer, List<Means>> ways, Levels levels) {
    int rungs = ways.values().stream().mapToInt(List::size).max().orElse(0);
    var moves = new ArrayList<Move>();
    for (int rung = 0; rung < rungs; rung++) {
      for (var way : ways.descendingMap().entrySet()) {
        if (rung < way.getValue().size()) {
          var prices = levels.prices(way.getKey());
          var saved = SceneCosts.saved(prices.get(rung), prices.get(rung + 1));
          moves.add(new Move(way.getKey(), way.getValue().get(rung), saved));
        }
      }
    }
    return moves;
  }
}
