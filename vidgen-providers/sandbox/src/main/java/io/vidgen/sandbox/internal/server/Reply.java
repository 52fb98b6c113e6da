package io.vidgen.sandbox.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer: status, headers and a body of bytes, of a file or written piece by piece. */
public final class Reply {
  private static final byte[] NONE = {};

  /** Writes a body piece by piece; each flush sends what there is. */
  @FunctionalInterface
  public interface Writer {
    /** Writes the whole body. */
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private final int status;
  private final Map<String, String> headers;
  private final byte[] bytes;
  private final @Nullable Path file;
  private final @Nullable Writer writer;
  private final @Nullable String limit;

  private Reply(
      int status,
      Map<String, String> headers,
      byte[] bytes,
      @Nullable Path file,
      @Nullable Writer writer,
      @Nullable String limit) {
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
    this.file = file;
    this.writer = writer;
    this.limit = limit;
  }

  /** JSON. */
  public static Reply json(int status, JsonNode body) {
    return bytes(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Text of a given type. */
  public static Reply text(int status, String contentType, String body) {
    return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes of a given type. */
  public static Reply bytes(int status, String contentType, byte[] body) {
    return new Reply(status, Map.of("Content-Type", contentType), body, null, null, null);
  }

  /** A whole file. */
  public static Reply file(int status, String contentType, Path file) {
    return new Reply(status, Map.of("Content-Type", contentType), NONE, file, null, null);
  }

  /** A body that is written piece by piece, without Content-Length. */
  public static Reply stream(int status, String contentType, Writer writer) {
    return new Reply(status, Map.of("Content-Type", contentType), NONE, null, writer, null);
  }

  /** No body. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), NONE, null, null, null);
  }

  /** The same with a header more, or another value for it. */
  public Reply header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, bytes, file, writer, limit);
  }

  /** The same, as the answer to a request that was beyond a limit of its account. */
  public Reply beyond(String what) {
    return new Reply(status, headers, bytes, file, writer, what);
  }

  /** The same headers and status with other bytes. */
  Reply withBytes(byte[] other) {
    return new Reply(status, headers, other, null, null, limit);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Headers, in order. */
  public Map<String, String> headers() {
    return headers;
  }

  @Nullable String limit() {
    return limit;
  }

  /** The body unless there is a file or writer. */
  byte[] bytes() {
    return bytes;
  }

  @Nullable Path file() {
    return file;
  }

  @Nullable Writer writer() {
    return writer;
  }
}
