package io.vidgen.spi;

import io.vidgen.model.Artifact;

/**
 * A frame to take out of a video.
 *
 * @param video a segment or video
 * @param frame which frame, from 0; {@link #LAST} for the last one, whatever the frame rate
 * @param frameRate frames per second
 */
public record PosterRequest(Artifact video, int frame, int frameRate) {
  /** Stands for the last frame. */
  public static final int LAST = -1;

  /**
   * The last frame of a video of any frame rate.
   *
   * @param video a segment or video
   * @return the request
   */
  public static PosterRequest last(Artifact video) {
    return new PosterRequest(video, LAST, 1);
  }
}
