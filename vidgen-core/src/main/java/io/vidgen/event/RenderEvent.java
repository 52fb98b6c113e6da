package io.vidgen.event;

import io.vidgen.error.Failure;
import io.vidgen.error.Problem;
import io.vidgen.model.RoutingDecision;
import java.time.Duration;
import java.time.Instant;

/** Something that happened during a render. */
public sealed interface RenderEvent {

  /**
   * The job it belongs to.
   *
   * @return the job's id
   */
  String job();

  /**
   * A step began to run, or a vendor's operation was found again.
   *
   * @param job the job
   * @param step what runs
   */
  record StepStarted(String job, StepInfo step) implements RenderEvent {}

  /**
   * A step is done.
   *
   * @param job the job
   * @param step what is done
   * @param reused true when it had been done before and nothing was redone
   * @param took how long it ran; zero when reused
   */
  record StepFinished(String job, StepInfo step, boolean reused, Duration took)
      implements RenderEvent {}

  /**
   * A step waits, for a vendor or for its next attempt; it holds no thread meanwhile.
   *
   * @param job the job
   * @param step what waits
   * @param until when it is looked at again
   * @param why what it waits for
   */
  record StepWaiting(String job, StepInfo step, Instant until, String why) implements RenderEvent {}

  /**
   * A step failed.
   *
   * @param job the job
   * @param step what failed
   * @param failure why
   * @param retried true when a new attempt follows
   */
  record StepFailed(String job, StepInfo step, Failure failure, boolean retried)
      implements RenderEvent {}

  /**
   * Somebody was chosen among several for a step that begins now.
   *
   * @param job the job
   * @param step what begins
   * @param decision who was chosen and who was not, and why
   */
  record Routed(String job, StepInfo step, RoutingDecision decision) implements RenderEvent {}

  /**
   * A provider could not serve, and nothing was bought of it; the next one is asked.
   *
   * @param job the job
   * @param step what failed, with who failed
   * @param failure why
   * @param provider who is asked instead
   */
  record FellBack(String job, StepInfo step, Failure failure, String provider)
      implements RenderEvent {}

  /**
   * The job came further. Never goes backwards.
   *
   * @param job the job
   * @param fraction 0 to 1
   */
  record Progress(String job, double fraction) implements RenderEvent {}

  /**
   * Something the user should know, though the render goes on.
   *
   * @param job the job
   * @param problem what
   */
  record Warning(String job, Problem problem) implements RenderEvent {}

  /**
   * The job is over. The last event of a job.
   *
   * @param job the job
   * @param succeeded whether there is a video
   * @param took time since the job began
   */
  record Finished(String job, boolean succeeded, Duration took) implements RenderEvent {}

  /**
   * A step, as events name it.
   *
   * @param id unique in the job, such as {@code speech-2}, or {@code square/speech-2} of one of
   *     several deliverables
   * @param kind what kind of work, such as {@code speech}
   * @param scene number of the scene, from 1; 0 for the whole video
   * @param provider who does it
   */
  record StepInfo(String id, String kind, int scene, String provider) {

    /**
     * For which of several videos it is done. What several need is done for the first of them.
     *
     * @return name of the deliverable; empty when the job makes a single video
     */
    public String deliverable() {
      return id.substring(0, Math.max(0, id.indexOf('/')));
    }
  }
}
