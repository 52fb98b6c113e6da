package io.vidgen.ledger;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a journal, where frames are added. A frame is there as a whole or not at all: after a
 * failure the file is cut back, and if that fails too, nothing more is written. For one thread at a
 * time.
 */
final class JournalFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

  private final AppendFile file;
  private long length;
  private long frames;
  private boolean broken;

  /**
   * Goes on at the end of a journal.
   *
   * @param file the file
   * @param length its length
   * @param frames how many frames it has
   */
  JournalFile(AppendFile file, long length, long frames) {
    this.file = file;
    this.length = length;
    this.frames = frames;
  }

  /** Adds a frame; it is durable when this returns, and not there when this throws. */
  void append(byte[] body) throws IOException {
    add(body, true);
  }

  /** Adds a frame to a file that nobody relies on before {@link #sync}. */
  void appendUnsynced(byte[] body) throws IOException {
    add(body, false);
  }

  void sync() throws IOException {
    file.sync();
  }

  long length() {
    return length;
  }

  /** Refuses all writes from now on. */
  void stop() {
    broken = true;
  }

  private void add(byte[] body, boolean durable) throws IOException {
    if (broken) {
      throw new IOException("an earlier write failed and could not be undone for certain");
    }
    var frame = Frame.encode(frames + 1, body);
    boolean written = false;
    boolean done = false;
    try {
      file.write(length, frame);
      written = true;
      if (durable) {
        file.sync();
      }
      done = true;
    } finally {
      if (done) {
        length += frame.length;
        frames++;
      } else {
        undo(written);
      }
    }
  }

  /**
   * Cuts off what a failed write left. After a failed sync nobody knows what the disk holds (the
   * system may have dropped the pages), so then it stays stopped.
   */
  private void undo(boolean syncFailed) {
    broken = true;
    try {
      file.truncate(length);
      file.sync();
      broken = syncFailed;
    } catch (IOException e) {
      LOG.warn(
          "A failed write to a journal could not be undone, so no more is written: {}",
          e.toString());
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
