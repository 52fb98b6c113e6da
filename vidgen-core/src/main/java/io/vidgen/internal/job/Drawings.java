package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderListener;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Purse;
import io.vidgen.internal.engine.StepRunner;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Portrait;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.RenderPlan;
import io.vidgen.model.Character;
import io.vidgen.money.Price;
import io.vidgen.spi.ImageResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Draws characters, each once. */
final class Drawings implements AutoCloseable {
  private final Toolbox tools;
  private final CharacterDesk desk;
  private final StepRunner runner;
  private final Lanes lanes;
  private final List<RenderListener> listeners;
  private final Set<Errand<?>> errands = ConcurrentHashMap.newKeySet();

  Drawings(
      Toolbox tools,
      CharacterDesk desk,
      StepRunner runner,
      Lanes lanes,
      List<RenderListener> listeners) {
    this.tools = tools;
    this.desk = desk;
    this.runner = runner;
    this.lanes = lanes;
    this.listeners = listeners;
  }

  /** The first version, unless there are pictures: then nothing is drawn. */
  RenderPlan plan(Character character) {
    return isDrawn(character)
        ? new RenderPlan(List.of(), List.of(), Price.free(), Duration.ZERO)
        : plan(Portrait.of(character));
  }

  RenderPlan plan(Portrait portrait) {
    var problems = check(portrait);
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
      return new RenderPlan(List.of(), problems, Price.free(), Duration.ZERO);
    }
    var port = new PlanPort(tools.ledger());
    problems.forEach(port::warn);
    var unused = port.need(portrait.step(tools));
    return new CardAges(tools).judged(port.plan());
  }

  private boolean isDrawn(Character character) {
    return !character.references().isEmpty() || desk.lookAlike(character).isPresent();
  }

  private List<Problem> check(Portrait portrait) {
    var list = new Checklist(tools);
    portrait.check(tools, "description", list);
    return list.problems();
  }

  /** The first version, unless there are pictures: then they are only kept. */
  Character draw(Character character) {
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

  Character draw(Portrait portrait) {
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
    var began = tools.clock().instant();
    var errand =
        new Errand<>(
            new JobRun<>(job, port -> port.need(step), runner, Purse.OPEN, events),
            lanes,
            tools.clock());
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

  void cancel() {
    errands.forEach(Errand::cancel);
  }

  /** Ends those that nothing can wake any more. */
  @Override
  public void close() {
    errands.forEach(Errand::abandon);
  }
}
