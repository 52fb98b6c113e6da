package io.vidgen.internal.video;

import io.vidgen.internal.engine.Flow;
import io.vidgen.internal.engine.Missing;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.ShotTrack.Style;
import io.vidgen.model.Visual;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recipe of a poster without its video: one frame of one picture. Belongs to one job or plan,
 * which guards it.
 */
public final class PosterTrack implements Flow<FinishedPoster> {
  private static final String FRAME = "poster-frame";

  /** Into a picture whose shot's length nobody needs to know, 1.5 s of 3 s. */
  private static final Frame USUAL = new Frame(45, 90);

  private final ShotSource source;
  private final Style style;
  private final Edition edition;
  private final SegmentSteps segments;
  private final WholeSteps whole;
  private final Toolbox tools;
  private final Memo memo = new Memo();

  private record Frame(int number, int of) {}

  private record Seen(Visual visual, Frame frame) {}

  /**
   * The recipe for an edition of a video.
   *
   * @param source its shots
   * @param style its look
   * @param edition when the poster is seen
   * @param tools what to make it with
   */
  public PosterTrack(ShotSource source, Style style, Edition edition, Toolbox tools) {
    this.source = source;
    this.style = style;
    this.edition = edition;
    this.tools = tools;
    this.segments = new SegmentSteps(style.look(), tools);
    this.whole = new WholeSteps(style.look(), style.about(), tools);
  }

  @Override
  public Optional<FinishedPoster> evaluate(StepPort port) {
    var seeing = new Missing(port);
    var seen = seen(seeing);
    var cutting = new Missing(seeing.then());
    if (seen == null) {
      cutting.expect(StepKey.video(FRAME), tools.composer().id(), SegmentSteps.expected(1));
      whole.expectPoster(cutting.then());
      return Optional.empty();
    }
    var key = StepKey.video(FRAME);
    var frame = seen.frame();
    var segment =
        cutting.need(
            memo.once(key, () -> segments.frame(key, seen.visual(), frame.number(), frame.of())));
    if (segment.isEmpty()) {
      whole.expectPoster(cutting.then());
      return Optional.empty();
    }
    return port.need(
            memo.once(StepKey.video(WholeSteps.POSTER), () -> whole.poster(segment.get(), 0)))
        .map(made -> new FinishedPoster(style.about(), made, style.look().format()));
  }

  private @Nullable Seen seen(StepPort port) {
    var at = edition.posterAt();
    return at == null ? of(source.picture(0, port), USUAL) : seen(SceneTimes.frameAt(at), port);
  }

  private @Nullable Seen seen(int frame, StepPort port) {
    var shots = ShownShots.beginning(frame + 1, source, i -> source.shot(i, port), i -> 0, port);
    if (!shots.isKnown()) {
      return null;
    }
    var all = shots.shots();
    var last = all.get(all.size() - 1);
    int before = 0;
    for (int i = 0; i + 1 < all.size(); i++) {
      var shot = all.get(i);
      before += shot == null ? 0 : shot.frames();
    }
    return last == null
        ? null
        : of(last.visual(), new Frame(Math.min(frame - before, last.frames() - 1), last.frames()));
  }

  private static @Nullable Seen of(@Nullable Visual visual, Frame frame) {
    return visual == null ? null : new Seen(visual, frame);
  }
}
