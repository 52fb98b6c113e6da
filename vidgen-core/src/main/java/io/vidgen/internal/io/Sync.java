package io.vidgen.internal.io;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether writes are pushed to the disk before anybody hears that they are done. */
public enum Sync {
  /** Pushed to the disk: a crash or power cut after it loses nothing. */
  DISK,
  /** Left to the operating system, for what dies with the process anyway. */
  NONE;

  /**
   * Makes the bytes of a file durable.
   *
   * @param file a file
   * @throws IOException if the disk reports a failure
   */
  public void file(Path file) throws IOException {
    if (this == NONE) {
      return;
    }
    // Not a channel: an interrupt would close it.
    try (var open = new RandomAccessFile(file.toFile(), Files.isWritable(file) ? "rw" : "r")) {
      open.getFD().sync();
    }
  }

  /**
   * Makes the names in a directory durable.
   *
   * @param directory a directory
   * @throws IOException if the disk reports a failure
   */
  public void directory(Path directory) throws IOException {
    // Windows opens no directory as a file; NTFS journals names by itself.
    if (this == NONE || File.separatorChar == '\\') {
      return;
    }
    Uninterrupted.call(
        () -> {
          try (var open = FileChannel.open(directory, StandardOpenOption.READ)) {
            open.force(true);
            return directory;
          }
        });
  }

  /**
   * Makes a directory and those above it where they are missing, durably.
   *
   * @param directory a directory
   * @throws IOException if it cannot be made, or is something else
   */
  public void makeDirectories(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    var parent = directory.toAbsolutePath().getParent();
    if (parent != null) {
      makeDirectories(parent);
    }
    Files.createDirectories(directory);
    if (parent != null) {
      directory(parent);
    }
  }
}
