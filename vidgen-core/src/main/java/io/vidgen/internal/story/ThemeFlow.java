package io.vidgen.internal.story;

import io.vidgen.error.Problem;
import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.model.Script;
import io.vidgen.spi.ScriptResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A story whose script is still to be written: the script first, then the story. What follows the
 * script is announced as soon as the story is looked at. Belongs to one job or plan.
 *
 * @param <T> what the story ends with
 */
final class ThemeFlow<T> implements Flow<T> {
  private final ThemeScript theme;
  private final Function<Script, List<Problem>> check;
  private final Function<Script, Flow<T>> story;
  private @Nullable Flow<T> told;
  private @Nullable Flow<T> foreseen;

  /**
   * For one job or plan.
   *
   * @param theme what the script is written about
   * @param check finds what is wrong with a known script
   * @param story the rest, for a known script
   */
  ThemeFlow(
      ThemeScript theme, Function<Script, List<Problem>> check, Function<Script, Flow<T>> story) {
    this.theme = theme;
    this.check = check;
    this.story = story;
  }

  @Override
  public Optional<T> evaluate(StepPort port) {
    if (told == null) {
      var writing = new Missing(port);
      var script = writing.need(theme.step()).map(ScriptResult::script);
      if (script.isEmpty()) {
        foresee(writing.then());
        return Optional.empty();
      }
      told = tell(script.get(), port);
    }
    return told.evaluate(port);
  }

  private void foresee(StepPort port) {
    if (foreseen == null) {
      foreseen = story.apply(theme.clips().standIn());
    }
    var unsure = theme.clips().perhapsOnce();
    if (!unsure.isEmpty()) {
      port.warn(
          Problem.warning(
              "theme.scenes",
              "which scenes have two clips is decided with the script, so the price is that of as"
                  + " many bought clips as there may be",
              "ask for as many scenes as clips, or draft first and promote what you have seen"));
    }
    var unused = foreseen.evaluate(new Foresight(port, unsure));
  }

  private Flow<T> tell(Script script, StepPort port) {
    theme.accept(script);
    if (foreseen != null) {
      theme.acceptPrice(script);
    }
    var problems = check.apply(script);
    var errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw theme.unusable(errors);
    }
    problems.forEach(port::warn);
    return story.apply(script);
  }
}
