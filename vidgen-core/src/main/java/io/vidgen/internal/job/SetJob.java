package io.vidgen.internal.job;

import io.vidgen.event.RenderEvent;
import io.vidgen.internal.deliverable.FinishedSet;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.job.RenderSet;
import io.vidgen.job.RenderSetJob;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/** A job that makes several videos. */
final class SetJob extends DrivenJob<FinishedSet, RenderSet> implements RenderSetJob {
  SetJob(
      String id,
      JobRun<FinishedSet> run,
      Lanes lanes,
      InstantSource clock,
      Function<FinishedSet, RenderSet> publish,
      Consumer<RenderEvent> events) {
    super(id, run, lanes, clock, publish, events);
  }
}
