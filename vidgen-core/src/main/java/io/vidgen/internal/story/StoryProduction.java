package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.JoinedProblems;
import io.vidgen.internal.video.Look;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.ShotTrack;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Story;
import io.vidgen.model.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How a story is checked and made. */
public final class StoryProduction implements Production {
  private final Story request;
  private final Toolbox tools;
  private final Lowering lowering;
  private final Map<Script, Lowered> lowered = new HashMap<>();

  /**
   * For one request.
   *
   * @param request what to make
   * @param tools what to make it with
   * @param lowering decides which scenes are made with less
   */
  public StoryProduction(Story request, Toolbox tools, Lowering lowering) {
    this.request = request;
    this.tools = tools;
    this.lowering = lowering;
  }

  /** Decided once: what a plan may cost is another question once something is bought. */
  private Telling telling(Script script) {
    return new Telling(request, script, lowered.computeIfAbsent(script, lowering::of));
  }

  @Override
  public List<Problem> check() {
    var list = new Checklist(tools);
    var script = request.script();
    if (script == null) {
      checkTheme(list);
    } else {
      check(telling(script), list);
    }
    var music = request.music();
    if (music != null) {
      list.media(music, "music", Holds.SOUND);
    }
    return list.problems();
  }

  /** A script that was written before is checked as if it was given. */
  private void checkTheme(Checklist list) {
    var theme = theme();
    if (!theme.isPossible(list)) {
      return;
    }
    var script = theme.check(list) ? theme.written() : Optional.<Script>empty();
    if (script.isEmpty()) {
      check(telling(theme.clips().standIn()), list);
      return;
    }
    try {
      theme.accept(script.get());
      check(telling(script.get()), list);
    } catch (VidgenException e) {
      list.add(Problem.error("theme", e.failure().message(), e.failure().remedy()));
    }
  }

  private ThemeScript theme() {
    return new ThemeScript(request, Objects.requireNonNull(request.theme(), "theme"), tools);
  }

  private void check(Telling telling, Checklist list) {
    for (int number = 1; number <= telling.scenes(); number++) {
      if (request.captions() != null) {
        list.glyphs(telling.scene(number).captionText(), Telling.field(number) + ".caption");
      }
    }
    var cast = new DrawnCast(telling, tools);
    new StoryShots(telling, cast, tools).check(list);
    cast.check(list);
  }

  @Override
  public Flow<FinishedVideo> flow() {
    var script = request.script();
    return script == null ? new ThemeFlow(theme(), this::problems, this::track) : track(script);
  }

  private List<Problem> problems(Script script) {
    var list = new Checklist(tools);
    check(telling(script), list);
    return JoinedProblems.of(list.problems());
  }

  private Flow<FinishedVideo> track(Script script) {
    var telling = telling(script);
    var track = track(telling);
    return port -> {
      telling.lowered().notes().forEach(port::warn);
      return track.evaluate(port);
    };
  }

  private ShotTrack track(Telling telling) {
    var cast = new DrawnCast(telling, tools);
    return new ShotTrack(new StoryShots(telling, cast, tools), style(telling.script()), tools);
  }

  private ShotTrack.Style style(Script script) {
    var look =
        Look.of(request.format(), request.quality(), request.captions(), request.captionOptions());
    return ShotTrack.Style.of(
        look,
        script,
        request.transition(),
        request.music(),
        request.musicLicence(),
        request.musicGainDb());
  }
}
