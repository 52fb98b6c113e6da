package io.vidgen.offline;

import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A call whose files are in a test's own directory. */
public final class FakeCall implements CallContext {
  private final Path directory;
  private final Map<Artifact, Path> files = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();
  private volatile Duration left = Duration.ofMinutes(1);
  private volatile boolean cancelled;
  private volatile double progress;

  public FakeCall(Path directory) {
    this.directory = directory;
  }

  public FakeCall timeLeft(Duration time) {
    left = time;
    return this;
  }

  public FakeCall cancel() {
    cancelled = true;
    return this;
  }

  public double progress() {
    return progress;
  }

  @Override
  public Path file(Artifact artifact) {
    return files.get(artifact);
  }

  @Override
  public Artifact store(Path file, String mediaType) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      Artifact artifact =
          new Artifact(
              new Fingerprint(HexFormat.of().formatHex(digest)), mediaType, bytes.length);
      Path kept = directory.resolve("kept-" + made.incrementAndGet());
      Files.move(file, kept);
      files.put(artifact, kept);
      return artifact;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Path workDirectory() {
    try {
      return Files.createDirectories(directory.resolve("work"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Duration timeLeft() {
    return left;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void progress(double fraction) {
    progress = fraction;
  }

  @Override
  public String attemptId() {
    return "00000000-0000-4000-8000-000000000000";
  }
}
