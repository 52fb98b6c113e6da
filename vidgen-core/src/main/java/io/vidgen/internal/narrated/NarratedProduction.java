package io.vidgen.internal.narrated;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.Look;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.ShotTrack;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Narrated;
import java.util.List;
import java.util.stream.IntStream;

/** How a narrated video is checked and made. */
public final class NarratedProduction implements Production {
  private final Narrated request;
  private final Toolbox tools;
  private final Lowered lowered;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   * @param lowering decides which scenes are made with less
   */
  public NarratedProduction(Narrated request, Toolbox tools, Lowering lowering) {
    this.request = request;
    this.tools = tools;
    this.lowered = lowering.of(request.script());
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    int scenes = request.script().scenes().size();
    shots().check(IntStream.rangeClosed(1, scenes).boxed().toList(), list);
    var music = request.music();
    if (music != null) {
      list.media(music, "music", Holds.SOUND);
    }
    return list.problems();
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
    var track = new ShotTrack(shots(), style, tools);
    return port -> {
      lowered.notes().forEach(port::warn);
      return track.evaluate(port);
    };
  }

  private DrawnShots shots() {
    return new DrawnShots(request, tools, lowered);
  }
}
