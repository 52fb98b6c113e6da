package io.vidgen.sandbox.internal.media;

import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call of the offline voice, whose only file goes to a given place. */
final class VoiceCall implements CallContext, AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path target;
  private final long start = System.nanoTime();
  private @Nullable Path directory;

  VoiceCall(Path target) {
    this.target = target;
  }

  @Override
  public Path file(Artifact artifact) {
    return target;
  }

  @Override
  public Artifact store(Path file, String mediaType) throws IOException {
    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    var digest = new Fingerprint(MediaCache.digest(target));
    return new Artifact(digest, mediaType, Files.size(target));
  }

  @Override
  public Path workDirectory() throws IOException {
    var made = directory;
    if (made == null) {
      made = Files.createTempDirectory(target.toAbsolutePath().getParent(), "voice");
      directory = made;
    }
    return made;
  }

  @Override
  public Duration timeLeft() {
    return LIMIT.minusNanos(System.nanoTime() - start);
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void progress(double fraction) {}

  @Override
  public String attemptId() {
    return "sandbox";
  }

  @Override
  public void close() throws IOException {
    if (directory != null) {
      try (var files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(directory);
    }
  }
}
