package io.vidgen.internal.stepdown;

import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Means;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Overrun;
import io.vidgen.job.Story;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Steps a plan down until it keeps every limit: all scenes go down one rung, the last one first,
 * before any goes down two, and heroes follow when all others are at the bottom. A pure function of
 * the request, the budgets and the ledger; the number of plans that it makes grows with the number
 * of rungs and with the logarithm of that of the scenes.
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
    var asked = plans.plan(Lowered.NONE);
    var script = asked.script();
    if (script == null || !asked.errors().isEmpty() || asked.outlays().isEmpty()) {
      return new Outcome(asked, Lowered.NONE, List.of(), List.of(), plans.fits(asked));
    }
    var before = decisions.newest();
    if (before.isEmpty() && plans.fits(asked)) {
      return new Outcome(asked, Lowered.NONE, List.of(), List.of(), true);
    }
    var stairs = new Stairs(request, script, tools, overrun);
    var ways = ways(asked, script, stairs);
    var start = new Earlier(decisions, plans, asked, ways).start(before);
    var report = new Report(asked, stairs, start);
    if (plans.fits(start.planned())) {
      return report.of(start.planned(), start.lowered());
    }
    ways.keySet().removeAll(start.lowered().scenes().keySet());
    var levels = new Levels(plans, stairs, asked, start.lowered());
    levels.prune(ways);
    return search(levels.start(), ways, report);
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

  private record Move(int scene, Means means) {}

  private List<Move> moves(Map<Integer, List<Means>> ways) {
    var heroes = request instanceof Story story ? story.heroes() : Set.<Integer>of();
    var ordinary = new TreeMap<>(ways);
    ordinary.keySet().removeAll(heroes);
    var moves = moves(ordinary);
    if (!overrun.keepsHeroes()) {
      var rest = new TreeMap<>(ways);
      rest.keySet().retainAll(heroes);
      moves.addAll(moves(rest));
    }
    return moves;
  }

  private static List<Move> moves(TreeMap<Integer, List<Means>> ways) {
    int rungs = ways.values().stream().mapToInt(List::size).max().orElse(0);
    var moves = new ArrayList<Move>();
    for (int rung = 0; rung < rungs; rung++) {
      for (var way : ways.descendingMap().entrySet()) {
        if (rung < way.getValue().size()) {
          moves.add(new Move(way.getKey(), way.getValue().get(rung)));
        }
      }
    }
    return moves;
  }

  /** The fewest moves after which it fits: each saves, so half of them are ruled out at a time. */
  private Outcome search(Lowered start, Map<Integer, List<Means>> ways, Report report) {
    var moves = moves(ways);
    int few = -1;
    int many = moves.size();
    var best = plans.plan(lowered(start, moves));
    if (!best.errors().isEmpty() || !plans.fits(best)) {
      return report.tooDear(best, lowered(start, moves));
    }
    while (many - few > 1) {
      int middle = (few + many) / 2;
      var planned = plans.plan(lowered(start, moves.subList(0, middle)));
      if (planned.errors().isEmpty() && plans.fits(planned)) {
        many = middle;
        best = planned;
      } else {
        few = middle;
      }
    }
    return report.of(best, lowered(start, moves.subList(0, many)));
  }

  private static Lowered lowered(Lowered start, List<Move> moves) {
    var scenes = new HashMap<>(start.scenes());
    moves.forEach(move -> scenes.put(move.scene(), move.means()));
    return new Lowered(scenes, start.begins(), List.of());
  }
}
