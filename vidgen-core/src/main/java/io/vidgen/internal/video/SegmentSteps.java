package io.vidgen.internal.video;

import io.vidgen.internal.engine.Step;
import io.vidgen.internal.engine.StepKey;
import io.vidgen.internal.engine.Steps;
import io.vidgen.internal.engine.Steps.Recipe;
import io.vidgen.model.Transition;
import io.vidgen.model.Visual;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SegmentResult;
import io.vidgen.subtitle.AssWriter;
import io.vidgen.subtitle.CaptionTrack;
import io.vidgen.subtitle.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the picture track into segments. A segment knows its own scene, and a transition its two,
 * with times from its own start: nothing in it changes when other scenes do.
 */
public final class SegmentSteps {
  /** The kind of the step that renders a stretch of one picture. */
  public static final String SEGMENT = "segment";

  static final String TRANSITION = "transition";

  private final Look look;
  private final Toolbox tools;
  private final Recipe recipe;

  /**
   * For one video.
   *
   * @param look how it looks
   * @param tools what it is made with
   */
  public SegmentSteps(Look look, Toolbox tools) {
    this.look = look;
    this.tools = tools;
    this.recipe = tools.recipe();
  }

  /** The part of a scene that no transition takes. */
  Step<SegmentResult> body(Side side) {
    return body(side, side.shot().frames() - side.after().frames() / 2);
  }

  /** The part of a scene between the transition before it and a frame of its own. */
  Step<SegmentResult> body(Side side, int to) {
    var shot = side.shot();
    int from = side.before().frames() / 2;
    // The picture appears half a transition early, so that much of its motion is over by then.
    var layer =
        new SegmentRequest.Layer(
            side.visual(),
            side.before().frames(),
            Math.max(from + to, total(shot.frames(), side.before(), side.after())));
    var captions = shot.captions().window(look.time(from), look.time(to));
    return step(shot.place().key(SEGMENT), to - from, List.of(layer), null, captions);
  }

  /** The change from one scene to the next. */
  Step<SegmentResult> change(Side left, Side right) {
    var transition = left.after();
    int half = transition.frames() / 2;
    int leftShown = left.before().frames() / 2 + left.shot().frames() - half;
    var layers =
        List.of(
            new SegmentRequest.Layer(
                left.visual(), leftShown, total(left.shot().frames(), left.before(), transition)),
            new SegmentRequest.Layer(
                right.visual(), 0, total(right.shot().frames(), transition, right.after())));
    var captions =
        joined(
            left.shot()
                .captions()
                .window(look.time(left.shot().frames() - half), look.time(left.shot().frames())),
            right.shot().captions().window(Duration.ZERO, look.time(half)),
            look.time(half));
    return step(
        StepKey.scene(TRANSITION, left.shot().place().scene()),
        transition.frames(),
        layers,
        transition.kind(),
        captions);
  }

  /**
   * A scene beside a transition.
   *
   * @param shot the scene
   * @param visual its picture
   * @param before the transition before it
   * @param after the transition after it
   */
  record Side(Shot shot, Visual visual, Transition before, Transition after) {}

  private static int total(int frames, Transition before, Transition after) {
    return before.frames() / 2 + frames + after.frames() / 2;
  }

  /**
   * A stretch of one moving picture.
   *
   * @param key name of the step
   * @param visual the whole picture
   * @param from its first frame in this stretch
   * @param to the first frame after this stretch
   * @param captions captions of the whole picture
   * @return the step
   */
  public Step<SegmentResult> stretch(
      StepKey key, Visual visual, int from, int to, CaptionTrack captions) {
    var layer = new SegmentRequest.Layer(visual, from, to);
    var window = captions.window(look.time(from), look.time(to));
    return step(key, to - from, List.of(layer), null, window);
  }

  private Step<SegmentResult> step(
      StepKey key,
      int frames,
      List<SegmentRequest.Layer> layers,
      Transition.@Nullable Kind kind,
      CaptionTrack captions) {
    var asked =
        new SegmentRequest(
            look.format(),
            look.frameRate(),
            frames,
            layers,
            kind,
            captionText(captions),
            look.quality());
    return Steps.local(
        key,
        SegmentResult.class,
        recipe,
        asked,
        expected(frames),
        context -> tools.composer().segment(asked, context));
  }

  /**
   * A single frame of a picture, without captions.
   *
   * @param key name of the step
   * @param visual the whole picture
   * @param frame which frame of it, from 0
   * @param total how many frames of it a video would show, for its motion
   * @return the step
   */
  Step<SegmentResult> frame(StepKey key, Visual visual, int frame, int total) {
    var layer = new SegmentRequest.Layer(visual, frame, Math.max(total, frame + 1));
    return step(key, 1, List.of(layer), null, CaptionTrack.of(List.of(), Locale.ROOT));
  }

  /**
   * How long a segment takes, roughly.
   *
   * @param frames its length
   * @return the time
   */
  public static Duration expected(int frames) {
    return Duration.ofMillis(100 + frames * 16L);
  }

  private @Nullable String captionText(CaptionTrack captions) {
    var style = look.captions();
    if (style == null || captions.cues().isEmpty()) {
      return null;
    }
    return AssWriter.write(captions, style, look.format().width(), look.format().height());
  }

  private static CaptionTrack joined(CaptionTrack left, CaptionTrack right, Duration offset) {
    var cues = new ArrayList<Cue>(left.cues());
    right.cues().forEach(cue -> cues.add(CaptionOffset.shift(cue, offset)));
    return CaptionTrack.of(cues, left.language());
  }
}
