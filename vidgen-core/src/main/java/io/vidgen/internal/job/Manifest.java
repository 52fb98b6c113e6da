package io.vidgen.internal.job;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vidgen.internal.video.StoryNote.Drafted;
import io.vidgen.internal.video.StoryNote.SceneNote;
import io.vidgen.job.Chaining;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.RoutingDecision;
import io.vidgen.model.Script;
import io.vidgen.model.TimingSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a video was made, as {@code manifest.json} says it.
 *
 * @param version version of this form: 2 since it says how the scenes of a story were made, 3 since
 *     it says why each provider was chosen
 * @param job id of the job
 * @param createdAt when it was finished
 * @param format size of the picture
 * @param frameRate frames per second
 * @param duration length of the video
 * @param loudness integrated loudness, LUFS; null for sound that was kept as it was
 * @param truePeak true peak, dBTP; null for sound that was kept as it was
 * @param cost what the job spent
 * @param chaining how the clips of a story hang together; null for another kind of video
 * @param draft how much of a story is only drafted; null for another kind of video
 * @param script what is told, null when nobody wrote it down
 * @param scenes when each scene is shown
 * @param steps what was done, by whom, with what
 * @param notices licences of fonts and music
 * @param warnings what the plan said and the user was told while it was made
 */
record Manifest(
    int version,
    String job,
    Instant createdAt,
    String format,
    int frameRate,
    Duration duration,
    @Nullable Double loudness,
    @Nullable Double truePeak,
    String cost,
    @Nullable Chaining chaining,
    @Nullable Drafted draft,
    @Nullable Script script,
    List<ShownScene> scenes,
    List<DoneStep> steps,
    List<String> notices,
    List<String> warnings) {

  /**
   * When a scene is shown.
   *
   * @param number number of the scene, from 1
   * @param start when it begins
   * @param duration how long it is
   * @param wordTimes how the times of its words were found
   * @param story how a story's scene was made; null for another kind of video
   */
  record ShownScene(
      int number,
      Duration start,
      Duration duration,
      Set<TimingSource> wordTimes,
      @JsonUnwrapped @Nullable SceneNote story) {}

  /**
   * What was done.
   *
   * @param id the step
   * @param provider who did it
   * @param model with which model or recipe
   * @param fingerprint identifies the work
   * @param reused whether it had been done before
   * @param took how long it ran
   * @param price what it cost in this job
   * @param routing who was considered for it, and why this one was chosen; null where there was no
   *     choice
   */
  record DoneStep(
      String id,
      String provider,
      String model,
      Fingerprint fingerprint,
      boolean reused,
      Duration took,
      String price,
      @Nullable RoutingDecision routing) {}
}
