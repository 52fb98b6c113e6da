package io.vidgen.sandbox.internal.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs the ffmpeg that vidgen-ffmpeg finds. */
public final class FfmpegTool implements MediaTool, AutoCloseable {

  @Override
  public Path convert(Path input, List<String> outputOptions, String extension)
      throws IOException, InterruptedException {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Duration soundLength(Path input) throws IOException, InterruptedException {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Path decode(Path input) throws IOException, InterruptedException {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {}
}
