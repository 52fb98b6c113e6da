package io.vidgen.job;

import java.util.List;
import java.util.Locale;

/**
 * A step that is not as it was in the last render of the same project.
 *
 * @param step id of the step, such as {@code speech-2}
 * @param scene number of its scene, from 1; 0 for the whole video
 * @param kind what happened to it
 * @param why what is different, for a person: parts of what is asked such as {@code text}, {@code
 *     provider elevenlabs → coqui}, or {@code its input speech-2 changed}; no texts and no secrets
 */
public record PlanChange(String step, int scene, Kind kind, List<String> why) {

  /** Copies the list. */
  public PlanChange {
    why = List.copyOf(why);
  }

  /** What happened to a step. */
  public enum Kind {
    /** It was not there. */
    ADDED,
    /** It is there no more. */
    REMOVED,
    /** It is asked for in another way, or waits for one that is. */
    CHANGED
  }

  @Override
  public String toString() {
    var what = kind.name().toLowerCase(Locale.ROOT);
    return step + " " + what + (why.isEmpty() ? "" : ": " + String.join(", ", why));
  }
}
