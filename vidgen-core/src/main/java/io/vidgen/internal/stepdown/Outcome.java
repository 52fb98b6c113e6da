package io.vidgen.internal.stepdown;

import io.vidgen.error.Problem;
import io.vidgen.internal.video.Lowered;
import io.vidgen.job.SteppedDown;
import java.util.List;

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
   * What is lowered, with a warning for each scene that the manifest keeps.
   *
   * @return what is lowered
   */
  public Lowered warned() {
    return new Lowered(
        lowered.scenes(), lowered.begins(), stepDowns.stream().map(Outcome::warning).toList());
  }

  private static Problem warning(SteppedDown down) {
    return Problem.warning(
        "script.scenes[" + (down.scene() - 1) + "]",
        "stepped down from " + down.from() + " to " + down.to() + ": " + down.reason(),
        "raise the budget to have it as asked");
  }
}
