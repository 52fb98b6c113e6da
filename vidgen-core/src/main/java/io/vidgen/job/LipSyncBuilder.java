package io.vidgen.job;

import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.subtitle.CaptionOptions;
import io.vidgen.subtitle.CaptionStyle;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds a request for a face with fitted lips; not safe for use by several threads. */
public final class LipSyncBuilder {
  private final Path face;
  private String text = "";
  private @Nullable Locale language;
  private @Nullable String voice;
  private @Nullable Double speed;
  private @Nullable Path speech;
  private VideoFormat format = VideoFormat.PORTRAIT;
  private Quality quality = Quality.STANDARD;
  private @Nullable CaptionStyle captions = CaptionStyle.defaults();
  private CaptionOptions captionOptions = CaptionOptions.defaults();
  private String title = "";
  private int take;

  LipSyncBuilder(Path face) {
    this.face = face;
  }

  /**
   * Says what is said: a voice speaks it, or with {@link #speech(Path)} it is the known text of the
   * recording.
   *
   * @param text the text
   * @return this
   */
  public LipSyncBuilder say(String text) {
    this.text = text;
    return this;
  }

  /**
   * Gives a finished recording.
   *
   * @param recording a file with sound
   * @return this
   */
  public LipSyncBuilder speech(Path recording) {
    this.speech = recording;
    return this;
  }

  /**
   * Chooses a voice.
   *
   * @param voice the speech provider's name of a voice
   * @return this
   */
  public LipSyncBuilder voice(String voice) {
    this.voice = voice;
    return this;
  }

  /**
   * Sets the pace of the voice.
   *
   * @param speed 0.5 to 2.0
   * @return this
   */
  public LipSyncBuilder speed(double speed) {
    this.speed = speed;
    return this;
  }

  /**
   * Says which language it is in.
   *
   * @param language language of what is said; default English, or without a text whatever is heard
   * @return this
   */
  public LipSyncBuilder language(Locale language) {
    this.language = language;
    return this;
  }

  /**
   * Sets the size.
   *
   * @param format size of the video
   * @return this
   */
  public LipSyncBuilder format(VideoFormat format) {
    this.format = format;
    return this;
  }

  /**
   * Sets how carefully it is encoded.
   *
   * @param quality the quality
   * @return this
   */
  public LipSyncBuilder quality(Quality quality) {
    this.quality = quality;
    return this;
  }

  /**
   * Sets how captions look.
   *
   * @param captions their style
   * @return this
   */
  public LipSyncBuilder captions(CaptionStyle captions) {
    this.captions = captions;
    return this;
  }

  /**
   * Sets how words become captions.
   *
   * @param options lengths, lines and reading speed
   * @return this
   */
  public LipSyncBuilder captionOptions(CaptionOptions options) {
    this.captionOptions = options;
    return this;
  }

  /**
   * Burns no captions in; caption files are written all the same. The words of a recording without
   * a text are then heard only by a provider that is free or was named, and their lack is no error.
   *
   * @return this
   */
  public LipSyncBuilder withoutCaptions() {
    this.captions = null;
    return this;
  }

  /**
   * Gives it a title.
   *
   * @param title of the file's metadata and the stored video; empty by default
   * @return this
   */
  public LipSyncBuilder title(String title) {
    this.title = title;
    return this;
  }

  /**
   * Asks for a fresh version of voice and clip.
   *
   * @param take number of the version; 0 for the first
   * @return this
   */
  public LipSyncBuilder take(int take) {
    this.take = take;
    return this;
  }

  /**
   * Finishes.
   *
   * @return the request
   * @throws IllegalArgumentException if a value is out of range or two contradict each other
   */
  public LipSync build() {
    return new LipSync(
        face,
        text,
        language == null ? usual() : language,
        voice,
        speed,
        speech,
        format,
        quality,
        captions,
        captionOptions,
        title,
        take);
  }

  private Locale usual() {
    return text.isBlank() ? Locale.ROOT : Locale.ENGLISH;
  }
}
