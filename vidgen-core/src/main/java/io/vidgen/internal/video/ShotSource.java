package io.vidgen.internal.video;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.model.Visual;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the shots of a video come from; what tells apart one kind of request from another. */
public interface ShotSource {

  /**
   * All shots.
   *
   * @return their places in order, at least one
   */
  List<Place> places();

  /**
   * Asks for the steps of a shot.
   *
   * @param index which shot, from 0
   * @param port where to ask
   * @return the shot, its picture possibly still missing; null while its length is not known
   */
  @Nullable Shot shot(int index, StepPort port);

  /**
   * How long a shot will be at least, before anything of it is there.
   *
   * @param index which shot, from 0
   * @return zero, the default, when nobody can tell
   */
  default Duration atLeast(int index) {
    return Duration.ZERO;
  }

  /**
   * Asks for the picture of a shot alone.
   *
   * @param index which shot, from 0
   * @param port where to ask
   * @return the picture; null while it is not there
   */
  default @Nullable Visual picture(int index, StepPort port) {
    var shot = shot(index, port);
    return shot == null ? null : shot.visual();
  }

  /**
   * Whether a shot goes on in the next one, so that they are cut hard whatever the transition.
   *
   * @param left the shot before the change, from 0; not the last
   * @return false by default
   */
  default boolean seamless(int left) {
    return false;
  }

  /**
   * How a story was made, once all shots are known.
   *
   * @return null, the default, for another kind of video
   */
  default @Nullable StoryNote note() {
    return null;
  }

  /**
   * What is heard, once all shots are known. A sound may go on through shots after its own.
   *
   * @param shots all shots in order
   * @return for each shot the sounds that begin in it; by default each its own voice
   */
  default List<List<Sound>> sounds(List<Shot> shots) {
    return shots.stream().map(shot -> Stream.ofNullable(shot.sound()).toList()).toList();
  }
}
