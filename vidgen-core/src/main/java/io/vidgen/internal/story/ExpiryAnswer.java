package io.vidgen.internal.story;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureContext;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.job.WhenExpired;
import io.vidgen.model.Artifact;
import io.vidgen.model.VendorVideo;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.PosterRequest;
import io.vidgen.spi.VideoProvider;
import java.time.Duration;
import java.util.Optional;

/**
 * What the story says to do when a clip cannot be extended, since its vendor does not keep it any
 * longer.
 */
final class ExpiryAnswer {
  /** A vendor's clock may be another, and a submit waits for its turn. */
  static final Duration MARGIN = Duration.ofMinutes(10);

  private static final String FRAME = "frame";

  private final boolean wanted;
  private final boolean possible;
  private final Toolbox tools;
  private final Memo memo;

  /** For clips that somebody makes. */
  ExpiryAnswer(WhenExpired answer, VideoProvider planner, Toolbox tools, Memo memo) {
    this.wanted = answer == WhenExpired.LAST_FRAME;
    this.possible = planner.limits().firstFrame();
    this.tools = tools;
    this.memo = memo;
  }

  /** Whether a video can be extended still. */
  boolean isKept(VendorVideo video) {
    return video.expiresAt().isAfter(tools.clock().instant().plus(MARGIN));
  }

  /** Asks for the frame that a new chain begins with, if the story has that. */
  Optional<Artifact> lastFrame(PlannedClip clip, Filmed parent, StepPort port) {
    var problem = problem(clip, parent);
    if (problem.severity() == Problem.Severity.ERROR) {
      var provider = parent.result().source() == null ? null : parent.result().source().provider();
      throw new VidgenException(
          Failure.of(FailureKind.EXPIRED, problem.message(), problem.remedy())
              .charged(false)
              .in(new FailureContext(ClipPurchase.CLIP, provider, clip.scene(), null, 0)));
    }
    port.warn(problem);
    var key = clip.place().key(FRAME);
    var asked = PosterRequest.last(parent.result().video());
    return port.need(
            memo.once(
                key,
                () ->
                    Steps.local(
                        key,
                        ImageResult.class,
                        tools.recipe(),
                        asked,
                        Duration.ofMillis(300),
                        context -> tools.composer().poster(asked, context))))
        .map(ImageResult::image);
  }

  /** Says that a clip cannot go on, as an error, or what is done about it, as a warning. */
  private Problem problem(PlannedClip clip, Filmed parent) {
    var source = parent.result().source();
    var gone =
        "it was to go on from scene "
            + parent.clip().scene()
            + "'s clip, which "
            + (source == null
                ? "its provider does not keep"
                : source.provider() + " keeps until " + source.expiresAt() + " only");
    return wanted && possible
        ? Problem.warning(
            clip.field(), gone + ", so a new clip begins with the last frame of that", "")
        : Problem.error(
            clip.field(),
            gone,
            (possible
                    ? "let a new clip begin with its last frame by whenExpired(LAST_FRAME), or "
                    : "")
                + "have the chain made anew by take(...)");
  }
}
