package io.vidgen.internal.story;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.FilterAnswer;
import io.vidgen.spi.VideoProvider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Buys clips, and does what the story says when one is refused for its content. What was refused at
 * no cost is in the ledger and not asked again, unless nothing else is left; what was bought in
 * answer to a refusal is found there too. Where a provider cannot serve, and has nothing of a clip,
 * the next one that can makes it, and what follows it. Belongs to one job or plan.
 */
final class FilterAnswers {
  private final Telling telling;
  private final ClipPurchase purchase;
  private final Ladder ladder;
  private final Toolbox tools;
  private final Memo memo;
  private final Map<Place, Rung> rungs = new HashMap<>();

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
    var rung = rungs.get(place);
    if (rung == null) {
      rung = first(wanted);
    }
    while (true) {
      rungs.put(place, rung);
      var asked = rung;
      var step = memo.once(rung.key(ClipPurchase.CLIP), () -> purchase.step(asked, ladder));
      var attempt = port.needUnlessFiltered(step, ladder.after(rung).isEmpty());
      var refusal = attempt.failure();
      if (refusal == null) {
        return attempt.result().map(result -> new Bought(asked.wanted(), result));
      }
      var next =
          refusal.kind() == FailureKind.CONTENT_FILTERED
              ? climb(rung, refusal, port, memo)
              : move(rung, wanted, refusal, port);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      rung = next.get();
    }
  }

  /** As it is asked for at first, or with whom it went on when that one could not serve. */
  private Rung first(Wanted wanted) {
    var rung = Rung.first(wanted, starter(wanted), answers());
    return isBegunHere(wanted) ? rung : movedBefore(rung).orElse(rung);
  }

  /** Asks somebody else; empty while something is made for it. */
  private Optional<Rung> move(Rung rung, Wanted wanted, Failure failure, StepPort port) {
    var who = ladder.standbys(rung).get(0);
    // From what was wanted at first: what is asked there is the same by whatever way it came.
    var meant = wanted.asked(rung.wanted().asking());
    var next = ladder.elsewhere(meant, who.limits(), port).map(there -> rung.instead(there, who));
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

  private Optional<Rung> movedBefore(Rung rung) {
    var known = new PlanPort(tools.ledger());
    return ladder.begunBy(rung).stream()
        .flatMap(
            who ->
                ladder.elsewhere(rung.wanted(), who.limits(), known).stream()
                    .map(there -> rung.instead(there, who)))
        .filter(moved -> isBegun(moved, known))
        .findFirst();
  }

  /** Takes the next answer, or one that was bought before; empty while something is made for it. */
  private Optional<Rung> climb(Rung rung, Failure refusal, StepPort port, Memo steps) {
    var left = ladder.after(rung);
    if (left.isEmpty()) {
      throw exhausted(rung, refusal);
    }
    var known = new PlanPort(tools.ledger());
    var bought =
        left.stream()
            .map(answer -> ladder.take(answer, rung, refusal, known, new Memo()))
            .flatMap(Optional::stream)
            .filter(purchase::isBegun)
            .findFirst();
    var next = bought.isPresent() ? bought : ladder.take(left.get(0), rung, refusal, port, steps);
    next.ifPresent(taken -> port.warn(warning(rung, taken, refusal)));
    return next;
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
        || movedBefore(Rung.first(wanted, purchase.provider(wanted), answers())).isPresent();
  }

  private boolean isBegunHere(Wanted wanted) {
    return purchase.isBegun(wanted)
        || (!answers().isEmpty()
            && purchase.able(wanted).stream().anyMatch(who -> isBegun(wanted, who)));
  }

  private boolean isBegun(Wanted wanted, VideoProvider who) {
    return isBegun(Rung.first(wanted, who, answers()), new PlanPort(tools.ledger()));
  }

  private boolean isBegun(Rung first, PlanPort known) {
    var steps = new Memo();
    var rung = first;
    while (!purchase.isBegun(rung)) {
      var refusal = known.needUnlessFiltered(purchase.step(rung, ladder), false).failure();
      if (refusal == null || ladder.after(rung).isEmpty()) {
        return false;
      }
      var next = climb(rung, refusal, known, steps);
      if (next.isEmpty()) {
        return false;
      }
      rung = next.get();
    }
    return true;
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
