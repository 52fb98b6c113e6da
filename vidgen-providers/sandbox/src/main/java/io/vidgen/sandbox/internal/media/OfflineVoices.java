package io.vidgen.sandbox.internal.media;

import java.util.concurrent.CompletableFuture;

/** Speaks with the offline voice. */
public final class OfflineVoices implements Voices, AutoCloseable {

  @Override
  public CompletableFuture<Recording> start(Order order) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public Recording speak(Order order) throws InterruptedException {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {}
}
