package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.util.List;

/**
 * A mixed sound track.
 *
 * @param audio AAC in an MP4 container, exactly as long as the video
 * @param loudness integrated loudness as measured, LUFS; -70 or less for silence
 * @param truePeak true peak as measured, dBTP
 */
public record MixResult(Artifact audio, double loudness, double truePeak)
    implements ProviderResult {
  @Override
  public List<Artifact> artifacts() {
    return List.of(audio);
  }
}
