package io.vidgen.model;

import java.time.Duration;

/** What is seen during a stretch of the timeline. */
public sealed interface Visual {

  /**
   * The file it is made from.
   *
   * @return an image or a video
   */
  Artifact source();

  /**
   * How it is fitted into the frame.
   *
   * @return the fit
   */
  Fit fit();

  /**
   * A still picture.
   *
   * @param source an image
   * @param fit how it is fitted
   * @param motion how it moves
   */
  record Still(Artifact source, Fit fit, Motion motion) implements Visual {}

  /**
   * Part of a video; when it is shorter than its place, its last frame stays.
   *
   * @param source a video
   * @param fit how it is fitted
   * @param from where in the source it begins; when negative, its first frame is held for so long
   */
  record Footage(Artifact source, Fit fit, Duration from) implements Visual {}
}
