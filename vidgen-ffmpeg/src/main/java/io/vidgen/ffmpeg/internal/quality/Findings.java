package io.vidgen.ffmpeg.internal.quality;

import io.vidgen.error.Problem;
import io.vidgen.ffmpeg.QualityReport;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.SegmentResult.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with a finished video. */
public final class Findings {
  private static final double LOUDNESS_TOLERANCE = 1;

  private Findings() {}

  /** Everything that is. */
  public static List<Problem> of(QualityReport report) {
    var problems = new ArrayList<Problem>();
    if (report.media().video() == null) {
      problems.add(Problem.error("video", "the file has no picture", ""));
    }
    if (report.media().audio() == null) {
      problems.add(Problem.error("audio", "the file has no sound stream", ""));
    }
    if (!report.startsFast()) {
      problems.add(
          Problem.warning(
              "container", "players must load all of it first", "write it with +faststart"));
    }
    stretches("black", report.black(), problems);
    stretches("frozen", report.frozen(), problems);
    stretches("silent", report.silent(), problems);
    loudness(report, problems);
    return problems;
  }

  private static void stretches(String what, List<Stretch> stretches, List<Problem> problems) {
    for (var stretch : stretches) {
      problems.add(
          Problem.warning(
              what,
              String.format(
                  Locale.ROOT,
                  "%s from %s to %s s",
                  what,
                  stretch.start().toMillis() / 1000.0,
                  stretch.end().toMillis() / 1000.0),
              ""));
    }
  }

  private static void loudness(QualityReport report, List<Problem> problems) {
    if (report.media().audio() == null || report.loudness() <= Loudness.SILENT) {
      return;
    }
    if (Math.abs(report.loudness() - MixRequest.LOUDNESS) > LOUDNESS_TOLERANCE) {
      var message =
          String.format(
              Locale.ROOT,
              "loudness is %.1f LUFS, platforms play at %.0f",
              report.loudness(),
              MixRequest.LOUDNESS);
      problems.add(Problem.warning("loudness", message, ""));
    }
    if (report.truePeak() > MixRequest.TRUE_PEAK + 0.5) {
      var message = String.format(Locale.ROOT, "true peak is %.1f dBTP", report.truePeak());
      problems.add(Problem.warning("truePeak", message, "lower it to avoid distortion"));
    }
  }
}
