package io.vidgen.internal.video;

import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.model.Artifact;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.AudioResult;
import java.time.Duration;

/** Sound that is taken out of a file. */
public final class AudioSteps {
  /** The kind of the step. */
  public static final String AUDIO = "audio";

  /** How long it takes, roughly. */
  public static final Duration EXPECTED = Duration.ofMillis(400);

  private AudioSteps() {}

  /**
   * Takes it out.
   *
   * @param key name of the step
   * @param source a file with sound
   * @param form in which form
   * @param tools with what
   * @return the step
   */
  public static Step<AudioResult> step(
      StepKey key, Artifact source, AudioRequest.Form form, Toolbox tools) {
    return step(key, new AudioRequest(source, form), tools);
  }

  /**
   * Takes out a stretch.
   *
   * @param key name of the step
   * @param asked which sound in which form
   * @param tools with what
   * @return the step
   */
  public static Step<AudioResult> step(StepKey key, AudioRequest asked, Toolbox tools) {
    return Steps.local(
        key,
        AudioResult.class,
        recipe(asked.form(), tools),
        asked,
        EXPECTED,
        context -> tools.composer().audio(asked, context));
  }

  /**
   * What is heard in speech does not depend on who took it out, so a new ffmpeg or font must not
   * buy that a second time.
   */
  private static Recipe recipe(AudioRequest.Form form, Toolbox tools) {
    return form == AudioRequest.Form.SPEECH
        ? new Recipe(tools.composer().id(), "audio-1")
        : tools.recipe();
  }
}
