package io.vidgen.internal.story;

import io.vidgen.spi.ClipResult;
import java.time.Duration;

/**
 * A clip that is there.
 *
 * @param clip which one
 * @param result what was made; of an extension, the whole video so far
 * @param asking how it was asked for in the end
 * @param left where in it the clip before was left, which this one's picture goes on from; zero for
 *     a new video
 */
record Filmed(PlannedClip clip, ClipResult result, Asking asking, Duration left) {

  /** Whether the video of the clip before is in it too. */
  boolean isExtension() {
    return !left.isZero();
  }
}
