package io.vidgen.internal.job;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.Notes;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Purse;
import io.vidgen.internal.project.History;
import io.vidgen.internal.stepdown.Decisions;
import io.vidgen.internal.stepdown.Descent;
import io.vidgen.internal.stepdown.Outcome;
import io.vidgen.internal.stepdown.Planned;
import io.vidgen.internal.stepdown.Plans;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Recipe;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Overrun;
import io.vidgen.job.PlannedStep.Action;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.Story;
import io.vidgen.model.Script;
import io.vidgen.money.Money;
import io.vidgen.money.SpendLimit;
import io.vidgen.spi.ImageProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes plans, and steps them down where that is asked for. Sends nothing. */
final class Planning {
  private final Toolbox tools;
  private final CharacterDesk desk;
  private final Budgeting budgeting;
  private final History history;

  Planning(Toolbox tools, CharacterDesk desk, Budgeting budgeting, History history) {
    this.tools = tools;
    this.desk = desk;
    this.budgeting = budgeting;
    this.history = history;
  }

  /** Everything that is wrong with what is asked for. */
  List<Problem> check(Work<?> work) {
    var own = tools.forOnePlan().forOneJob();
    return work.joined(problems(work, work.recipe(own, Lowering.NONE)));
  }

  private List<Problem> problems(Work<?> work, Recipe<?> recipe) {
    var problems = new ArrayList<>(recipe.check());
    problems.addAll(desk.check(work.request()));
    return problems;
  }

  /** The plan that a purse can pay, as far as one can be made. */
  RenderPlan plan(Work<?> work, RenderOptions options, Purse purse) {
    var own = tools.forOnePlan();
    if (options.overrun() instanceof Overrun.Lower lower) {
      var outcome = descent(work, purse, lower, own).decide();
      return finished(work, outcome, purse).withStepDowns(outcome.stepDowns());
    }
    return finished(work, Outcome.asked(planned(work, Lowered.NONE, own)), purse);
  }

  private RenderPlan finished(Work<?> work, Outcome outcome, Purse purse) {
    var planned = outcome.planned();
    var problems = new ArrayList<>(planned.found());
    problems.addAll(Budgeting.problems(budgeting.over(planned.outlays(), purse)));
    problems.addAll(outcome.notes());
    var plan = new Cautions(tools).judged(planned.plan().withProblems(work.joined(problems)));
    var port = planned.port();
    return port == null ? plan : history.compared(work.made(), purse.payer(), plan, port);
  }

  /**
   * Where any limit holds, nothing begins whose plan does not keep it, unless somebody agrees.
   *
   * @param flow the recipe with what is lowered
   * @return what the render may spend: the purse, or one with higher limits of its own
   * @throws VidgenException of kind {@link FailureKind#OVER_BUDGET} if it may not begin
   */
  Purse afford(Work<?> work, Flow<?> flow, Purse purse, Overrun overrun) {
    if (overrun instanceof Overrun.Ask ask && !purse.limits().isEmpty()) {
      var planned = planned(work, Lowered.NONE, tools.forOnePlan());
      // Where something is wrong there is no plan to show, and the job says what it is.
      if (planned.port() != null) {
        return afford(work, planned, purse, ask);
      }
    }
    budgeting.afford(flow, purse);
    return purse;
  }

  private Purse afford(Work<?> work, Planned planned, Purse purse, Overrun.Ask ask) {
    var errors = budgeting.errors(planned.outlays(), purse);
    if (errors.isEmpty()) {
      return purse;
    }
    // Nobody who renders can allow what others set for a project, an owner or everything.
    if (errors.stream().allMatch(Excess::isOfRender)
        && isAgreed(ask, finished(work, Outcome.asked(planned), purse))) {
      return Budgeting.raised(purse, errors);
    }
    throw Budgeting.refused(errors);
  }

  private static boolean isAgreed(Overrun.Ask ask, RenderPlan plan) {
    try {
      return ask.answer().test(plan);
    } catch (RuntimeException e) {
      var text = "Overrun.ask failed with " + e + ", asked about a plan over its budget";
      var remedy = "let it answer true or false; nothing was sent";
      throw new VidgenException(Failure.of(FailureKind.INVALID_REQUEST, text, remedy), e);
    }
  }

  /**
   * What a render lowers: the same as its plan, as long as nothing else happens meanwhile. Decided
   * once for each script, however often the render looks again at what it does.
   */
  Lowering lowering(Work<?> work, Purse purse, Overrun overrun) {
    if (!(overrun instanceof Overrun.Lower lower)) {
      return Lowering.NONE;
    }
    var decided = new ConcurrentHashMap<Script, Lowered>();
    return script -> decided.computeIfAbsent(script, told -> decide(work, purse, lower));
  }

  private Lowered decide(Work<?> work, Purse purse, Overrun.Lower lower) {
    var outcome = descent(work, purse, lower, tools.forOnePlan()).decide();
    if (!outcome.fits()) {
      throw tooDear(outcome, purse);
    }
    if (!isForeseen(outcome.planned().plan())) {
      decisions(work, purse, lower).keep(outcome.lowered());
    }
    return outcome.warned();
  }

  /** Whether the script is still to be written, and this is decided again when it is. */
  private static boolean isForeseen(RenderPlan plan) {
    return plan.steps().stream()
        .anyMatch(step -> step.kind().equals("script") && step.action() != Action.REUSE);
  }

  private VidgenException tooDear(Outcome outcome, Purse purse) {
    var over = Budgeting.problems(budgeting.over(outcome.planned().outlays(), purse));
    var errors =
        Stream.concat(over.stream(), outcome.notes().stream())
            .filter(p -> p.severity() == Problem.Severity.ERROR)
            .toList();
    return VidgenException.of(
        FailureKind.OVER_BUDGET,
        "the plan costs more than may be spent, and none of it was bought. "
            + errors.stream().map(Problem::message).collect(Collectors.joining("; ")),
        errors.isEmpty() ? "raise the budget" : errors.get(errors.size() - 1).remedy());
  }

  private Descent descent(Work<?> work, Purse purse, Overrun.Lower lower, Toolbox own) {
    var plans =
        new Plans() {
          @Override
          public Planned plan(Lowered lowered) {
            return planned(work, lowered, own);
          }

          @Override
          public boolean fits(Planned planned) {
            return budgeting.errors(planned.outlays(), purse).isEmpty();
          }

          @Override
          public boolean isUnpriced(Planned planned) {
            return budgeting.errors(planned.outlays(), purse).stream().anyMatch(Excess::isUnpriced);
          }

          @Override
          public @Nullable Money excess(Planned planned) {
            var over = budgeting.errors(planned.outlays(), purse);
            boolean one =
                over.stream().map(e -> e.limit().most().currency()).distinct().count() == 1;
            boolean priced = over.stream().noneMatch(Excess::isUnpriced);
            return one && priced
                ? over.stream().map(Excess::over).max(Money::compareTo).orElse(null)
                : null;
          }
        };
    return new Descent(work.request(), lower, own, decisions(work, purse, lower), plans);
  }

  private Decisions decisions(Work<?> work, Purse purse, Overrun.Lower lower) {
    var limits = purse.limits().stream().map(Planning::words).sorted();
    var heroes = work.request() instanceof Story story ? new TreeSet<>(story.heroes()) : List.of();
    var order = Stream.of("order " + lower.order(), "heroes " + heroes, lower.keepsHeroes());
    var terms = Stream.of(limits, order, work.terms().stream()).flatMap(parts -> parts);
    var notes = new Notes(tools.ledger(), tools.clock());
    return new Decisions(notes, purse.payer(), Decisions.terms(terms));
  }

  /** The same for each render of a project. */
  private static String words(SpendLimit limit) {
    return limit.of("").toString();
  }

  private Planned planned(Work<?> work, Lowered lowered, Toolbox own) {
    var told = new AtomicReference<Script>();
    Lowering fixed =
        script -> {
          told.set(script);
          return lowered;
        };
    var recipe = work.recipe(own.forOneJob(), fixed);
    var problems = problems(work, recipe);
    var paid =
        own.images().matching(maker -> !maker.priceCard().isFree()).stream()
            .map(ImageProvider::id)
            .collect(Collectors.toSet());
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
      var none = RenderPlan.of(List.of(), problems);
      return new Planned(none, problems, List.of(), told.get(), null, paid);
    }
    var port = new PlanPort(own.ledger());
    problems.forEach(port::warn);
    var unused = recipe.flow().evaluate(port);
    var plan = port.plan(budgeting.processors());
    return new Planned(plan, plan.problems(), port.outlays(), told.get(), port, paid);
  }
}
