package io.vidgen.error;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Where something went wrong. Null (or 0) where a part is not known or does not apply.
 *
 * @param stage the stage of the render, such as {@code voice}
 * @param provider id of the provider
 * @param scene number of the scene, from 1; 0 for none
 * @param job id of the job
 * @param attempt number of the attempt, from 1; 0 for none
 */
public record FailureContext(
    @Nullable String stage,
    @Nullable String provider,
    int scene,
    @Nullable String job,
    int attempt) {

  /** Nothing is known. */
  public static final FailureContext NONE = new FailureContext(null, null, 0, null, 0);

  /**
   * Fills what is missing here from {@code outer}.
   *
   * @param outer what the caller knows
   * @return both together; what is known here wins
   */
  public FailureContext within(FailureContext outer) {
    return new FailureContext(
        stage != null ? stage : outer.stage,
        provider != null ? provider : outer.provider,
        scene != 0 ? scene : outer.scene,
        job != null ? job : outer.job,
        attempt != 0 ? attempt : outer.attempt);
  }

  @Override
  public String toString() {
    var parts = new StringJoiner(", ");
    if (stage != null) {
      parts.add("stage " + stage);
    }
    if (provider != null) {
      parts.add("provider " + provider);
    }
    if (scene != 0) {
      parts.add("scene " + scene);
    }
    if (job != null) {
      parts.add("job " + job);
    }
    if (attempt > 1) {
      parts.add("attempt " + attempt);
    }
    return parts.toString();
  }
}
