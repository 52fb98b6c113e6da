package io.vidgen.internal.video;

import io.vidgen.internal.engine.StepPort;
import java.util.List;
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
}
