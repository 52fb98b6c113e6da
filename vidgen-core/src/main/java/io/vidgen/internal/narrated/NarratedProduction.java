package io.vidgen.internal.narrated;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.Edition;
import io.vidgen.internal.video.FinishedPoster;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.FittedShots;
import io.vidgen.internal.video.Look;
import io.vidgen.internal.video.PosterTrack;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.ShotTrack;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Narrated;
import java.util.List;
import java.util.stream.IntStream;

/** How a narrated video is checked and made. */
public final class NarratedProduction implements Production {
  private final Narrated request;
  private final Narrated pictured;
  private final Edition edition;
  private final Toolbox tools;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public NarratedProduction(Narrated request, Toolbox tools) {
    this(request, request, Edition.WHOLE, tools);
  }

  /**
   * For an edition of a request.
   *
   * @param request what to make
   * @param pictured whose pictures are shown; as many scenes
   * @param edition what of it is shown
   * @param tools what to make it with
   */
  public NarratedProduction(
      Narrated request, Narrated pictured, Edition edition, Toolbox tools) {
    this.request = request;
    this.pictured = pictured;
    this.edition = edition;
    this.tools = tools;
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    int scenes = request.script().scenes().size();
    new NarratedShots(request, pictured, tools)
        .check(IntStream.rangeClosed(1, scenes).boxed().toList(), list);
    var music = request.music();
    if (music != null) {
      list.media(music, "music", Holds.SOUND);
    }
    return list.problems();
  }

  @Override
  public Flow<FinishedVideo> flow() {
    return new ShotTrack(shots(), style(), edition, tools);
  }

  @Override
  public Flow<FinishedPoster> poster() {
    return new PosterTrack(shots(), style(), edition, tools);
  }

  private ShotSource shots() {
    var shots = new NarratedShots(request, pictured, tools);
    return FittedShots.of(shots, edition, shots::isShared);
  }

  private ShotTrack.Style style() {
    var look =
        Look.of(request.format(), request.quality(), request.captions(), request.captionOptions());
    return ShotTrack.Style.of(
        look,
        request.script(),
        request.transition(),
        request.music(),
        request.musicLicence(),
        request.musicGainDb());
  }
}
