package io.vidgen.internal.story;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.PlanPort;
import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.routing.Route;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.Story;
import io.vidgen.job.Theme;
import io.vidgen.model.Character;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.spi.ScriptProvider;
import io.vidgen.spi.ScriptRequest;
import io.vidgen.spi.ScriptResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The script of a theme: who writes it, what is asked, and whether what came back will do. */
final class ThemeScript {
  static final String SCRIPT = "script";

  private final Story request;
  private final Theme theme;
  private final ThemeClips clips;
  private final Toolbox tools;

  ThemeScript(Story request, Theme theme, Toolbox tools) {
    this.request = request;
    this.theme = theme;
    this.clips = ThemeClips.of(request, theme, tools);
    this.tools = tools;
  }

  ThemeClips clips() {
    return clips;
  }

  /** What is asked. */
  ScriptRequest asked() {
    return new ScriptRequest(
        theme.text(),
        // What the writer need not know must not have the script bought anew when it changes.
        request.characters().stream().map(ThemeScript::described).toList(),
        // Of the clips as they will be, so that words are written for the time that they have.
        clips.length(),
        theme.language(),
        clips.scenes(),
        clips.count(),
        null,
        request.scriptTake());
  }

  private static Character described(Character c) {
    return new Character(c.id(), c.name(), c.description(), c.style(), List.of(), null, null, null);
  }

  /** The step; somebody speaks the language, as the checks have found. */
  Step<ScriptResult> step() {
    return Steps.of(StepKey.video(SCRIPT), ScriptResult.class, route());
  }

  private ScriptProvider writer() {
    return route().who();
  }

  private Route<ScriptProvider, ScriptRequest> route() {
    var asked = asked();
    var writers = tools.router().preferring(asked.language(), tools.scripts());
    return tools.router().route(SCRIPT, writers, asked);
  }

  private boolean speaks(ScriptProvider provider) {
    return provider.capabilities().speaks(theme.language());
  }

  /** Checks that clips can make a video as long as that, of as many scenes. */
  boolean isPossible(Checklist list) {
    return clips.check(list);
  }

  /**
   * Checks that it can be written.
   *
   * @return whether somebody can write it
   */
  boolean check(Checklist list) {
    boolean usable =
        list.usable(
            tools.scripts(),
            this::speaks,
            new Checklist.Lack(
                "script provider",
                "nobody can write a script in " + theme.language().toLanguageTag(),
                "add io.vidgen:vidgen-providers-google and set GEMINI_API_KEY, or give a script"));
    if (usable) {
      list.addAll(writer().check(asked()));
      list.priceKnown(writer().price(asked()), "theme");
    }
    return usable;
  }

  /** The script if it was written before. */
  Optional<Script> written() {
    return new PlanPort(tools.ledger()).need(step()).map(ScriptResult::script);
  }

  /**
   * Accepts what came back if a video can be made of it.
   *
   * @throws VidgenException of kind {@link FailureKind#PROTOCOL} if it is not what was asked for
   */
  void accept(Script script) {
    var language = script.language().getLanguage();
    if (!language.equals(theme.language().getLanguage())) {
      throw other("it is in '" + language + "' and not in '" + theme.language() + "'");
    }
    int count = script.scenes().stream().mapToInt(Scene::clips).sum();
    // One less is cheaper than planned; one more would be dearer.
    if (count > clips.count()
        || count < clips.count() - 1
        || script.scenes().size() > clips.scenes()) {
      throw other(
          String.format(
              Locale.ROOT,
              "it has %d scenes with %d clips, and %d scenes with %d clips were asked for",
              script.scenes().size(),
              count,
              clips.scenes(),
              clips.count()));
    }
    for (int i = 0; i < script.scenes().size(); i++) {
      if (script.scenes().get(i).media() != null) {
        throw other("scene " + (i + 1) + " names a file");
      }
    }
  }

  /**
   * Refuses what costs more than was foreseen, for whoever could not know the script.
   *
   * @throws VidgenException of kind {@link FailureKind#PROTOCOL} if more clips would be bought
   */
  void acceptPrice(Script script) {
    int bought = clips.filmed(script);
    int foreseen = clips.filmed(clips.standIn());
    if (bought > foreseen) {
      throw other(
          String.format(
              Locale.ROOT,
              "%d of its clips would be bought, and %d were planned; a new plan says what it costs"
                  + " as it is",
              bought,
              foreseen));
    }
  }

  /** Tells apart what is wrong with the request from what is wrong with what was written. */
  VidgenException unusable(List<Problem> errors) {
    return VidgenException.invalid(
        "script that " + writer().id() + " wrote (" + remedy() + ")", errors);
  }

  private VidgenException other(String what) {
    return new VidgenException(
        Failure.of(
            FailureKind.PROTOCOL,
            "the script that " + writer().id() + " wrote cannot be used: " + what,
            remedy()));
  }

  private String remedy() {
    return "ask for another version by scriptTake(" + (request.scriptTake() + 1) + ")";
  }
}
