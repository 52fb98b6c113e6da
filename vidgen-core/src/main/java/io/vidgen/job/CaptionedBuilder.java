package io.vidgen.job;

import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds a request for captions on a video; not safe for use by several threads. */
public final class CaptionedBuilder {
  private final Path video;
  private @Nullable String text;
  private @Nullable Path captionFile;
  private @Nullable Locale language;
  private @Nullable VideoFormat format;
  private Quality quality = Quality.STANDARD;
  private CaptionStyle style = CaptionStyle.defaults();
  private CaptionOptions captionOptions = CaptionOptions.defaults();
  private String title = "";
  private int take;

  CaptionedBuilder(Path video) {
    this.video = video;
  }

  /**
   * Says what is said in the video, so that only its times must be found.
   *
   * @param text all that is said, in order
   * @return this
   */
  public CaptionedBuilder text(String text) {
    this.text = text;
    return this;
  }

  /**
   * Gives finished captions.
   *
   * @param file SubRip ({@code .srt}) or WebVTT ({@code .vtt})
   * @return this
   */
  public CaptionedBuilder captions(Path file) {
    this.captionFile = file;
    return this;
  }

  /**
   * Sets how captions look.
   *
   * @param style their style
   * @return this
   */
  public CaptionedBuilder captions(CaptionStyle style) {
    this.style = style;
    return this;
  }

  /**
   * Says which language it is in.
   *
   * @param language language of what is said; found out by default
   * @return this
   */
  public CaptionedBuilder language(Locale language) {
    this.language = language;
    return this;
  }

  /**
   * Sets the size.
   *
   * @param format size of the new video; default that of the video
   * @return this
   */
  public CaptionedBuilder format(VideoFormat format) {
    this.format = format;
    return this;
  }

  /**
   * Sets how carefully it is encoded.
   *
   * @param quality the quality
   * @return this
   */
  public CaptionedBuilder quality(Quality quality) {
    this.quality = quality;
    return this;
  }

  /**
   * Sets how words become captions.
   *
   * @param options lengths, lines and reading speed
   * @return this
   */
  public CaptionedBuilder captionOptions(CaptionOptions options) {
    this.captionOptions = options;
    return this;
  }

  /**
   * Gives it a title.
   *
   * @param title of the file's metadata and the stored video; empty by default
   * @return this
   */
  public CaptionedBuilder title(String title) {
    this.title = title;
    return this;
  }

  /**
   * Asks for a fresh version of what was heard.
   *
   * @param take number of the version; 0 for the first
   * @return this
   */
  public CaptionedBuilder take(int take) {
    this.take = take;
    return this;
  }

  /**
   * Finishes.
   *
   * @return the request
   * @throws IllegalArgumentException if a value is out of range or two contradict each other
   */
  public Captioned build() {
    return new Captioned(
        video, text, captionFile, language, format, quality, style, captionOptions, title, take);
  }
}
