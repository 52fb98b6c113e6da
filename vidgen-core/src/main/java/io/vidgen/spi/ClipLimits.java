package io.vidgen.spi;

import java.time.Duration;
import java.util.List;

/**
 * What clips a provider can make, as far as a video is planned by it.
 *
 * @param lengths lengths that a new clip may have, the preferred one first; empty for any
 * @param extension how much one extension adds; zero when videos cannot be extended
 * @param maxExtensions how often one video can be extended, from 0
 * @param maxLength length of an extended video at most; zero when videos cannot be extended
 * @param maxReferences how many reference pictures a new clip takes, from 0
 * @param extensionReferences whether an extension takes reference pictures too
 * @param firstFrame whether a new clip can begin with a given picture
 * @param lastFrame whether a new clip can begin and end with given pictures
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
  public static final ClipLimits PLAIN =
      new ClipLimits(
          List.of(), Duration.ZERO, 0, Duration.ZERO, 0, false, false, false, Duration.ZERO);

  /** Copies the list. */
  public ClipLimits {
    lengths = List.copyOf(lengths);
  }

  /**
   * Whether videos can be extended.
   *
   * @return true if so
   */
  public boolean extendable() {
    return maxExtensions > 0;
  }
}
