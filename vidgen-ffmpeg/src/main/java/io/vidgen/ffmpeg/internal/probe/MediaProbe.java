package io.vidgen.ffmpeg.internal.probe;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.compile.MediaInput;
import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import io.vidgen.ffmpeg.internal.run.Invocation;
import io.vidgen.ffmpeg.internal.run.Watch;
import io.vidgen.spi.MediaInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads what a media file holds. */
public final class MediaProbe {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private MediaProbe() {}

  /**
   * Reads a file.
   *
   * @throws NoSuchFileException if there is none
   * @throws VidgenException if it is no media file
   */
  public static ProbeReport of(Ffmpeg ffmpeg, Path file) throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    var call = new Invocation("probe", MediaInput.of(file).arguments(), null, 0, line -> true);
    var report = ProbeReport.parse(ffmpeg.ask(call, Watch.within(LIMIT)));
    if (report == null || (report.info().video() == null && report.info().audio() == null)) {
      throw VidgenException.of(
          FailureKind.LOCAL,
          file + " is no picture, sound or video that can be read (" + Files.size(file) + " bytes)",
          "check what made it; PNG, JPEG, WebP, MP4, WebM, WAV, MP3, M4A, OGG and FLAC are read");
    }
    var exact = exactDuration(report, file);
    return exact
        .map(
            duration ->
                new ProbeReport(
                    new MediaInfo(duration, report.info().video(), report.info().audio()),
                    report.container(),
                    report.colorsTagged(),
                    report.square()))
        .orElse(report);
  }

  private static Optional<Duration> exactDuration(ProbeReport report, Path file)
      throws IOException {
    if (report.container().equals("wav")) {
      return WavFile.duration(file);
    }
    if (report.container().contains("mp4")) {
      var duration = Mp4File.read(file).duration();
      // a fragmented file says zero
      return duration.isZero() ? Optional.empty() : Optional.of(duration);
    }
    return Optional.empty();
  }
}
