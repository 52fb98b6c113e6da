package io.vidgen.subtitle;

import java.util.List;
import java.util.Locale;

/**
 * A WebVTT file as it was read; its comments ({@code NOTE}) are left out.
 *
 * @param header what follows {@code WEBVTT} in the first line, stripped
 * @param styles the text of the {@code STYLE} blocks, without the word STYLE
 * @param regions the text of the {@code REGION} blocks, without the word REGION
 * @param cues the cues in the order of the file
 */
public record WebVttDocument(
    String header, List<String> styles, List<String> regions, List<Cue> cues) {

  /** Copies the lists. */
  public WebVttDocument {
    styles = List.copyOf(styles);
    regions = List.copyOf(regions);
    cues = List.copyOf(cues);
  }

  /**
   * The captions of the document.
   *
   * @param language the language of the text, {@link Locale#ROOT} when it is not known
   * @return the cues as a track
   */
  public CaptionTrack track(Locale language) {
    return CaptionTrack.of(cues, language);
  }
}
