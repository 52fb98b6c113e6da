package io.vidgen.ffmpeg.internal.work;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.compile.MediaInput;
import io.vidgen.ffmpeg.internal.compile.PosterCompiler;
import io.vidgen.ffmpeg.internal.run.Ffmpeg;
import io.vidgen.ffmpeg.internal.run.Invocation;
import io.vidgen.ffmpeg.internal.run.Watch;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.ImageResult;
import io.vidgen.spi.PosterRequest;
import java.io.IOException;
import java.nio.file.Files;

/** Takes one frame out of a video. */
public final class PosterWork {
  private static final String OUTPUT = "poster.jpg";

  private final Ffmpeg ffmpeg;

  /** A worker. */
  public PosterWork(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** Takes it. */
  public ImageResult run(PosterRequest request, CallContext context)
      throws IOException, InterruptedException {
    var directory = context.workDirectory();
    var video = context.file(request.video());
    var arguments =
        PosterCompiler.compile(MediaInput.of(video), request.frame(), request.frameRate(), OUTPUT);
    ffmpeg.run(new Invocation("poster", arguments, directory, 0, line -> false), Watch.of(context));
    var output = directory.resolve(OUTPUT);
    if (!Files.exists(output)) {
      throw VidgenException.of(
          FailureKind.INVALID_REQUEST,
          request.frame() == PosterRequest.LAST
              ? video + " shows nothing at its end"
              : video + " has no frame " + request.frame(),
          "ask for an earlier frame");
    }
    return new ImageResult(context.store(output, "image/jpeg"));
  }
}
