package io.vidgen.rest.elevenlabs;

import io.vidgen.model.Artifact;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A call on a machine where something fails, once. */
final class BrokenDisk implements CallContext {
  /** What fails. */
  enum At {
    WORK_DIRECTORY,
    STORE
  }

  private final CallContext whole;
  private final At at;
  private final Throwable failure;
  private boolean failed;

  /** Fails with anything but a checked exception, or with an {@link IOException}. */
  BrokenDisk(CallContext whole, At at, Throwable failure) {
    this.whole = whole;
    this.at = at;
    this.failure = failure;
  }

  @Override
  public Path file(Artifact artifact) {
    return whole.file(artifact);
  }

  @Override
  public Artifact store(Path file, String mediaType) throws IOException {
    reach(At.STORE);
    return whole.store(file, mediaType);
  }

  @Override
  public Path workDirectory() throws IOException {
    reach(At.WORK_DIRECTORY);
    return whole.workDirectory();
  }

  @Override
  public Duration timeLeft() {
    return whole.timeLeft();
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }

  @Override
  public void progress(double fraction) {
    whole.progress(fraction);
  }

  @Override
  public String attemptId() {
    return whole.attemptId();
  }

  private void reach(At place) throws IOException {
    if (place != at || failed) {
      return;
    }
    failed = true;
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    throw (RuntimeException) failure;
  }
}
