package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.internal.engine.Purse;
import io.vidgen.internal.engine.StepRunner;
import io.vidgen.internal.project.History;
import io.vidgen.internal.project.Witness;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Plans and jobs, of one video or of several.
 *
 * @param tools what they are made with
 * @param desk has the pictures of characters
 * @param budgeting says what each may spend
 * @param planning says what each would do
 * @param history keeps what each was made of
 * @param runner works on steps
 * @param lanes where to run, and the timer
 * @param publisher stores what is finished
 */
record RenderDesk(
    Toolbox tools,
    CharacterDesk desk,
    Budgeting budgeting,
    Planning planning,
    History history,
    StepRunner runner,
    Lanes lanes,
    Publisher publisher) {

  List<Problem> check(Work<?> work, RenderOptions options) {
    return both(budgeting.check(options), planning.check(work));
  }

  private static List<Problem> both(List<Problem> first, List<Problem> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  RenderPlan plan(Work<?> work, RenderOptions options) {
    // A render that is only planned has spent nothing yet, so it has an id that nobody has.
    var purse = budgeting.purse(UUID.randomUUID().toString(), work.request(), options);
    var plan = planning.plan(work, options, purse);
    return plan.withProblems(both(budgeting.check(options), plan.problems()));
  }

  /**
   * A job that has not begun.
   *
   * @param id id of the job, to be that of what is stored
   * @param options for whom, and what it may cost
   * @param warnings what was found that the user should know
   * @param events hears what happens
   */
  record Order(String id, RenderOptions options, List<Problem> warnings, EventSink events) {}

  VideoJob job(OneVideo work, Order order) {
    var begun = begun(work, order);
    return new VideoJob(
        order.id(),
        begun.run(),
        lanes,
        tools.clock(),
        video -> kept(begun, publisher.publish(order.id(), video, begun.run().tally())),
        order.events());
  }

  SetJob job(SeveralVideos work, Order order) {
    var begun = begun(work, order);
    return new SetJob(
        order.id(),
        begun.run(),
        lanes,
        tools.clock(),
        set -> kept(begun, publisher.publish(order.id(), set, begun.run().tally())),
        order.events());
  }

  private record Begun<T>(Work<T> work, JobRun<T> run, Purse purse, Witness witness) {}

  private <T> Begun<T> begun(Work<T> work, Order order) {
    desk.bringIn(work.request());
    var own = tools.forOneJob();
    var asked = budgeting.purse(order.id(), work.request(), order.options());
    var overrun = order.options().overrun();
    var lowering = planning.lowering(work, asked, overrun);
    var purse = planning.afford(work, work.recipe(own, lowering).flow(), asked, overrun);
    var witness = new Witness();
    var cautions = new Cautions(tools);
    var flow =
        Flow.renewable(
            () -> {
              var recipe = cautions.over(work.recipe(own, lowering).flow());
              return warned(recipe, order.warnings(), witness);
            });
    var run = new JobRun<>(order.id(), flow, runner, purse, order.events());
    return new Begun<>(work, run, purse, witness);
  }

  /** Whoever renders without a plan hears it too, and the manifests keep it. */
  private static <T> Flow<T> warned(Flow<T> flow, List<Problem> warnings, Witness witness) {
    return port -> {
      warnings.forEach(port::warn);
      return flow.evaluate(witness.over(port));
    };
  }

  private <R> R kept(Begun<?> begun, R stored) {
    history.keep(begun.work().made(), begun.purse().payer(), begun.witness());
    return stored;
  }
}
