package io.vidgen.ffmpeg.internal.work;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.compile.LayerPlan;
import io.vidgen.ffmpeg.internal.compile.MediaInput;
import io.vidgen.ffmpeg.internal.compile.SegmentCompiler;
import io.vidgen.ffmpeg.internal.compile.SegmentPlan;
import io.vidgen.ffmpeg.internal.probe.MediaProbe;
import io.vidgen.ffmpeg.internal.probe.Mp4File;
import io.vidgen.ffmpeg.internal.quality.RenderWarnings;
import io.vidgen.ffmpeg.internal.quality.Stretches;
import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import io.vidgen.ffmpeg.internal.run.Invocation;
import io.vidgen.ffmpeg.internal.run.Watch;
import io.vidgen.model.Motion;
import io.vidgen.model.Timeline;
import io.vidgen.model.Visual;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SegmentResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Renders a segment: one pass of ffmpeg, then a look at what came out. */
public final class SegmentWork {
  private static final String CAPTIONS = "captions.ass";
  private static final String OUTPUT = "segment.mp4";

  private final Ffmpeg ffmpeg;
  private final int threads;

  /** A worker whose encoder uses so many threads. */
  public SegmentWork(Ffmpeg ffmpeg, int threads) {
    this.ffmpeg = ffmpeg;
    this.threads = threads;
  }

  /** Renders. */
  public SegmentResult run(SegmentRequest request, CallContext context)
      throws IOException, InterruptedException {
    var directory = context.workDirectory();
    var plan = plan(request, context, directory);
    var length = Timeline.timeOf(request.frames(), request.frameRate());
    var lines = render(plan, length, context, directory);
    RenderWarnings.check(lines, inputs(plan));
    var output = directory.resolve(OUTPUT);
    return new SegmentResult(
        context.store(output, "video/mp4"),
        request.frames(),
        Stretches.black(lines),
        plan.footage() ? Stretches.frozen(lines, length) : List.of());
  }

  private List<String> render(
      SegmentPlan plan, Duration length, CallContext context, Path directory)
      throws IOException, InterruptedException {
    try {
      return once(plan, length, context, directory);
    } catch (VidgenException e) {
      if (!plan.guessed() || e.kind() != FailureKind.LOCAL) {
        throw e;
      }
      // behind the last picture, where only sound is left, there was nothing to read
      return once(plan.fromBeginning(), length, context, directory);
    }
  }

  private List<String> once(SegmentPlan plan, Duration length, CallContext context, Path directory)
      throws IOException, InterruptedException {
    var call =
        new Invocation(
            "segment",
            SegmentCompiler.compile(plan, OUTPUT),
            directory,
            length.toNanos() / 1000,
            line -> Stretches.mentioned(line) || RenderWarnings.mentioned(line));
    var lines = ffmpeg.run(call, Watch.of(context));
    checkFrames(directory.resolve(OUTPUT), plan.frames(), plan);
    return lines;
  }

  private SegmentPlan plan(SegmentRequest request, CallContext context, Path directory)
      throws IOException, InterruptedException {
    var layers = new ArrayList<LayerPlan>();
    for (var layer : request.layers()) {
      layers.add(layer(layer, context));
    }
    String captions = null;
    if (request.captions() != null) {
      // a name of our own in ffmpeg's own directory needs no escaping on any system
      Files.writeString(directory.resolve(CAPTIONS), request.captions(), StandardCharsets.UTF_8);
      captions = CAPTIONS;
    }
    return new SegmentPlan(
        request.format(),
        request.frameRate(),
        request.frames(),
        layers,
        request.transition(),
        captions,
        request.quality(),
        threads);
  }

  private LayerPlan layer(SegmentRequest.Layer layer, CallContext context)
      throws IOException, InterruptedException {
    var visual = layer.visual();
    var file = context.file(visual.source());
    var report = MediaProbe.of(ffmpeg, file);
    var video = report.info().video();
    if (video == null) {
      throw VidgenException.of(
          FailureKind.LOCAL, file + " holds no picture", "give an image or a video");
    }
    var from = Duration.ZERO;
    var motion = Motion.NONE;
    if (visual instanceof Visual.Footage footage) {
      from = footage.from();
    } else if (visual instanceof Visual.Still still) {
      motion = still.motion();
    }
    var input = MediaInput.of(file);
    if (!input.still() && from.compareTo(report.info().duration()) >= 0 && !from.isZero()) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          "footage begins at " + from + " but " + file + " ends at " + report.info().duration(),
          "begin earlier");
    }
    return new LayerPlan(
        input,
        video.width(),
        video.height(),
        report.square(),
        report.colorsTagged(),
        report.info().duration(),
        from,
        visual.fit(),
        motion,
        layer.offset(),
        layer.total(),
        report.indexed() ? LayerPlan.INDEXED : LayerPlan.GUESSED);
  }

  private static void checkFrames(Path output, int frames, SegmentPlan plan) throws IOException {
    int written = Mp4File.read(output).tracks().stream().mapToInt(Mp4File.Track::samples).sum();
    if (written != frames) {
      throw VidgenException.of(
          FailureKind.LOCAL,
          "a segment has " + written + " frames instead of " + frames + ": " + inputs(plan),
          "an input may be damaged: make or fetch it again");
    }
  }

  private static String inputs(SegmentPlan plan) {
    return plan.layers().stream()
        .map(layer -> layer.input().file().toString())
        .collect(Collectors.joining(", "));
  }
}
