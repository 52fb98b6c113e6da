package io.vidgen.internal.video;

import io.vidgen.model.Fit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What of a video is shown, and how pictures that were made for another shape fill it.
 *
 * @param fit how all pictures are fitted in, null for each as usual
 * @param made how those are fitted in that were made for the video, null as usual
 * @param teaser how much is shown from the beginning, null for all
 * @param posterAt when the poster is seen, null for the middle of the beginning
 */
public record Edition(
    @Nullable Fit fit, @Nullable Fit made, @Nullable Duration teaser, @Nullable Duration posterAt) {
  /** All of it, in the shape that the pictures were made for. */
  public static final Edition WHOLE = new Edition(null, null, null, null);
}
