package io.vidgen.offline.internal.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells one voice from another that has the same name: by the content of its description, and by
 * size and time of the model, which is too large to be read for a plan.
 */
final class PiperIdentity {
  private static final int MOST = 1 << 20;
  private static final int LETTERS = 16;
  private static final String UNKNOWN = "unknown";

  private final Path model;
  private @Nullable Known known;

  PiperIdentity(Path model) {
    this.model = model;
  }

  /** Sixteen letters, or "unknown" when the files cannot be read. */
  synchronized String get() {
    try {
      String files = stamp(model) + "|" + stamp(PiperModel.description(model));
      Known last = known;
      if (last == null || !last.files().equals(files)) {
        last = new Known(files, digest());
        known = last;
      }
      return last.digest();
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private String digest() throws IOException {
    MessageDigest sha = sha256();
    sha.update(stamp(model).getBytes(StandardCharsets.UTF_8));
    try (var in = Files.newInputStream(PiperModel.description(model))) {
      sha.update(in.readNBytes(MOST));
    }
    return HexFormat.of().formatHex(sha.digest()).substring(0, LETTERS);
  }

  private static String stamp(Path file) throws IOException {
    return Files.size(file) + "@" + Files.getLastModifiedTime(file).toInstant();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The digest of the files as they were. */
  private record Known(String files, String digest) {}
}
