package io.vidgen.rest.internal.wav2lip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all that a program says, so that it never waits for a reader, and keeps the end of it:
 * Python's tracebacks come last.
 */
final class OutputTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutputTail.class);
  private static final int KEPT = 16 << 10;

  private final InputStream in;
  private final byte[] ring = new byte[KEPT];
  private final Thread reader = new Thread(this::read, "vidgen-wav2lip-output");
  private long count;

  private OutputTail(InputStream in) {
    this.in = in;
  }

  static OutputTail of(InputStream in) {
    var tail = new OutputTail(in);
    tail.reader.setDaemon(true);
    tail.reader.start();
    return tail;
  }

  /** What was said last, after a wait for the end of it: a child may hold the pipe open. */
  String text(long millis) throws InterruptedException {
    reader.join(millis);
    synchronized (this) {
      int length = (int) Math.min(count, KEPT);
      var bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = ring[(int) ((count - length + i) % KEPT)];
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private void read() {
    var buffer = new byte[4096];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        keep(buffer, n);
      }
    } catch (IOException e) {
      LOG.debug("the output of Wav2Lip ended early", e);
    }
  }

  private synchronized void keep(byte[] buffer, int n) {
    for (int i = 0; i < n; i++) {
      ring[(int) (count % KEPT)] = buffer[i];
      count++;
    }
  }

  /** The thread ends with the last process that holds the pipe. */
  @Override
  public void close() {
    reader.interrupt();
  }
}
