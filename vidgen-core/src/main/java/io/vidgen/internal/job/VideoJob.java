package io.vidgen.internal.job;

import io.vidgen.event.RenderEvent;
import io.vidgen.internal.engine.JobRun;
import io.vidgen.internal.engine.Lanes;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/** A job that makes one video. */
final class VideoJob extends DrivenJob<FinishedVideo, Render> implements RenderJob {
  VideoJob(
      String id,
      JobRun<FinishedVideo> run,
      Lanes lanes,
      InstantSource clock,
      Function<FinishedVideo, Render> publish,
      Consumer<RenderEvent> events) {
    super(id, run, lanes, clock, publish, events);
  }
}
