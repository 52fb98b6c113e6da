package io.vidgen.internal.video;

import io.vidgen.model.Artifact;
import io.vidgen.spi.ProviderResult;
import java.util.List;

/**
 * The captions of the whole video, as files.
 *
 * @param ass as burned in
 * @param srt SubRip
 * @param vtt WebVTT
 * @param words words with their times, as JSON
 */
public record CaptionFiles(Artifact ass, Artifact srt, Artifact vtt, Artifact words)
    implements ProviderResult {
  @Override
  public List<Artifact> artifacts() {
    return List.of(ass, srt, vtt, words);
  }
}
