package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.util.List;

/**
 * The parts of a finished video.
 *
 * @param segments the encoded segments in order, at least one, all of the same encoder and settings
 * @param audio the mixed sound
 * @param frames how many frames the segments have together
 * @param frameRate frames per second
 * @param title title in the file's metadata, empty for none
 * @param language BCP 47 tag of what is said, for the sound stream's metadata
 */
public record FinishRequest(
    List<Artifact> segments,
    Artifact audio,
    int frames,
    int frameRate,
    String title,
    String language) {

  /** Copies the list. */
  public FinishRequest {
    segments = List.copyOf(segments);
  }
}
