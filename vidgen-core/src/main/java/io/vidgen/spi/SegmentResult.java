package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.time.Duration;
import java.util.List;

/**
 * An encoded piece of the picture track.
 *
 * @param video the segment, without sound
 * @param frames its length
 * @param black stretches that are black, from the segment's start
 * @param frozen stretches in which nothing moves, from the segment's start
 */
public record SegmentResult(Artifact video, int frames, List<Stretch> black, List<Stretch> frozen)
    implements ProviderResult {

  /**
   * A stretch of time.
   *
   * @param start its start
   * @param end its end
   */
  public record Stretch(Duration start, Duration end) {}

  /** Copies the lists. */
  public SegmentResult {
    black = List.copyOf(black);
    frozen = List.copyOf(frozen);
  }

  @Override
  public List<Artifact> artifacts() {
    return List.of(video);
  }
}
