package io.vidgen.internal.io;

import io.vidgen.model.Fingerprint;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, read as a stream. File streams, not channels: an interrupt closes those. */
public final class Digests {
  private static final int BUFFER = 128 * 1024;

  /**
   * What was read.
   *
   * @param sha256 the digest of the bytes
   * @param size how many
   */
  public record Content(Fingerprint sha256, long size) {}

  private Digests() {}

  /**
   * Reads a file.
   *
   * @param file a file
   * @return digest and size
   * @throws IOException if it cannot be read
   */
  public static Content of(Path file) throws IOException {
    try (var in = new FileInputStream(file.toFile())) {
      return drain(in, OutputStream.nullOutputStream());
    }
  }

  /**
   * Copies a file.
   *
   * @param source a file
   * @param target where to, overwritten when it exists
   * @return digest and size of what was copied
   * @throws IOException if it cannot be copied
   */
  public static Content copy(Path source, Path target) throws IOException {
    try (var in = new FileInputStream(source.toFile());
        var out = new FileOutputStream(target.toFile())) {
      return drain(in, out);
    }
  }

  private static Content drain(InputStream in, OutputStream out) throws IOException {
    var digest = sha256();
    var buffer = new byte[BUFFER];
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
      out.write(buffer, 0, read);
      size += read;
    }
    return new Content(new Fingerprint(HexFormat.of().formatHex(digest.digest())), size);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
