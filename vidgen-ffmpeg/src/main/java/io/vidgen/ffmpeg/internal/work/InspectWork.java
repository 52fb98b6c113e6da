package io.vidgen.ffmpeg.internal.work;

import io.vidgen.ffmpeg.QualityReport;
import io.vidgen.ffmpeg.internal.compile.InspectCompiler;
import io.vidgen.ffmpeg.internal.compile.MediaInput;
import io.vidgen.ffmpeg.internal.probe.MediaProbe;
import io.vidgen.ffmpeg.internal.probe.Mp4File;
import io.vidgen.ffmpeg.internal.quality.Findings;
import io.vidgen.ffmpeg.internal.quality.Loudness;
import io.vidgen.ffmpeg.internal.quality.Stretches;
import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import io.vidgen.ffmpeg.internal.run.Invocation;
import io.vidgen.ffmpeg.internal.run.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads and watches a whole file. */
public final class InspectWork {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Ffmpeg ffmpeg;

  /** A worker. */
  public InspectWork(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Watches it. */
  public QualityReport run(Path file) throws IOException, InterruptedException {
    var probed = MediaProbe.of(ffmpeg, file);
    var info = probed.info();
    var arguments =
        InspectCompiler.compile(MediaInput.of(file), info.video() != null, info.audio() != null);
    var call =
        new Invocation(
            "inspect",
            arguments,
            null,
            0,
            line -> Stretches.mentioned(line) || Loudness.mentioned(line));
    var lines = ffmpeg.run(call, Watch.within(LIMIT));
    var loudness = Loudness.only(lines);
    boolean startsFast = probed.container().contains("mp4") && Mp4File.read(file).moovFirst();
    var report =
        new QualityReport(
            info,
            startsFast,
            Stretches.black(lines),
            Stretches.frozen(lines, info.duration()),
            Stretches.silent(lines, info.duration()),
            loudness.integrated(),
            loudness.truePeak(),
            List.of());
    return report.with(Findings.of(report));
  }
}
