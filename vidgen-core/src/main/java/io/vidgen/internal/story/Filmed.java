package io.vidgen.internal.story;

import io.vidgen.spi.ClipResult;
import java.time.Duration;

/**
 * A clip that is there.
 *
 * @param clip which one
 * @param result what was made; of an extension, the whole video so far
 * @param asking how it was asked for in the end
 * @param begin where in it this clip begins: the end of the clip that it goes on from
 */
record Filmed(PlannedClip clip, ClipResult result, Asking asking, Duration begin) {

  /** Whether the video of the clip before is in it too. */
  boolean isExtension() {
    return !begin.isZero();
  }
}
