package io.vidgen.internal.story;

import io.vidgen.internal.engine.StepPort;
import io.vidgen.internal.video.Checklist;
import io.vidgen.internal.video.Place;
import io.vidgen.internal.video.Shot;
import io.vidgen.internal.video.Sound;
import io.vidgen.internal.video.StoryNote.Kept;
import io.vidgen.model.Visual;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way to make scenes of a story. It is asked only for the scenes that are made so. */
interface SceneShots {

  /**
   * The shots of a scene.
   *
   * @param scene number of the scene, from 1
   * @return their places in order, at least one
   */
  List<Place> places(int scene);

  /**
   * Asks for the steps of a shot.
   *
   * @param place one of {@link #places}
   * @param port where to ask
   * @return the shot, its picture possibly still missing; null while its length is not known
   */
  @Nullable Shot shot(Place place, StepPort port);

  /**
   * How long a shot will be at least, before anything of it is there.
   *
   * @param place one of {@link #places}
   * @return zero, the default, when nobody can tell
   */
  default Duration atLeast(Place place) {
    return Duration.ZERO;
  }

  /**
   * Asks for the picture of a shot alone.
   *
   * @param place one of {@link #places}
   * @param port where to ask
   * @return the picture; null while it is not there
   */
  default @Nullable Visual picture(Place place, StepPort port) {
    var shot = shot(place, port);
    return shot == null ? null : shot.visual();
  }

  /**
   * Whether a shot goes on in the next one, so that they are cut hard whatever the transition.
   *
   * @param left a shot that is made so
   * @param right the one after it, made so too
   * @return false by default
   */
  default boolean seamless(Place left, Place right) {
    return false;
  }

  /**
   * Whether its shots and those of another way are made between the same pictures.
   *
   * @param other another way
   * @return false by default
   */
  default boolean continues(SceneShots other) {
    return false;
  }

  /**
   * What begins to be heard in a shot, once all shots of the video are known.
   *
   * @param shot a shot that is made so
   * @return its own voice by default
   */
  default List<Sound> sounds(Shot shot) {
    return Stream.ofNullable(shot.sound()).toList();
  }

  /**
   * How the characters of a scene were kept in its clips, once all shots of the video are known.
   *
   * @param scene number of the scene, from 1
   * @param character one of those who appear in it, by position
   * @return null, the default, for scenes of which nothing was filmed
   */
  default @Nullable Set<Kept> kept(int scene, int character) {
    return null;
  }

  /**
   * Finds what is wrong, and says what the user should know.
   *
   * @param scenes the scenes that are made so
   * @param list takes it
   */
  void check(Set<Integer> scenes, Checklist list);
}
