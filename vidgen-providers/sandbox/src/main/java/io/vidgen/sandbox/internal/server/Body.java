package io.vidgen.sandbox.internal.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The body of a request: small ones in memory, others in a file that is deleted with it. */
public final class Body implements AutoCloseable {
  private static final int IN_MEMORY = 64 << 10;

  private final byte[] start;
  private final @Nullable Path file;
  private final long size;
  private final String digest;

  private Body(byte[] start, @Nullable Path file, long size, String digest) {
    this.start = start;
    this.file = file;
    this.size = size;
    this.digest = digest;
  }

  /** What to do in the middle of a body; may throw to cut the connection. */
  @FunctionalInterface
  interface Halfway {
    void run() throws IOException, InterruptedException;
  }

  /** Reads a body; null when it is longer than the limit. */
  static @Nullable Body read(
      InputStream in, long limit, ScratchDirectory directory, long halfAt, Halfway halfway)
      throws IOException, InterruptedException {
    var digest = sha256();
    var memory = new ByteArrayOutputStream();
    Path file = null;
    OutputStream out = memory;
    long size = 0;
    boolean waiting = true;
    var buffer = new byte[16 << 10];
    try {
      for (int n; (n = read(in, buffer, waiting ? halfAt - size : buffer.length)) >= 0; ) {
        size += n;
        if (size > limit) {
          if (file != null) {
            out.close();
            Files.deleteIfExists(file);
          }
          return null;
        }
        digest.update(buffer, 0, n);
        if (file == null && size > IN_MEMORY) {
          file = Files.createTempFile(directory.path(), "body", null);
          out = Files.newOutputStream(file);
          memory.writeTo(out);
        }
        out.write(buffer, 0, n);
        if (waiting && size >= halfAt) {
          waiting = false;
          halfway.run();
        }
      }
    } finally {
      if (file != null) {
        out.close();
      }
    }
    var bytes = file == null ? memory.toByteArray() : new byte[0];
    var hex = size == 0 ? "" : HexFormat.of().formatHex(digest.digest());
    return new Body(bytes, file, size, hex);
  }

  private static int read(InputStream in, byte[] buffer, long most) throws IOException {
    return in.read(buffer, 0, (int) Math.max(1, Math.min(buffer.length, most)));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Length in bytes. */
  public long size() {
    return size;
  }

  /** SHA-256 in hex, empty for an empty body. */
  public String digest() {
    return digest;
  }

  /** Reads it again from the start. */
  public InputStream open() throws IOException {
    return file == null ? new ByteArrayInputStream(start) : Files.newInputStream(file);
  }

  /** All of it, as far as the route's limit allowed. */
  public byte[] bytes() throws IOException {
    return file == null ? start : Files.readAllBytes(file);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
