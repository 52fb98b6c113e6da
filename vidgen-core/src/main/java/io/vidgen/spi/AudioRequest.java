package io.vidgen.spi;

import io.vidgen.model.Artifact;

/**
 * Sound to take out of a file.
 *
 * @param source a file with sound
 * @param form in which form
 */
public record AudioRequest(Artifact source, Form form) {

  /** What the sound is for. */
  public enum Form {
    /** To be listened to by a recogniser: 16 kHz, mono, 16-bit WAV. */
    SPEECH,
    /**
     * To be put into a finished MP4 as it is: the same AAC or MP3 stream, or AAC at its own level
     * when the source is something else or does not begin with the picture.
     */
    KEPT
  }
}
