package io.vidgen.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The few things a journal does to its file; a seam, so that tests can let each of them fail. */
interface AppendFile extends AutoCloseable {

  /** Writes all bytes from an offset on. */
  void write(long offset, byte[] bytes) throws IOException;

  /** Makes everything written durable. */
  void sync() throws IOException;

  /** Cuts the file. */
  void truncate(long length) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Opens a file on the disk. It is not a channel: a channel closes itself when its thread is
   * interrupted, and a cancelled render must not take the journal with it.
   */
  static AppendFile open(Path path) throws IOException {
    var file = new RandomAccessFile(path.toFile(), "rw");
    return new AppendFile() {
      @Override
      public void write(long offset, byte[] bytes) throws IOException {
        file.seek(offset);
        file.write(bytes);
      }

      @Override
      public void sync() throws IOException {
        file.getFD().sync();
      }

      @Override
      public void truncate(long length) throws IOException {
        file.setLength(length);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
