package io.vidgen.internal.story;

import io.vidgen.internal.video.Place;
import io.vidgen.model.Scene;
import java.time.Duration;

/**
 * A clip of the plan.
 *
 * @param place where it belongs
 * @param position its number in its run, from 0
 * @param length how long it is; of an extension, what is added
 * @param alone how long it is when it goes on from nothing
 * @param end where in its run it ends
 * @param part what it tells: its scene with this clip's share of the dialogue
 */
record PlannedClip(
    Place place, int position, Duration length, Duration alone, Duration end, Scene part) {

  int scene() {
    return place.scene();
  }

  /** Which of its scene's clips it is, from 1. */
  int number() {
    return place.part().isEmpty() ? 1 : Integer.parseInt(place.part());
  }

  /** Where the request says it. */
  String field() {
    var scene = Telling.field(place.scene());
    return place.part().isEmpty() ? scene : scene + ", clip " + place.part();
  }
}
