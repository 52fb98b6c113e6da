package io.vidgen.internal.story;

import io.vidgen.model.VideoFormat;
import io.vidgen.spi.VideoProvider;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which size clips are made. */
final class ClipFormats {
  private static final VideoFormat PORTRAIT = new VideoFormat(720, 1280);
  private static final VideoFormat LANDSCAPE = new VideoFormat(1280, 720);
  private static final int USUAL = 720;

  private ClipFormats() {}

  /**
   * Chooses a size.
   *
   * @param asked what the request says, null for the provider's usual one
   * @param video size of the whole video
   * @param provider who makes the clip
   */
  static VideoFormat choose(
      @Nullable VideoFormat asked, VideoFormat video, VideoProvider provider) {
    if (asked != null) {
      return asked;
    }
    var made = provider.capabilities().formats();
    var sizes = made.isEmpty() ? List.of(PORTRAIT, LANDSCAPE) : made;
    var nearest =
        Comparator.comparingDouble((VideoFormat size) -> Math.abs(shape(size) - shape(video)))
            .thenComparing(size -> Math.min(size.width(), size.height()) != USUAL);
    return sizes.stream().min(nearest).orElse(PORTRAIT);
  }

  /** Whether one fills the other, but for a few pixels. */
  static boolean isSameShape(VideoFormat one, VideoFormat other) {
    return Math.abs(shape(one) - shape(other)) < 0.02;
  }

  private static double shape(VideoFormat size) {
    // To six digits: 720x1280 and 1080x1920 are the same shape.
    return Math.round(Math.log((double) size.width() / size.height()) * 1e6) / 1e6;
  }
}
