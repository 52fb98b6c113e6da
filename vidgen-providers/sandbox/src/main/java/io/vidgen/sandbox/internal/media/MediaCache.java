package io.vidgen.sandbox.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Files by what they are made of. Each is made once; all are kept until the sandbox closes. */
public final class MediaCache {
  /** More than any test wants; a sandbox that runs for weeks must not fill the disk. */
  private static final long MOST_BYTES = 4L << 30;

  private static final long LONGEST_SECONDS = 600;

  /** Makes a file. */
  @FunctionalInterface
  interface Maker {
    void make(Path file) throws IOException, InterruptedException;
  }

  private final Path directory;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong names = new AtomicLong();
  private final Map<String, CompletableFuture<Path>> files = new ConcurrentHashMap<>();

  /** An empty cache. */
  public MediaCache(Path directory) {
    this.directory = directory;
  }

  /** A file that exists, or that is made now, or that another thread is making. */
  Path get(String key, String extension, Maker maker) throws IOException, InterruptedException {
    var mine = new CompletableFuture<Path>();
    var other = files.putIfAbsent(key, mine);
    if (other != null) {
      return await(other);
    }
    try {
      var file = fresh(extension);
      maker.make(file);
      bytes.addAndGet(Files.size(file));
      mine.complete(file);
      return file;
    } catch (IOException | InterruptedException | RuntimeException e) {
      files.remove(key);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  /** A name for a file that nobody else has. */
  Path fresh(String extension) throws IOException {
    if (bytes.get() > MOST_BYTES) {
      throw new IOException("the sandbox holds " + bytes + " bytes of media; start a new one");
    }
    return directory.resolve("m" + names.incrementAndGet() + "." + extension);
  }

  private static Path await(CompletableFuture<Path> file) throws IOException, InterruptedException {
    try {
      return file.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("media could not be made: " + e.getMessage(), e);
    }
  }

  /** SHA-256 of a file's content. */
  static String digest(Path file) throws IOException {
    var sha = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** SHA-256 of a text. */
  static String digest(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
