package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.AudioSteps;
import io.vidgen.internal.video.Memo;
import io.vidgen.internal.video.SceneTimes;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.Toolbox;
import io.vidgen.model.Timeline;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.AudioRequest.Form;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of clips.
 *
 * @param plan how clips follow each other
 * @param runs the clips
 * @param tools takes sound out of them
 * @param memo steps
 */
record ClipSounds(ClipPlan plan, ClipRuns runs, Toolbox tools, Memo memo) {

  /**
   * One sound for all clips of a chain, that of the last: there is no seam in it. A clip that our
   * own voice speaks ends it, and each clip after that has its own stretch.
   */
  List<Sound> of(Shot shot) {
    var first = runs.known(plan.at(shot.place()));
    if (first == null) {
      return List.of();
    } else if (isApart(first)) {
      return Stream.ofNullable(shot.sound()).toList();
    } else if (first.isExtension()) {
      return List.of();
    }
    var last = first;
    for (var next = next(last); next != null && goesOn(next); next = next(next)) {
      last = next;
    }
    var result = last.result();
    return result.audio()
        ? List.of(new Sound(result.video(), Duration.ZERO, result.duration()))
        : List.of();
  }

  private static boolean goesOn(Filmed filmed) {
    return filmed.isExtension() && !filmed.asking().ownVoice();
  }

  private @Nullable Filmed next(Filmed filmed) {
    var after = plan.after(filmed.clip());
    return after == null ? null : runs.known(after);
  }

  /** Whether the sound of its chain is broken at a clip, or was before it. */
  private boolean isApart(Filmed filmed) {
    for (var clip = filmed; clip != null; ) {
      if (clip.asking().ownVoice()) {
        return true;
      }
      var before = plan.before(clip.clip());
      clip = clip.isExtension() && before != null ? runs.known(before) : null;
    }
    return false;
  }

  /** The shot with the stretch of sound that it has for itself; null while that is not there. */
  @Nullable Shot withOwnStretch(Filmed filmed, Shot shot, StepPort port) {
    if (!filmed.isExtension() || !filmed.result().audio() || !isApart(filmed)) {
      return shot;
    }
    var from = Timeline.timeOf(SceneTimes.frameAt(filmed.left()), Timeline.FRAME_RATE);
    var length = filmed.result().duration().minus(from);
    var key = shot.place().key(AudioSteps.AUDIO, "stretch");
    var asked = new AudioRequest(filmed.result().video(), Form.STRETCH, from, length);
    return port.need(memo.once(key, () -> AudioSteps.step(key, asked, tools)))
        .map(made -> shot.heard(new Sound(made.audio(), Duration.ZERO, length)))
        .orElse(null);
  }
}
