package io.vidgen.internal.job;

import io.vidgen.error.Problem;
import io.vidgen.internal.deliverable.FinishedSet;
import io.vidgen.internal.deliverable.SetProduction;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.StepRunner;
import io.vidgen.internal.video.JoinedProblems;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Deliverables;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.RenderPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Checks, plans and jobs of several deliverables.
 *
 * @param tools what they are made with
 * @param desk has the pictures of characters
 * @param budgeting says what all of them may spend together
 * @param runner works on steps
 * @param lanes where to run, and the timer
 * @param publisher stores what is finished
 */
record SetDesk(
    Toolbox tools,
    CharacterDesk desk,
    Budgeting budgeting,
    StepRunner runner,
    Lanes lanes,
    Publisher publisher) {

  List<Problem> check(Deliverables set) {
    return problems(new SetProduction(set, tools.forOneJob()), set);
  }

  private List<Problem> problems(SetProduction production, Deliverables set) {
    var problems = new ArrayList<>(production.check());
    problems.addAll(desk.check(set.request()));
    return JoinedProblems.of(problems);
  }

  RenderPlan plan(Deliverables set, RenderOptions options) {
    var production = new SetProduction(set, tools.forOneJob());
    var problems = problems(production, set);
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
      return RenderPlan.of(List.of(), problems);
    }
    var port = new PlanPort(tools.ledger());
    problems.forEach(port::warn);
    var unused = production.flow().evaluate(port);
    // A render that is only planned has spent nothing yet, so it has an id that nobody has.
    var purse = budgeting.purse(UUID.randomUUID().toString(), set.request(), options);
    Budgeting.problems(budgeting.over(port.outlays(), purse)).forEach(port::warn);
    var plan = new CardAges(tools).judged(port.plan());
    return plan.withProblems(production.joined(plan.problems()));
  }

  SetJob job(Deliverables set, RenderOptions options, List<Problem> warnings, EventSink events) {
    var id = UUID.randomUUID().toString();
    desk.bringIn(set.request());
    var own = tools.forOneJob();
    var purse =
        budgeting.afford(
            new SetProduction(set, own).flow(),
            budgeting.purse(id, set.request(), options),
            options.overrun());
    var flow = Flow.renewable(() -> warned(new SetProduction(set, own).flow(), warnings));
    var run = new JobRun<>(id, flow, runner, purse, events);
    return new SetJob(
        id, run, lanes, tools.clock(), made -> publisher.publish(id, made, run.tally()), events);
  }

  /** Whoever renders without a plan hears it too, and the manifests keep it. */
  private static Flow<FinishedSet> warned(Flow<FinishedSet> flow, List<Problem> warnings) {
    return port -> {
      warnings.forEach(port::warn);
      return flow.evaluate(port);
    };
  }
}
