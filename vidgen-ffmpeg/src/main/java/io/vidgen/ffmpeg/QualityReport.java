package io.vidgen.ffmpeg;

import io.vidgen.error.Problem;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.SegmentResult.Stretch;
import java.util.List;

/**
 * What a look at a whole file found.
 *
 * @param media its length and streams
 * @param startsFast whether its index comes first, so that it plays while it loads
 * @param black stretches of 0.3 s and more that are black
 * @param frozen stretches of 2 s and more in which nothing moves
 * @param silent stretches of 2 s and more below -50 dB
 * @param loudness integrated loudness, LUFS; -70 for silence
 * @param truePeak true peak, dBTP; -120 for silence
 * @param problems what is wrong with it as a finished video, none if it is good
 */
public record QualityReport(
    MediaInfo media,
    boolean startsFast,
    List<Stretch> black,
    List<Stretch> frozen,
    List<Stretch> silent,
    double loudness,
    double truePeak,
    List<Problem> problems) {

  /** Copies the lists. */
  public QualityReport {
    black = List.copyOf(black);
    frozen = List.copyOf(frozen);
    silent = List.copyOf(silent);
    problems = List.copyOf(problems);
  }

  /**
   * The same report with other problems.
   *
   * @param found what is wrong
   * @return a new report
   */
  public QualityReport with(List<Problem> found) {
    return new QualityReport(media, startsFast, black, frozen, silent, loudness, truePeak, found);
  }
}
