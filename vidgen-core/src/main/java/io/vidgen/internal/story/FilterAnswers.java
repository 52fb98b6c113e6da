package io.vidgen.internal.story;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.routing.Purchases;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.FilterAnswer;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.VideoProvider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Buys clips, and does what the story says when one is refused for its content. What was refused at
 * no cost is in the ledger and not asked again, unless nothing else is left; what was bought in
 * answer to a refusal is found there too. Where a provider cannot serve, and has nothing of a clip,
 * the next one that can makes it, and what follows it. Whoever has begun it meanwhile for another
 * job makes it for this one too. Belongs to one job or plan.
 */
final class FilterAnswers {
  private final Telling telling;
  private final ClipPurchase purchase;
  private final Ladder ladder;
  private final Toolbox tools;
  private final Memo memo;
  private final Map<Place, Tried> tried = new HashMap<>();
  private final Map<Place, Map<Fingerprint, Rung>> ways = new HashMap<>();

  private record Tried(Rung rung, Step<ClipResult> step) {}

  FilterAnswers(Telling telling, ClipPurchase purchase, Ladder ladder, Toolbox tools, Memo memo) {
    this.telling = telling;
    this.purchase = purchase;
    this.ladder = ladder;
    this.tools = tools;
    this.memo = memo;
  }

  private List<FilterAnswer> answers() {
    return telling.request().whenFiltered();
  }

  /** Asks for a clip, in one way after the other. */
  Optional<Bought> need(Wanted wanted, StepPort port) {
    var place = wanted.clip().place();
    var now = tried.get(place);
    if (now == null) {
      now = trying(first(wanted), wanted);
    }
    while (true) {
      now = orBegun(now, wanted);
      tried.put(place, now);
      var rung = now.rung();
      var attempt = port.needUnlessFiltered(now.step(), ladder.after(rung).isEmpty());
      var refusal = attempt.failure();
      if (refusal == null) {
        return attempt.result().map(result -> new Bought(rung.wanted(), result));
      }
      note(rung, wanted);
      var next =
          refusal.kind() == FailureKind.CONTENT_FILTERED
              ? climb(rung, wanted, refusal, port)
              : move(rung, wanted, refusal, port);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      now = trying(next.get(), wanted);
    }
  }

  private Tried trying(Rung rung, Wanted wanted) {
    boolean open = !purchase.isBegun(rung) || purchase.isInFlight(rung);
    if (open) {
      note(rung, wanted);
    }
    var known = ways.getOrDefault(wanted.clip().place(), Map.of()).keySet();
    var rivals = open && known.size() > 1 ? known : Set.<Fingerprint>of();
    return new Tried(rung, purchase.step(rung, ladder, rivals));
  }

  /** Of all ways to a clip that this job knows, only one is bought. */
  private void note(Rung rung, Wanted wanted) {
    var all = ways.computeIfAbsent(wanted.clip().place(), place -> new LinkedHashMap<>(2));
    purchase.bought(rung).ifPresent(way -> all.put(way, rung));
    moves(rung, wanted)
        .forEach(moved -> purchase.bought(moved).ifPresent(way -> all.putIfAbsent(way, moved)));
  }

  /** What another job has bought or begun meanwhile is not bought beside it. */
  private Tried orBegun(Tried now, Wanted wanted) {
    var own = now.step().fingerprint();
    var all = ways.getOrDefault(wanted.clip().place(), Map.of());
    if (all.size() < 2 || isBegun(own)) {
      return now;
    }
    return all.entrySet().stream()
        .filter(way -> !way.getKey().equals(own) && isBegun(way.getKey()))
        .findFirst()
        .map(way -> trying(way.getValue().insteadOf(now.rung()), wanted))
        .orElse(now);
  }

  private boolean isBegun(Fingerprint way) {
    return tools
        .ledger()
        .find(way)
        .filter(record -> Purchases.isBegun(record, tools.ledger().artifacts()))
        .isPresent();
  }

  /** As it is asked for at first, or with whom it went on when that one could not serve. */
  private Rung first(Wanted wanted) {
    var rung = Rung.first(wanted, starter(wanted), answers());
    var moved = isBegunHere(wanted) ? Optional.<Rung>empty() : movedBefore(rung, wanted);
    if (moved.isPresent()) {
      note(rung, wanted);
    }
    return moved.orElse(rung);
  }

  /** Asks somebody else; empty while something is made for it. */
  private Optional<Rung> move(Rung rung, Wanted wanted, Failure failure, StepPort port) {
    var standbys = ladder.standbys(rung);
    if (standbys.isEmpty()) {
      throw new VidgenException(failure);
    }
    var who = standbys.get(0);
    var next = moved(rung, wanted, who, port);
    next.ifPresent(
        taken ->
            port.warn(
                Problem.warning(
                    wanted.clip().field(),
                    rung.who().id()
                        + " cannot serve now ("
                        + failure.message()
                        + "), so "
                        + asked(wanted, who),
                    "")));
    return next;
  }

  /** From what was wanted at first: what is asked there is the same by whatever way it came. */
  private Optional<Rung> moved(Rung rung, Wanted wanted, VideoProvider who, StepPort port) {
    var meant = wanted.asked(rung.wanted().asking());
    return ladder.elsewhere(meant, who.limits(), port).map(there -> rung.instead(there, who));
  }

  private Stream<Rung> moves(Rung rung, Wanted wanted) {
    var known = new PlanPort(tools.ledger());
    return ladder.begunBy(rung).stream().flatMap(who -> moved(rung, wanted, who, known).stream());
  }

  /** Where it was made, or begun, when the one of a rung could not serve. */
  private Optional<Rung> movedBefore(Rung rung, Wanted wanted) {
    return moves(rung, wanted)
        .filter(moved -> isBegun(moved, wanted))
        .map(moved -> purchase.isInFlight(moved) ? moved.insteadOf(rung) : moved)
        .findFirst();
  }

  /** Takes the next answer, or one that was bought before; empty while something is made for it. */
  private Optional<Rung> climb(Rung rung, Wanted wanted, Failure refusal, StepPort port) {
    var left = ladder.after(rung);
    if (left.isEmpty()) {
      throw exhausted(rung, refusal);
    }
    var bought = answered(rung, wanted, refusal);
    var next = bought.isPresent() ? bought : ladder.take(left.get(0), rung, refusal, port, memo);
    next.ifPresent(taken -> port.warn(warning(rung, taken, refusal)));
    return next;
  }

  /** What was bought or begun in answer to a refusal, at once or by somebody who stepped in. */
  private Optional<Rung> answered(Rung rung, Wanted wanted, Failure refusal) {
    var known = new PlanPort(tools.ledger());
    return ladder.after(rung).stream()
        .flatMap(answer -> ladder.take(answer, rung, refusal, known, new Memo()).stream())
        .flatMap(
            next -> isBegun(next, wanted) ? Stream.of(next) : movedBefore(next, wanted).stream())
        .findFirst();
  }

  /** Who is asked first: who made the clip before, at once or in answer to a refusal. */
  private VideoProvider starter(Wanted wanted) {
    return answers().isEmpty() || purchase.isBegun(wanted)
        ? purchase.provider(wanted)
        : purchase.able(wanted).stream()
            .filter(who -> isBegun(wanted, who))
            .findFirst()
            .orElseGet(() -> purchase.provider(wanted));
  }

  /** Whether it was bought before, or somebody works on it, be it in answer to a refusal. */
  boolean isBegun(Wanted wanted) {
    return isBegunHere(wanted)
        || movedBefore(Rung.first(wanted, purchase.provider(wanted), answers()), wanted)
            .isPresent();
  }

  private boolean isBegunHere(Wanted wanted) {
    return purchase.isBegun(wanted)
        || (!answers().isEmpty()
            && purchase.able(wanted).stream().anyMatch(who -> isBegun(wanted, who)));
  }

  private boolean isBegun(Wanted wanted, VideoProvider who) {
    return isBegun(Rung.first(wanted, who, answers()), wanted);
  }

  /** Whether it is there, or what followed when it was refused. */
  private boolean isBegun(Rung rung, Wanted wanted) {
    if (purchase.isBegun(rung)) {
      return true;
    }
    var step = purchase.step(rung, ladder, Set.of());
    var refusal = new PlanPort(tools.ledger()).needUnlessFiltered(step, false).failure();
    return refusal != null && answered(rung, wanted, refusal).isPresent();
  }

  private static Problem warning(Rung refused, Rung next, Failure refusal) {
    var answer = next.taken().get(next.taken().size() - 1);
    var done =
        switch (answer) {
          case ASK_AGAIN -> "it is asked for once more";
          case SOFTEN -> "its scene was written anew, milder";
          case OWN_VOICE -> "it is made without speech, and our own voice speaks it";
          case NEXT_PROVIDER -> asked(refused.wanted(), next.who());
        };
    return Problem.warning(
        refused.wanted().clip().field(),
        refused.who().id() + " refused the clip (" + refusal.message() + "), so " + done,
        "");
  }

  private static String asked(Wanted wanted, VideoProvider who) {
    return wanted.extend() == null
        ? who.id() + " is asked"
        : who.id() + " is asked, which cannot go on from the clip before: a new chain begins";
  }

  private VidgenException exhausted(Rung rung, Failure refusal) {
    var scene = rung.wanted().clip().scene();
    var taken =
        rung.taken().isEmpty() ? "" : ", and so it did after " + names(rung.taken()) + " was tried";
    return new VidgenException(
        Failure.of(
                FailureKind.CONTENT_FILTERED,
                "scene "
                    + scene
                    + ": "
                    + rung.who().id()
                    + " refused its clip"
                    + taken
                    + ": "
                    + refusal.message(),
                remedy(refusal))
            .charged(false)
            .in(new FailureContext(ClipPurchase.CLIP, rung.who().id(), scene, null, 0)));
  }

  private String remedy(Failure refusal) {
    var untried = Arrays.stream(FilterAnswer.values()).filter(a -> !answers().contains(a)).toList();
    var change = "change what the scene says or shows, or shoot it as NARRATED";
    var more = untried.isEmpty() ? "" : "; or answer by whenFiltered(" + names(untried) + ")";
    return (refusal.remedy().isBlank() ? "" : refusal.remedy() + "; ") + change + more;
  }

  private static String names(List<FilterAnswer> answers) {
    return answers.stream().map(FilterAnswer::name).collect(Collectors.joining(", "));
  }
}
