package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Purse;
import io.vidgen.internal.engine.StepRunner;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Portrait;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.RenderPlan;
import io.vidgen.ledger.Payer;
import io.vidgen.model.Character;
import io.vidgen.money.Budget;
import io.vidgen.spi.ImageResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Draws characters, each once. */
public final class Drawings implements AutoCloseable {
  private final Toolbox tools;
  private final CharacterDesk desk;
  private final StepRunner runner;
  private final Lanes lanes;
  private final Budgeting budgeting;
  private final List<RenderListener> listeners;
  private final Set<Errand<?>> errands = ConcurrentHashMap.newKeySet();

  Drawings(
      Toolbox tools,
      CharacterDesk desk,
      StepRunner runner,
      Lanes lanes,
      Budgeting budgeting,
      List<RenderListener> listeners) {
    this.tools = tools;
    this.desk = desk;
    this.runner = runner;
    this.lanes = lanes;
    this.budgeting = budgeting;
    this.listeners = listeners;
  }

  /**
   * Plans the first version, unless there are pictures: then nothing is drawn.
   *
   * @param character who is drawn
   * @return what drawing would do
   */
  public RenderPlan plan(Character character) {
    return isDrawn(character) ? RenderPlan.of(List.of(), List.of()) : plan(Portrait.of(character));
  }

  /**
   * Plans a version.
   *
   * @param portrait who is drawn
   * @return what drawing would do
   */
  public RenderPlan plan(Portrait portrait) {
    var problems = check(portrait);
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
      return RenderPlan.of(List.of(), problems);
    }
    var port = new PlanPort(tools.ledger());
    problems.forEach(port::warn);
    var unused = port.need(portrait.step(tools));
    var over = budgeting.over(port.outlays(), purse(UUID.randomUUID().toString(), portrait));
    Budgeting.problems(over).forEach(port::warn);
    return new Cautions(tools).judged(port.plan(budgeting.processors()));
  }

  private boolean isDrawn(Character character) {
    return !character.references().isEmpty() || desk.lookAlike(character).isPresent();
  }

  private List<Problem> check(Portrait portrait) {
    var list = new Checklist(tools);
    portrait.check(tools, "description", list);
    return list.problems();
  }

  /**
   * Draws the first version and keeps it, unless there are pictures: then they are only kept.
   *
   * @param character who is drawn
   * @return the character with its pictures
   */
  public Character draw(Character character) {
    if (!character.references().isEmpty()) {
      return desk.save(character);
    }
    var before = desk.lookAlike(character);
    if (before.isPresent()) {
      desk.bringIn(before.get());
      return desk.save(before.get());
    }
    return draw(Portrait.of(character));
  }

  /**
   * Draws a version and keeps it.
   *
   * @param portrait who is drawn
   * @return the character with this picture
   */
  public Character draw(Portrait portrait) {
    var errors =
        check(portrait).stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw VidgenException.invalid("character", errors);
    }
    var drawn = draw(UUID.randomUUID().toString(), portrait);
    return desk.save(portrait.character().withReferences(List.of(drawn.image())));
  }

  private ImageResult draw(String job, Portrait portrait) {
    var events = new EventSink(listeners);
    var step = portrait.step(tools);
    Flow<ImageResult> drawing = port -> port.need(step);
    var purse = purse(job, portrait);
    budgeting.afford(drawing, purse);
    var flow = new Cautions(tools).over(drawing);
    var began = tools.clock().instant();
    var errand = new Errand<>(new JobRun<>(job, flow, runner, purse, events), lanes, tools.clock());
    errands.add(errand);
    boolean done = false;
    try {
      var result = errand.run();
      done = true;
      return result;
    } finally {
      errands.remove(errand);
      var took = Duration.between(began, tools.clock().instant());
      events.accept(new RenderEvent.Finished(job, done, took));
    }
  }

  private Purse purse(String job, Portrait portrait) {
    var owner = portrait.character().owner();
    return budgeting.purse(new Payer(owner == null ? "" : owner, "", job), Budget.UNLIMITED);
  }

  void cancel() {
    errands.forEach(Errand::cancel);
  }

  /** Ends those that nothing can wake any more. */
  @Override
  public void close() {
    errands.forEach(Errand::abandon);
  }
}
