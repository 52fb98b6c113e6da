package io.vidgen.whisper.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells one model from another of the same name, on every machine alike: by its size, its start and
 * its end, where the weights of the last layer are. Gigabytes are too much to be read for a plan.
 */
final class ModelIdentity {
  private static final int EDGE = 1 << 16;
  private static final int LETTERS = 16;
  private static final String UNKNOWN = "unknown";

  private final Path model;
  private @Nullable Known known;

  ModelIdentity(Path model) {
    this.model = model;
  }

  /** Sixteen letters, or "unknown" when the file cannot be read. */
  synchronized String get() {
    try {
      var stamp = Files.size(model) + "@" + Files.getLastModifiedTime(model).toInstant();
      var last = known;
      if (last == null || !last.stamp().equals(stamp)) {
        last = new Known(stamp, digest());
        known = last;
      }
      return last.digest();
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private String digest() throws IOException {
    var sha = sha256();
    try (var channel = FileChannel.open(model)) {
      long size = channel.size();
      sha.update(Long.toString(size).getBytes(StandardCharsets.US_ASCII));
      update(sha, channel, 0);
      update(sha, channel, Math.max(0, size - EDGE));
    }
    return HexFormat.of().formatHex(sha.digest()).substring(0, LETTERS);
  }

  private static void update(MessageDigest sha, FileChannel channel, long from) throws IOException {
    var bytes = ByteBuffer.allocate(EDGE);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {}
    sha.update(bytes.flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The digest of the file as it was. */
  private record Known(String stamp, String digest) {}
}
