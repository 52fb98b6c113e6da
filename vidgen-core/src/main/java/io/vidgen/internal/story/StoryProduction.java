package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Checklist.Holds;
import io.vidgen.internal.video.Edition;
import io.vidgen.internal.video.FinishedPoster;
import io.vidgen.internal.video.FinishedVideo;
import io.vidgen.internal.video.FittedShots;
import io.vidgen.internal.video.JoinedProblems;
import io.vidgen.internal.video.Look;
import io.vidgen.internal.video.Lowered;
import io.vidgen.internal.video.Lowering;
import io.vidgen.internal.video.PosterTrack;
import io.vidgen.internal.video.Production;
import io.vidgen.internal.video.ShotSource;
import io.vidgen.internal.video.ShotTrack;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Story;
import io.vidgen.model.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a story is checked and made. */
public final class StoryProduction implements Production {
  private final Story request;
  private final Story shown;
  private final @Nullable Script translated;
  private final Edition edition;
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
    this(request, request, null, Edition.WHOLE, tools, lowering);
  }

  /**
   * For an edition of a request.
   *
   * @param request what is filmed
   * @param shown how it is shown: its size, captions and voice
   * @param translated what is said instead, of as many scenes; null for what the request says
   * @param edition what of it is shown
   * @param tools what to make it with
   * @param lowering decides which scenes are made with less
   */
  public StoryProduction(
      Story request,
      Story shown,
      @Nullable Script translated,
      Edition edition,
      Toolbox tools,
      Lowering lowering) {
    this.request = request;
    this.shown = shown;
    this.translated = translated;
    this.edition = edition;
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
    var spoken = spoken(telling);
    for (int number = 1; number <= telling.scenes(); number++) {
      if (shown.captions() != null) {
        list.glyphs(spoken.scene(number).captionText(), Telling.field(number) + ".caption");
      }
    }
    var cast = new DrawnCast(telling, tools);
    new StoryShots(telling, spoken, cast, tools).check(list);
    cast.check(list);
  }

  /** With the words of a translation; what is seen stays as it is. */
  private Telling spoken(Telling telling) {
    return translated == null
        ? telling
        : telling.spokenAs(translated, shown.toBuilder().format(request.format()).build());
  }

  @Override
  public Flow<FinishedVideo> flow() {
    return told(telling -> new ShotTrack(shots(telling), style(telling), edition, tools));
  }

  @Override
  public Flow<FinishedPoster> poster() {
    return told(telling -> new PosterTrack(shots(telling), style(telling), edition, tools));
  }

  private <T> Flow<T> told(Function<Telling, Flow<T>> track) {
    var script = request.script();
    Function<Script, Flow<T>> story =
        written -> {
          var telling = telling(written);
          var flow = track.apply(telling);
          return port -> {
            telling.lowered().notes().forEach(port::warn);
            return flow.evaluate(port);
          };
        };
    return script == null ? new ThemeFlow<T>(theme(), this::problems, story) : story.apply(script);
  }

  private List<Problem> problems(Script script) {
    var list = new Checklist(tools);
    check(telling(script), list);
    return JoinedProblems.of(list.problems());
  }

  private ShotSource shots(Telling telling) {
    var cast = new DrawnCast(telling, tools);
    var shots = new StoryShots(telling, spoken(telling), cast, tools);
    return FittedShots.of(shots, edition, scene -> telling.scene(scene).media() == null);
  }

  private ShotTrack.Style style(Telling telling) {
    var look = Look.of(shown.format(), shown.quality(), shown.captions(), shown.captionOptions());
    return ShotTrack.Style.of(
        look,
        spoken(telling).script(),
        request.transition(),
        request.music(),
        request.musicLicence(),
        request.musicGainDb());
  }
}
