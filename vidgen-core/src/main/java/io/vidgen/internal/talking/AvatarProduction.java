package io.vidgen.internal.talking;

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
import io.vidgen.job.Avatar;
import java.util.List;
import java.util.stream.IntStream;

/** How a speaking face is checked and made. Used by one thread. */
public final class AvatarProduction implements Production {
  private final Avatar request;
  private final Edition edition;
  private final Toolbox tools;
  private final AvatarShots shots;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public AvatarProduction(Avatar request, Toolbox tools) {
    this(request, Edition.WHOLE, tools);
  }

  /**
   * For an edition of a request.
   *
   * @param request what to make
   * @param edition what of it is shown
   * @param tools what to make it with
   */
  public AvatarProduction(Avatar request, Edition edition, Toolbox tools) {
    this.request = request;
    this.edition = edition;
    this.tools = tools;
    int scenes = request.script().scenes().size();
    this.shots = new AvatarShots(request, IntStream.rangeClosed(1, scenes).boxed().toList(), tools);
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    int scenes = request.script().scenes().size();
    if (request.speech() != null && scenes > 1) {
      list.add(
          Problem.error(
              "speech",
              "one recording cannot be shared by " + scenes + " scenes",
              "give a script of one scene"));
    }
    shots.check(list);
    var music = request.music();
    if (music != null) {
      list.media(music, "music", Holds.SOUND);
    }
    return list.problems();
  }

  @Override
  public Flow<FinishedVideo> flow() {
    return new ShotTrack(fitted(), style(), edition, tools);
  }

  @Override
  public Flow<FinishedPoster> poster() {
    return new PosterTrack(fitted(), style(), edition, tools);
  }

  private ShotSource fitted() {
    return FittedShots.of(shots, edition, scene -> true);
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
