package io.vidgen.internal.limits;

import java.time.Duration;

/**
 * Somebody who waits too long for a vendor that takes nothing.
 *
 * @param turn who
 * @param held how long it will have waited
 * @param left how long the vendor takes nothing yet
 */
record Late(Turn turn, Duration held, Duration left) {
  static Late of(Turn turn, Pause pause, long now) {
    return new Late(turn, pause.held(turn, now), pause.left(now));
  }

  void tell() {
    turn.postpone(held, left);
  }
}
