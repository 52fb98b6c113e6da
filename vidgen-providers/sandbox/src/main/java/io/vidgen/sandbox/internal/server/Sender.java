package io.vidgen.sandbox.internal.server;

import com.sun.net.httpserver.HttpExchange;
import io.vidgen.sandbox.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends an answer, with what goes wrong on the way out. */
final class Sender {
  private static final int STREAMED = 0;
  private static final int NO_BODY = -1;

  private final Waits waits;

  Sender(Waits waits) {
    this.waits = waits;
  }

  void send(HttpExchange exchange, Reply reply, @Nullable Fault fault)
      throws IOException, InterruptedException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    long length = length(reply);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head || length == 0) {
      exchange.sendResponseHeaders(reply.status(), NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(reply.status(), length < 0 ? STREAMED : length);
    try (OutputStream out = new FaultyOutput(exchange.getResponseBody(), length, fault, waits)) {
      var file = reply.file();
      var writer = reply.writer();
      if (writer != null) {
        writer.write(out);
      } else if (file != null) {
        Files.copy(file, out);
      } else {
        out.write(reply.bytes());
      }
    }
  }

  /** Length of the body, -1 when it is written piece by piece. */
  private static long length(Reply reply) throws IOException {
    var file = reply.file();
    if (reply.writer() != null) {
      return -1;
    }
    return file == null ? reply.bytes().length : Files.size(file);
  }

  /** What a fault makes of an answer before it is sent. */
  static Reply spoil(Reply reply, Fault.Garbling how) throws IOException {
    return switch (how) {
      case TRUNCATED -> reply;
      case WRONG_CONTENT_TYPE -> reply.header("Content-Type", "text/plain; charset=utf-8");
      case EMPTY -> reply.withBytes(new byte[0]);
      case NONSENSE -> reply.withBytes(nonsense((int) Math.max(16, length(reply))));
    };
  }

  private static byte[] nonsense(int length) {
    var bytes = new byte[Math.min(length, 1 << 20)];
    Arrays.fill(bytes, (byte) '~');
    return bytes;
  }

  /** A page as a proxy would send it. */
  static Reply html(int status) {
    return Reply.text(
        status,
        "text/html; charset=utf-8",
        String.format(
            Locale.ROOT,
            "<html><head><title>%d</title></head><body><center><h1>%d</h1></center><hr>"
                + "<center>cloud proxy</center></body></html>",
            status,
            status));
  }
}
