package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sound to take out of a file.
 *
 * @param source a file with sound
 * @param form in which form
 * @param from where in the file the sound begins, null for its beginning; not for {@link Form#KEPT}
 * @param length how much of it at most, null for all that follows; not for {@link Form#KEPT}
 */
public record AudioRequest(
    Artifact source, Form form, @Nullable Duration from, @Nullable Duration length) {

  /**
   * Checks the stretch.
   *
   * @throws IllegalArgumentException if {@code from} is negative, {@code length} not positive, or a
   *     stretch is to be {@link Form#KEPT}
   */
  public AudioRequest {
    if ((from != null && from.isNegative())
        || (length != null && (length.isNegative() || length.isZero()))) {
      throw new IllegalArgumentException(
          "a stretch of sound cannot begin at " + from + " and last " + length);
    }
    if (form == Form.KEPT && (from != null || length != null)) {
      throw new IllegalArgumentException("sound that is kept as it is cannot be cut");
    }
  }

  /**
   * All sound of a file.
   *
   * @param source a file with sound
   * @param form in which form
   */
  public AudioRequest(Artifact source, Form form) {
    this(source, form, null, null);
  }

  /** What the sound is for. */
  public enum Form {
    /** To be listened to by a recogniser: 16 kHz, mono, 16-bit WAV. */
    SPEECH,
    /**
     * To be put into a finished MP4 as it is: the same AAC or MP3 stream, or AAC at its own level
     * when the source is something else or does not begin with the picture.
     */
    KEPT,
    /** A stretch to be put into a finished MP4: AAC, 48 kHz, stereo. */
    STRETCH
  }
}
