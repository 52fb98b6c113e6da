package io.vidgen.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * What clips a provider can make, as far as a video is planned by it. Made by {@link #builder()},
 * which stays as it is when there will be more to say than these nine.
 *
 * @param lengths lengths that a new clip may have, the preferred one first; empty for any
 * @param extension how much one extension adds; zero when videos cannot be extended
 * @param maxExtensions how often one video can be extended, from 0
 * @param maxLength length of an extended video at most; zero when videos cannot be extended
 * @param maxReferences how many reference pictures a new clip takes, from 0
 * @param extensionReferences whether an extension takes reference pictures too
 * @param firstFrame whether a new clip can begin with a given picture
 * @param lastFrame whether a new clip can begin and end with given pictures; only with {@code
 *     firstFrame}
 * @param retention how long the vendor keeps a video, so that it can be extended; zero when it
 *     cannot, or the vendor does not say
 */
public record ClipLimits(
    List<Duration> lengths,
    Duration extension,
    int maxExtensions,
    Duration maxLength,
    int maxReferences,
    boolean extensionReferences,
    boolean firstFrame,
    boolean lastFrame,
    Duration retention) {

  /** New clips of any length and nothing else. */
  public static final ClipLimits PLAIN = builder().build();

  /**
   * Copies the list and checks the values.
   *
   * @throws IllegalArgumentException if a length is not more than zero, a number or time is
   *     negative, or two contradict each other; its message names them
   */
  public ClipLimits {
    lengths = List.copyOf(lengths);
    lengths.forEach(length -> Checks.positive("each of lengths", length));
    Checks.notNegative("extension", extension);
    Checks.notNegative("maxExtensions", maxExtensions);
    Checks.notNegative("maxLength", maxLength);
    Checks.notNegative("maxReferences", maxReferences);
    Checks.notNegative("retention", retention);
    if (maxExtensions > 0 && (extension.isZero() || maxLength.isZero())) {
      throw new IllegalArgumentException(
          "extension and maxLength must be more than 0 when maxExtensions is "
              + maxExtensions
              + ", not "
              + extension
              + " and "
              + maxLength);
    }
    if (lastFrame && !firstFrame) {
      throw new IllegalArgumentException("lastFrame is only possible with firstFrame");
    }
  }

  /**
   * Starts with new clips of any length and nothing else.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts with these limits.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder()
        .lengths(lengths)
        .extensions(extension, maxExtensions, maxLength)
        .maxReferences(maxReferences)
        .extensionReferences(extensionReferences)
        .firstFrame(firstFrame)
        .lastFrame(lastFrame)
        .retention(retention);
  }

  /**
   * Whether videos can be extended.
   *
   * @return true if so
   */
  public boolean extendable() {
    return maxExtensions > 0;
  }

  /** Builds limits; not safe for use by several threads. */
  public static final class Builder {
    private List<Duration> lengths = List.of();
    private Duration extension = Duration.ZERO;
    private int maxExtensions;
    private Duration maxLength = Duration.ZERO;
    private int maxReferences;
    private boolean extensionReferences;
    private boolean firstFrame;
    private boolean lastFrame;
    private Duration retention = Duration.ZERO;

    private Builder() {}

    /**
     * Sets the lengths of new clips.
     *
     * @param lengths each more than zero, the preferred one first; default none, for any
     * @return this
     */
    public Builder lengths(List<Duration> lengths) {
      this.lengths = List.copyOf(lengths);
      return this;
    }

    /**
     * Lets videos be extended.
     *
     * @param each how much one extension adds, more than zero
     * @param most how often one video can be extended; default 0
     * @param longest length of an extended video at most, more than zero
     * @return this
     */
    public Builder extensions(Duration each, int most, Duration longest) {
      this.extension = requireNonNull(each, "each");
      this.maxExtensions = most;
      this.maxLength = requireNonNull(longest, "longest");
      return this;
    }

    /**
     * Sets how many reference pictures a new clip takes.
     *
     * @param most from 0, the default
     * @return this
     */
    public Builder maxReferences(int most) {
      this.maxReferences = most;
      return this;
    }

    /**
     * Sets whether an extension takes reference pictures too.
     *
     * @param able default false
     * @return this
     */
    public Builder extensionReferences(boolean able) {
      this.extensionReferences = able;
      return this;
    }

    /**
     * Sets whether a new clip can begin with a given picture.
     *
     * @param able default false
     * @return this
     */
    public Builder firstFrame(boolean able) {
      this.firstFrame = able;
      return this;
    }

    /**
     * Sets whether a new clip can begin and end with given pictures.
     *
     * @param able default false; true only with {@link #firstFrame}
     * @return this
     */
    public Builder lastFrame(boolean able) {
      this.lastFrame = able;
      return this;
    }

    /**
     * Sets how long the vendor keeps a video.
     *
     * @param time default zero: it does not say
     * @return this
     */
    public Builder retention(Duration time) {
      this.retention = requireNonNull(time, "time");
      return this;
    }

    /**
     * Finishes.
     *
     * @return the limits
     * @throws IllegalArgumentException if a value is out of range or two contradict each other; its
     *     message names them
     */
    public ClipLimits build() {
      return new ClipLimits(
          lengths,
          extension,
          maxExtensions,
          maxLength,
          maxReferences,
          extensionReferences,
          firstFrame,
          lastFrame,
          retention);
    }
  }
}
