package io.vidgen.job;

import static java.util.Objects.requireNonNull;

import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import org.jspecify.annotations.Nullable;

/**
 * What every builder of a video with a voice has in common: its size, voice and captions. Not safe
 * for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class VideoBuilder<B extends VideoBuilder<B>>
    permits LipSyncBuilder, ScenesBuilder {
  VideoFormat format = VideoFormat.PORTRAIT;
  Quality quality = Quality.STANDARD;
  @Nullable String voice;
  @Nullable Double speed;
  @Nullable CaptionStyle captions = CaptionStyle.defaults();
  CaptionOptions captionOptions = CaptionOptions.defaults();

  VideoBuilder() {}

  abstract B self();

  /**
   * Sets the size.
   *
   * @param format size of the video
   * @return this
   */
  public final B format(VideoFormat format) {
    this.format = requireNonNull(format, "format");
    return self();
  }

  /**
   * Sets how carefully it is encoded.
   *
   * @param quality the quality
   * @return this
   */
  public final B quality(Quality quality) {
    this.quality = requireNonNull(quality, "quality");
    return self();
  }

  /**
   * Chooses a voice.
   *
   * @param voice the speech provider's name of a voice
   * @return this
   */
  public final B voice(String voice) {
    this.voice = requireNonNull(voice, "voice");
    return self();
  }

  /**
   * Takes the speech provider's default voice, as a new builder does.
   *
   * @return this
   */
  public final B defaultVoice() {
    this.voice = null;
    return self();
  }

  /**
   * Sets the pace of the voice.
   *
   * @param speed 0.5 to 2.0
   * @return this
   */
  public final B speed(double speed) {
    this.speed = speed;
    return self();
  }

  /**
   * Sets how captions look.
   *
   * @param captions their style
   * @return this
   */
  public final B captions(CaptionStyle captions) {
    this.captions = requireNonNull(captions, "captions");
    return self();
  }

  /**
   * Sets how words become captions.
   *
   * @param options lengths, lines and reading speed
   * @return this
   */
  public final B captionOptions(CaptionOptions options) {
    this.captionOptions = requireNonNull(options, "options");
    return self();
  }

  /**
   * Burns no captions in; caption files are written all the same. The words of a recording without
   * a text are then heard only by a provider that is free or was named, and their lack is no error.
   *
   * @return this
   */
  public final B withoutCaptions() {
    this.captions = null;
    return self();
  }
}
