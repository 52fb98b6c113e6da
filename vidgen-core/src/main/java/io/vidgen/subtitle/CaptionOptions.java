package io.vidgen.subtitle;

import java.time.Duration;

/**
 * How words are grouped into captions.
 *
 * @param lineCharacters the most characters in a line of a script with narrow letters, 4 to 200;
 *     default 20, what fits between the safe zones of a 1080x1920 video at the default font size
 * @param lineWideCharacters the most characters in a line of Chinese, Japanese or Korean, 2 to 100;
 *     default 12; in mixed lines both kinds take their share of the line
 * @param lines the most lines of a cue, 1 to 4; default 2
 * @param cueWords the most words of a cue, from 1; 0, the default, for as many as fit
 * @param minDuration how long a cue is shown at least, as far as the next one leaves room; zero or
 *     more, default 700 ms
 * @param maxDuration how long the words of a cue may take, above zero; a single longer word still
 *     gets its time; default 5 s
 * @param readingSpeed the most characters per second a viewer is asked to read, above zero, a wide
 *     character counts as two; a cue is shown longer, as far as the next one leaves room, to stay
 *     under it; default 21
 * @param bridge a gap between two cues up to this long is closed by showing the first one longer;
 *     zero or more, default 300 ms
 * @param pause a silence from this long on always ends a cue; above zero, default 800 ms
 */
public record CaptionOptions(
    int lineCharacters,
    int lineWideCharacters,
    int lines,
    int cueWords,
    Duration minDuration,
    Duration maxDuration,
    double readingSpeed,
    Duration bridge,
    Duration pause) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of its range or the durations contradict
   */
  public CaptionOptions {
    checkRange("lineCharacters", lineCharacters, 4, 200);
    checkRange("lineWideCharacters", lineWideCharacters, 2, 100);
    checkRange("lines", lines, 1, 4);
    checkRange("cueWords", cueWords, 0, Integer.MAX_VALUE);
    if (minDuration.isNegative() || minDuration.compareTo(maxDuration) > 0) {
      throw new IllegalArgumentException(
          "0 <= minDuration <= maxDuration does not hold for "
              + minDuration
              + " and "
              + maxDuration);
    }
    if (maxDuration.isZero() || pause.isZero() || pause.isNegative() || bridge.isNegative()) {
      throw new IllegalArgumentException(
          "maxDuration and pause must be above zero and bridge not negative: "
              + maxDuration
              + ", "
              + pause
              + ", "
              + bridge);
    }
    if (!(readingSpeed > 0)) {
      throw new IllegalArgumentException("readingSpeed must be above 0, not " + readingSpeed);
    }
  }

  /**
   * Two lines of 20 (wide: 12) characters, 0.7 to 5 s, 21 characters per second, gaps to 300 ms
   * closed, a new cue after 800 ms of silence.
   *
   * @return the defaults
   */
  public static CaptionOptions defaults() {
    return builder().build();
  }

  /**
   * Starts from the defaults.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  private static void checkRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", not " + value);
    }
  }

  /** Collects the options; not thread-safe. */
  public static final class Builder {

    private int lineCharacters = 20;
    private int lineWideCharacters = 12;
    private int lines = 2;
    private int cueWords;
    private Duration minDuration = Duration.ofMillis(700);
    private Duration maxDuration = Duration.ofSeconds(5);
    private double readingSpeed = 21;
    private Duration bridge = Duration.ofMillis(300);
    private Duration pause = Duration.ofMillis(800);

    private Builder() {}

    /**
     * Sets the most narrow characters of a line.
     *
     * @param count 4 to 200
     * @return this builder
     */
    public Builder lineCharacters(int count) {
      this.lineCharacters = count;
      return this;
    }

    /**
     * Sets the most wide characters of a line.
     *
     * @param count 2 to 100
     * @return this builder
     */
    public Builder lineWideCharacters(int count) {
      this.lineWideCharacters = count;
      return this;
    }

    /**
     * Sets the most lines of a cue.
     *
     * @param count 1 to 4
     * @return this builder
     */
    public Builder lines(int count) {
      this.lines = count;
      return this;
    }

    /**
     * Sets the most words of a cue.
     *
     * @param count from 1, or 0 for as many as fit
     * @return this builder
     */
    public Builder cueWords(int count) {
      this.cueWords = count;
      return this;
    }

    /**
     * Sets how long a cue is shown at least.
     *
     * @param duration zero or more
     * @return this builder
     */
    public Builder minDuration(Duration duration) {
      this.minDuration = duration;
      return this;
    }

    /**
     * Sets how long the words of a cue may take.
     *
     * @param duration above zero
     * @return this builder
     */
    public Builder maxDuration(Duration duration) {
      this.maxDuration = duration;
      return this;
    }

    /**
     * Sets the reading speed to stay under.
     *
     * @param charactersPerSecond above zero
     * @return this builder
     */
    public Builder readingSpeed(double charactersPerSecond) {
      this.readingSpeed = charactersPerSecond;
      return this;
    }

    /**
     * Sets up to which length a gap between cues is closed.
     *
     * @param duration zero or more
     * @return this builder
     */
    public Builder bridge(Duration duration) {
      this.bridge = duration;
      return this;
    }

    /**
     * Sets from which length on a silence ends a cue.
     *
     * @param duration above zero
     * @return this builder
     */
    public Builder pause(Duration duration) {
      this.pause = duration;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     * @throws IllegalArgumentException if a value is out of its range
     */
    public CaptionOptions build() {
      return new CaptionOptions(
          lineCharacters,
          lineWideCharacters,
          lines,
          cueWords,
          minDuration,
          maxDuration,
          readingSpeed,
          bridge,
          pause);
    }
  }
}
