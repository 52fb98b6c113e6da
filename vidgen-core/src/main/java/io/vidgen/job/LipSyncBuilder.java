package io.vidgen.job;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds a request for a face with fitted lips; not safe for use by several threads. */
public final class LipSyncBuilder extends VideoBuilder<LipSyncBuilder> {
  private final Path face;
  private String text = "";
  private @Nullable Locale language;
  private @Nullable Path speech;
  private String title = "";
  private int take;

  LipSyncBuilder(Path face) {
    this.face = face;
  }

  @Override
  LipSyncBuilder self() {
    return this;
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
