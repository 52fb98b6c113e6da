package io.vidgen.ffmpeg.internal.work;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.compile.FinishCompiler;
import io.vidgen.ffmpeg.internal.probe.Mp4File;
import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import io.vidgen.ffmpeg.internal.run.Invocation;
import io.vidgen.ffmpeg.internal.run.Watch;
import io.vidgen.model.Timeline;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.FinishRequest;
import io.vidgen.spi.FinishResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Joins what is encoded already, and makes sure that it fits and that all of it is there. */
public final class FinishWork {
  private static final String LIST = "segments.txt";
  private static final String OUTPUT = "video.mp4";
  private static final String AGAIN = "render all segments again with one version of ffmpeg";

  /** Files count their whole length in milliseconds. */
  private static final Duration ROUNDED = Duration.ofMillis(1);

  private final Ffmpeg ffmpeg;

  /** A worker. */
  public FinishWork(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Joins. */
  public FinishResult run(FinishRequest request, CallContext context)
      throws IOException, InterruptedException {
    var directory = context.workDirectory();
    var parts = parts(request, context);
    Files.writeString(
        directory.resolve(LIST),
        FinishCompiler.list(parts, request.frameRate()),
        StandardCharsets.UTF_8);
    var length = Timeline.timeOf(request.frames(), request.frameRate());
    var arguments =
        FinishCompiler.compile(
            LIST,
            context.file(request.audio()),
            request.frames(),
            request.frameRate(),
            request.title(),
            request.language(),
            OUTPUT);
    var call =
        new Invocation("finish", arguments, directory, length.toNanos() / 1000, line -> false);
    ffmpeg.run(call, Watch.of(context));
    var output = directory.resolve(OUTPUT);
    var duration = check(output, request.frames(), length, request.frameRate());
    return new FinishResult(context.store(output, "video/mp4"), duration);
  }

  private static List<FinishCompiler.Part> parts(FinishRequest request, CallContext context)
      throws IOException {
    var parts = new ArrayList<FinishCompiler.Part>();
    Mp4File.Track first = null;
    int frames = 0;
    for (var segment : request.segments()) {
      var file = context.file(segment);
      var track = picture(file);
      if (first == null) {
        first = track;
      } else {
        refuseOther(first, track, parts.size() + 1);
      }
      frames += track.samples();
      parts.add(new FinishCompiler.Part(file, track.samples()));
    }
    if (frames != request.frames()) {
      throw VidgenException.of(
          FailureKind.LOCAL,
          "the segments have " + frames + " frames together instead of " + request.frames(),
          AGAIN);
    }
    return parts;
  }

  private static Mp4File.Track picture(Path file) throws IOException {
    return Mp4File.read(file).tracks().stream()
        .filter(track -> track.handler().equals("vide"))
        .findFirst()
        .orElseThrow(
            () -> VidgenException.of(FailureKind.LOCAL, file + " holds no picture", AGAIN));
  }

  /** Joined all the same, players would show the others as noise. */
  private static void refuseOther(Mp4File.Track first, Mp4File.Track track, int number) {
    var what = "";
    if (first.width() != track.width() || first.height() != track.height()) {
      what =
          "is "
              + track.width()
              + "x"
              + track.height()
              + ", not "
              + first.width()
              + "x"
              + first.height();
    } else if (!first.format().equals(track.format())
        || !first.decoderConfiguration().equals(track.decoderConfiguration())) {
      what = "was encoded with other settings than the first";
    } else if (first.timescale() != track.timescale()) {
      what = "has another clock than the first";
    }
    if (!what.isEmpty()) {
      throw VidgenException.of(
          FailureKind.LOCAL, "segments cannot be joined: number " + number + " " + what, AGAIN);
    }
  }

  private static Duration packet(Mp4File.Track sound) {
    return sound.duration().dividedBy(Math.max(1, sound.samples())).plus(ROUNDED);
  }

  private static Duration check(Path output, int frames, Duration length, int frameRate)
      throws IOException {
    var file = Mp4File.read(output);
    var frame = Timeline.timeOf(1, frameRate);
    boolean streams =
        file.tracks().size() == 2
            && file.tracks().get(0).handler().equals("vide")
            && file.tracks().get(1).handler().equals("soun");
    var over = file.duration().minus(length);
    // sound comes in packets: the last one may begin within the last frame and end behind it
    boolean exact =
        streams
            && over.plus(frame).compareTo(Duration.ZERO) >= 0
            && over.minus(frame).compareTo(packet(file.tracks().get(1))) <= 0;
    if (!exact || !file.moovFirst() || file.tracks().get(0).samples() != frames) {
      throw VidgenException.of(
          FailureKind.LOCAL,
          String.format(
              Locale.ROOT,
              "the finished file is not as it should be: %s instead of %s, %s, index %s",
              file.duration(),
              length,
              file.tracks(),
              file.moovFirst() ? "first" : "last"),
          "a segment or the sound may be damaged: render again");
    }
    return file.duration();
  }
}
