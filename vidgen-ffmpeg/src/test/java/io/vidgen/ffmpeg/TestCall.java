package io.vidgen.ffmpeg;

import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.spi.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A call whose files lie in a folder of the test. */
final class TestCall implements CallContext {
  private static final Map<Fingerprint, Path> FILES = new ConcurrentHashMap<>();

  final List<Double> told = new CopyOnWriteArrayList<>();
  volatile boolean cancelled;
  volatile Duration left = Duration.ofMinutes(2);
  private final Path folder;
  private final Path work;

  TestCall(Path folder) throws IOException {
    this.folder = folder;
    this.work = Files.createTempDirectory(folder, "it's work, [1];");
  }

  /** Makes a file known. */
  static Artifact artifact(Path file, String type) throws IOException {
    var digest = new Fingerprint(HexFormat.of().formatHex(sha().digest(Files.readAllBytes(file))));
    FILES.put(digest, file);
    return new Artifact(digest, type, Files.size(file));
  }

  /** Where a file is. */
  static Path path(Artifact artifact) {
    return FILES.get(artifact.digest());
  }

  @Override
  public Path file(Artifact artifact) {
    return path(artifact);
  }

  @Override
  public Artifact store(Path file, String mediaType) throws IOException {
    var stored = Files.createTempFile(folder, "artifact", "");
    Files.delete(stored);
    Files.move(file, stored);
    return artifact(stored, mediaType);
  }

  @Override
  public Path workDirectory() {
    return work;
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
    told.add(fraction);
  }

  @Override
  public String attemptId() {
    return "7d9a1d5e-0000-4000-8000-000000000000";
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
