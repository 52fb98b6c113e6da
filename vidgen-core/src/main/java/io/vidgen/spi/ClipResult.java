package io.vidgen.spi;

import io.vidgen.model.Artifact;
import io.vidgen.model.VendorVideo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moving picture.
 *
 * @param video an MP4; when a video was extended, all of it
 * @param duration its length
 * @param audio whether it has sound
 * @param begin where in {@code video} that begins which was asked for: zero for a new clip, the
 *     length of what was extended otherwise
 * @param source the vendor's own copy, to go on from; null when the vendor cannot
 */
public record ClipResult(
    Artifact video, Duration duration, boolean audio, Duration begin, @Nullable VendorVideo source)
    implements ProviderResult {

  /**
   * A clip that is all new and cannot be extended.
   *
   * @param video an MP4
   * @param duration its length
   * @param audio whether it has sound
   */
  public ClipResult(Artifact video, Duration duration, boolean audio) {
    this(video, duration, audio, Duration.ZERO, null);
  }

  @Override
  public List<Artifact> artifacts() {
    return List.of(video);
  }
}
