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
   * A step waits for its turn, because the account that it would use takes nothing more now; it
   * holds no thread meanwhile. Told once, when the wait begins, and not at all when the turn comes
   * at once. {@link TurnOver} follows.
   *
   * @param job the job
   * @param step what waits, and for whom
   * @param account whose turn it is to give: a name that says nothing of its key
   * @param limit what is used up
   * @param before how many steps went first when it got in line; as owners take turns, some that
   *     come later may, too
   * @param since when it got in line
   */
  record TurnAwaited(
      String job, StepInfo step, String account, Limit limit, int before, Instant since)
      implements RenderEvent {

    /**
     * The same for a reader.
     *
     * @return such as {@code speech-2 waits for a place at elevenlabs (account
     *     elevenlabs/eleven_v3@https://api.elevenlabs.io#0c1d2e3f4a5b), 3 before it}
     */
    public String describe() {
      var what =
          switch (limit) {
            case AT_ONCE -> "a place at ";
            case PER_MINUTE -> "the next minute of ";
            case PAUSE -> "the end of the pause that was asked for by ";
          };
      return step.id()
          + " waits for "
          + what
          + step.provider()
          + " (account "
          + account
          + "), "
          + before
          + " before it";
    }
  }

  /**
   * A step waits for its turn no longer.
   *
   * @param job the job
   * @param step what waited
   * @param waited how long
   * @param came whether its turn has come; false when it is not wanted any more, or was sent away
   *     because somebody else can be asked: other events say so
   */
  record TurnOver(String job, StepInfo step, Duration waited, boolean came)
      implements RenderEvent {}

  /** What an account has no more of for now. */
  enum Limit {
    /** As many calls and operations run as may. */
    AT_ONCE,
    /** The requests of this minute are used up. */
    PER_MINUTE,
    /** The vendor asked to be left alone for a while. */
    PAUSE
  }

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
