package io.vidgen.ffmpeg.internal.probe;

/** How fast a picture moves, from the two rates that ffmpeg names. */
final class FrameRate {
  /** Cameras' clocks are not exact. */
  private static final double CLEARLY = 1.1;

  /** Above this the rate is that of a clock, not of a picture. */
  private static final double PLAUSIBLE = 240;

  /** Recordings of screens go no faster where it matters. */
  private static final double FASTEST = 60;

  /** Interlaced pictures tick twice a frame; slower ones are not interlaced. */
  private static final double INTERLACED = 23.5;

  private FrameRate() {}

  /**
   * The rate at which nothing is lost.
   *
   * @param average frames divided by length; low where pictures stand for long
   * @param grid the slowest rate on whose ticks all frames lie, 0 when not said
   */
  static double of(double average, double grid) {
    if (grid > PLAUSIBLE || grid <= average * CLEARLY) {
      return average;
    }
    boolean fields = average >= INTERLACED && Math.abs(grid / average - 2) < 0.01;
    return fields ? average : Math.max(average, Math.min(grid, FASTEST));
  }
}
