package io.vidgen.internal.narrated;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.Look;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.ShotTrack;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Narrated;
import java.util.List;

/** How a narrated video is checked and made. */
public final class NarratedProduction implements Production {
  private final Narrated request;
  private final Toolbox tools;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public NarratedProduction(Narrated request, Toolbox tools) {
    this.request = request;
    this.tools = tools;
  }

  @Override
  public List<Problem> check() {
    return new NarratedChecks(request, tools).check();
  }

  @Override
  public Flow<FinishedVideo> flow() {
    var look =
        Look.of(request.format(), request.quality(), request.captions(), request.captionOptions());
    var style =
        ShotTrack.Style.of(
            look,
            request.script(),
            request.transition(),
            request.music(),
            request.musicLicence(),
            request.musicGainDb());
    return new ShotTrack(new NarratedShots(request, tools), style, tools);
  }
}
