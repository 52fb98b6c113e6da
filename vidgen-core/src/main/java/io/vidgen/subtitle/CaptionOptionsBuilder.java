package io.vidgen.subtitle;

import java.time.Duration;

/** Collects the options; not thread-safe. */
public final class CaptionOptionsBuilder {

  private int lineCharacters = 22;
  private int lineWideCharacters = 12;
  private int lines = 2;
  private int cueWords;
  private Duration minDuration = Duration.ofMillis(700);
  private Duration maxDuration = Duration.ofSeconds(5);
  private double readingSpeed = 21;
  private Duration bridge = Duration.ofMillis(300);
  private Duration pause = Duration.ofMillis(800);

  CaptionOptionsBuilder() {}

  /**
   * Sets the most narrow characters of a line.
   *
   * @param count 4 to 200
   * @return this builder
   */
  public CaptionOptionsBuilder lineCharacters(int count) {
    this.lineCharacters = count;
    return this;
  }

  /**
   * Sets the most wide characters of a line.
   *
   * @param count 2 to 100
   * @return this builder
   */
  public CaptionOptionsBuilder lineWideCharacters(int count) {
    this.lineWideCharacters = count;
    return this;
  }

  /**
   * Sets the most lines of a cue.
   *
   * @param count 1 to 4
   * @return this builder
   */
  public CaptionOptionsBuilder lines(int count) {
    this.lines = count;
    return this;
  }

  /**
   * Sets the most words of a cue.
   *
   * @param count from 1, or 0 for as many as fit
   * @return this builder
   */
  public CaptionOptionsBuilder cueWords(int count) {
    this.cueWords = count;
    return this;
  }

  /**
   * Sets how long a cue is shown at least.
   *
   * @param duration zero or more
   * @return this builder
   */
  public CaptionOptionsBuilder minDuration(Duration duration) {
    this.minDuration = duration;
    return this;
  }

  /**
   * Sets how long the words of a cue may take.
   *
   * @param duration above zero
   * @return this builder
   */
  public CaptionOptionsBuilder maxDuration(Duration duration) {
    this.maxDuration = duration;
    return this;
  }

  /**
   * Sets the reading speed to stay under.
   *
   * @param charactersPerSecond above zero
   * @return this builder
   */
  public CaptionOptionsBuilder readingSpeed(double charactersPerSecond) {
    this.readingSpeed = charactersPerSecond;
    return this;
  }

  /**
   * Sets up to which length a gap between cues is closed.
   *
   * @param duration zero or more
   * @return this builder
   */
  public CaptionOptionsBuilder bridge(Duration duration) {
    this.bridge = duration;
    return this;
  }

  /**
   * Sets from which length on a silence ends a cue.
   *
   * @param duration above zero
   * @return this builder
   */
  public CaptionOptionsBuilder pause(Duration duration) {
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
