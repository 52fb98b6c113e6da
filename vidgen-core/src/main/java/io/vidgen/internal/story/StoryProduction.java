package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.About;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.Look;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.ShotTrack;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Story;
import io.vidgen.model.Character;
import io.vidgen.model.Script;
import io.vidgen.model.Timeline;
import java.util.List;
import java.util.Optional;

/** How a story is checked and made. */
public final class StoryProduction implements Production {
  private final Story request;
  private final Toolbox tools;

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   */
  public StoryProduction(Story request, Toolbox tools) {
    this.request = request;
    this.tools = tools;
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    var script = request.script();
    if (script == null) {
      list.add(Problem.error("theme", "stories of a theme are not built yet", "give a script"));
    } else {
      check(new Telling(request, script), list);
    }
    var music = request.music();
    if (music != null) {
      list.media(music, "music", Holds.SOUND);
    }
    return list.problems();
  }

  private void check(Telling telling, Checklist list) {
    for (int number = 1; number <= telling.scenes(); number++) {
      if (request.captions() != null) {
        list.glyphs(
            telling.scene(number).captionText(), "script.scenes[" + (number - 1) + "].caption");
      }
    }
    for (var character : request.characters()) {
      checkKept(character, list);
    }
    shots(telling).check(list);
  }

  private void checkKept(Character character, Checklist list) {
    var artifacts = tools.ledger().artifacts();
    if (character.references().stream().anyMatch(a -> artifacts.find(a).isEmpty())) {
      list.add(
          Problem.error(
              "characters",
              "a reference of " + character.name() + " is not in the ledger's artifacts",
              "keep the picture anew with VideoPipeline.keep and give the character that"));
    }
  }

  @Override
  public Flow<FinishedVideo> flow() {
    var script = request.script();
    return script == null ? port -> Optional.empty() : track(new Telling(request, script));
  }

  private ShotTrack track(Telling telling) {
    return new ShotTrack(shots(telling), style(telling.script()), tools);
  }

  private ShotTrack.Style style(Script script) {
    var look =
        new Look(
            request.format(),
            Timeline.FRAME_RATE,
            request.quality(),
            request.captions(),
            request.captionOptions());
    var about = About.of(script, request.music(), request.musicLicence());
    return new ShotTrack.Style(
        look, about, request.transition(), request.music(), request.musicGainDb());
  }

  private StoryShots shots(Telling telling) {
    return new StoryShots(telling, new GivenCast(telling), tools);
  }
}
