package io.vidgen.internal.video;

import io.vidgen.model.Quality;
import io.vidgen.model.Timeline;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a video looks.
 *
 * @param format size of the picture
 * @param frameRate frames per second
 * @param quality how carefully it is encoded
 * @param captions style of burned-in captions, null for none
 * @param captionOptions how words become captions
 */
public record Look(
    VideoFormat format,
    int frameRate,
    Quality quality,
    @Nullable CaptionStyle captions,
    CaptionOptions captionOptions) {

  /**
   * At the frame rate of videos that are new in every part.
   *
   * @param format size
   * @param quality how carefully it is encoded
   * @param captions their style, null for none in the picture
   * @param captionOptions how words become captions
   * @return how it looks
   */
  public static Look of(
      VideoFormat format,
      Quality quality,
      @Nullable CaptionStyle captions,
      CaptionOptions captionOptions) {
    return new Look(format, Timeline.FRAME_RATE, quality, captions, captionOptions);
  }

  /**
   * When a frame begins.
   *
   * @param frames number of the frame, from 0
   * @return the time
   */
  public Duration time(long frames) {
    return Timeline.timeOf(frames, frameRate);
  }

  CaptionStyle captionStyle() {
    return captions == null ? CaptionStyle.defaults() : captions;
  }
}
