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
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Lowering;
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
  private final Toolbox tools;
  private final Edition edition;
  private final DrawnShots shots;
  private final Lowered lowered;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   * @param lowering decides which scenes are made with less
   */
  public NarratedProduction(Narrated request, Toolbox tools, Lowering lowering) {
    this(request, request, Edition.WHOLE, tools, lowering);
  }

  /**
   * For an edition of a request.
   *
   * @param request what to make
   * @param pictured whose pictures are shown; as many scenes
   * @param edition what of it is shown
   * @param tools what to make it with
   * @param lowering decides which scenes of that whose pictures are shown are made with less
   */
  public NarratedProduction(
      Narrated request, Narrated pictured, Edition edition, Toolbox tools, Lowering lowering) {
    this.request = request;
    this.edition = edition;
    this.tools = tools;
    this.lowered = lowering.of(pictured.script());
    this.shots = new DrawnShots(request, pictured, tools, lowered);
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    int scenes = request.script().scenes().size();
    var numbers = IntStream.rangeClosed(1, scenes).boxed().toList();
    shots.check(numbers, list);
    var music = request.music();
    if (music != null) {
      list.media(music, "music", Holds.SOUND);
    }
    return list.problems();
  }

  @Override
  public Flow<FinishedVideo> flow() {
    var track = new ShotTrack(shots(), style(), edition, tools);
    return port -> {
      lowered.notes().forEach(port::warn);
      return track.evaluate(port);
    };
  }

  @Override
  public Flow<FinishedPoster> poster() {
    return new PosterTrack(shots(), style(), edition, tools);
  }

  private ShotSource shots() {
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
