package io.vidgen.rest.internal.elevenlabs;

/**
 * How much text one call may speak. An answer is held in memory whole, so that what counts is how
 * long the sound becomes: a text in Chinese, Japanese or Korean, or in many samples a second, is
 * cut into shorter parts. Pure.
 */
final class PartLength {
  /** The rate that the chosen length is for. */
  private static final int RATE = 24_000;

  /** Letters a second of speech with long pauses; usual speech has 12 to 18. */
  private static final int SLOWEST = 4;

  /** Two bytes a sample, and four of base64 for three. */
  private static final double BYTES_A_SECOND = RATE * 2 * 4 / 3.0;

  /** For the times of the characters and for lists, such as that of the voices. */
  private static final int OTHER = 16 << 20;

  private static final int MOST_BYTES = 256 << 20;

  private PartLength() {}

  /**
   * The longest part of a text.
   *
   * @param limit what the model takes
   * @param chosen what the user wants
   * @return UTF-16 units, 1 or more
   */
  static int of(String text, int limit, int chosen, SoundFormat wire) {
    double most = SpeakingTime.isDense(text) ? chosen / SpeakingTime.DENSE : chosen;
    if (wire.isSamples() && wire.rate() > RATE) {
      most = most * RATE / wire.rate();
    }
    return Math.max(1, (int) Math.min(limit, most));
  }

  /**
   * The largest answer for a part, with room for the slowest speech: sound that is refused for its
   * size is paid all the same.
   */
  static int answerBytes(int chosen) {
    double sound = BYTES_A_SECOND * chosen / SLOWEST;
    return (int) Math.min(MOST_BYTES, OTHER + sound);
  }
}
