package io.vidgen.internal.stepdown;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Lowered;
import io.vidgen.job.SteppedDown;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a plan was stepped down.
 *
 * @param planned the plan that came of it
 * @param lowered which scenes are made with less
 * @param stepDowns the same for people
 * @param notes what should be known of that: rungs that were passed over, or that nothing fits
 * @param fits whether the plan keeps every limit
 */
public record Outcome(
    Planned planned,
    Lowered lowered,
    List<SteppedDown> stepDowns,
    List<Problem> notes,
    boolean fits) {

  /** Copies the lists. */
  public Outcome {
    stepDowns = List.copyOf(stepDowns);
    notes = List.copyOf(notes);
  }

  /**
   * A plan of what was asked for.
   *
   * @param planned the plan
   * @return nothing is lowered
   */
  public static Outcome asked(Planned planned) {
    return new Outcome(planned, Lowered.NONE, List.of(), List.of(), true);
  }

  /**
   * What is lowered, with all warnings, which the manifest keeps.
   *
   * @return what is lowered
   */
  public Lowered warned() {
    var warnings = notes.stream().filter(note -> note.severity() == Problem.Severity.WARNING);
    return new Lowered(
        lowered.scenes(),
        lowered.begins(),
        Stream.concat(stepDowns.stream().map(Outcome::warning), warnings).toList());
  }

  /** The same with more that should be known, before all that is known already. */
  Outcome noting(List<Problem> more) {
    var all = Stream.concat(more.stream(), notes.stream()).toList();
    return new Outcome(planned, lowered, stepDowns, all, fits);
  }

  private static Problem warning(SteppedDown down) {
    return Problem.warning(
        "script.scenes[" + (down.scene() - 1) + "]",
        "stepped down from " + down.from() + " to " + down.to() + ": " + down.reason(),
        "raise the budget to have it as asked");
  }
}
