package io.vidgen.internal.video;

import io.vidgen.internal.engine.ForeseeingPort;
import io.vidgen.internal.engine.StepPort;
import io.vidgen.model.Timeline;
import io.vidgen.model.Transition;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The shots that are seen, as far as they are known.
 *
 * @param shots in order; null where the length of one is not known
 * @param cut frames of the last of them that are shown; 0 for all
 */
record ShownShots(List<@Nullable Shot> shots, int cut) {

  /**
   * The shots of a whole video.
   *
   * @param count how many there are
   * @param shot asks for one by its index
   */
  static ShownShots all(int count, IntFunction<@Nullable Shot> shot) {
    var shots = new ArrayList<@Nullable Shot>(count);
    for (int i = 0; i < count; i++) {
      shots.add(shot.apply(i));
    }
    return new ShownShots(shots, 0);
  }

  /**
   * The shots of the beginning. A shot is asked for when it is known that it is seen: for longer
   * than the transition that leads to it, or else the one before it stays.
   *
   * @param frames length of the beginning
   * @param source all shots
   * @param shot asks for one by its index
   * @param hidden how many frames of the shot after one make nobody see it, at most
   * @param port where those are foreseen that may be seen
   */
  static ShownShots beginning(
      int frames,
      ShotSource source,
      IntFunction<@Nullable Shot> shot,
      IntUnaryOperator hidden,
      StepPort port) {
    int count = source.places().size();
    var shots = new ArrayList<@Nullable Shot>();
    int start = 0;
    for (int i = 0; i < count; i++) {
      if (i > 0 && start + hidden.applyAsInt(i - 1) >= frames) {
        break;
      }
      var next = shot.apply(i);
      shots.add(next);
      if (next == null) {
        foresee(i, start, frames, source, port);
        return new ShownShots(shots, 0);
      }
      start += next.frames();
    }
    var last = shots.get(shots.size() - 1);
    boolean whole = shots.size() == count && start <= frames;
    return new ShownShots(shots, whole || last == null ? 0 : frames - (start - last.frames()));
  }

  private static void foresee(
      int unknown, int start, int frames, ShotSource source, StepPort port) {
    var foreseeing = new ForeseeingPort(port);
    int at = start;
    for (int i = unknown; i + 1 < source.places().size(); i++) {
      at += SceneTimes.frameAt(source.atLeast(i));
      if (at >= frames) {
        return;
      }
      var unused = source.shot(i + 1, foreseeing);
    }
  }

  boolean isKnown() {
    return !shots.contains(null);
  }

  /** All shots, the last only as far as it is seen; when all are known. */
  List<Shot> seen() {
    @SuppressWarnings("NullAway") // none of them is null, as the caller has checked
    var known = new ArrayList<Shot>(shots);
    if (cut > 0) {
      int last = known.size() - 1;
      known.set(last, cut(known.get(last), cut));
    }
    return known;
  }

  private static Shot cut(Shot shot, int frames) {
    var end = Timeline.timeOf(frames, Timeline.FRAME_RATE);
    var sound = shot.sound();
    var words = new ArrayList<WordTiming>();
    for (var word : shot.words()) {
      if (word.start().compareTo(end) < 0) {
        words.add(new WordTiming(word.text(), word.start(), min(word.end(), end), word.source()));
      }
    }
    return new Shot(
        shot.place(),
        frames,
        sound == null || sound.start().compareTo(end) >= 0
            ? null
            : new Sound(
                sound.audio(), sound.start(), min(sound.length(), end.minus(sound.start()))),
        words,
        shot.captions().window(Duration.ZERO, end),
        shot.visual(),
        shot.inSync());
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** A flash: one frame after those of the transition that lie in the next shot, at most. */
  static int flash(Transition wanted, @Nullable Shot left) {
    return wanted.kind() == Transition.Kind.CUT || left == null
        ? 1
        : 1 + SceneTimes.between(wanted, left.frames(), Integer.MAX_VALUE).frames() / 2;
  }
}
