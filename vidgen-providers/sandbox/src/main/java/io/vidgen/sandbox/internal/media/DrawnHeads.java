package io.vidgen.sandbox.internal.media;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Draws a mouth over a face and lets ffmpeg encode it. */
public final class DrawnHeads implements TalkingHeads, AutoCloseable {

  @Override
  public CompletableFuture<Path> start(Order order) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {}
}
