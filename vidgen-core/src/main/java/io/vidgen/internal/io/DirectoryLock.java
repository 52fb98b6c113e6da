package io.vidgen.internal.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Makes a directory belong to one owner, across processes and within this one. It ends with the
 * process, however that ends.
 *
 * <p>There are two files. On POSIX systems closing <em>any</em> channel of a file drops all locks
 * that the process has on it, so a second attempt within a process would silently unlock the first
 * one. The guard takes that blow: it serves only to notice the second attempt, which therefore
 * never opens the lock itself.
 */
public final class DirectoryLock implements AutoCloseable {
  private final FileChannel guard;
  private final FileChannel lock;

  // The virtual machine knows locks by weak references only.
  @SuppressWarnings({"unused", "FieldCanBeLocal"})
  private final FileLock[] held;

  /** Somebody else owns the directory. */
  public static final class HeldException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    private HeldException(String holder) {
      super("locked by " + holder);
      this.holder = holder;
    }

    /**
     * Who has it.
     *
     * @return {@code this process}, {@code another process} or {@code process 123}
     */
    public String holder() {
      return holder;
    }
  }

  private DirectoryLock(FileChannel guard, FileChannel lock, FileLock... held) {
    this.guard = guard;
    this.lock = lock;
    this.held = held;
  }

  /**
   * Locks a directory.
   *
   * @param directory a directory
   * @param name of the lock; makes {@code name.lock} and {@code name.guard} there
   * @return the lock, to be closed
   * @throws HeldException if somebody has it
   * @throws IOException if the files cannot be made
   */
  public static DirectoryLock acquire(Path directory, String name) throws IOException {
    return Uninterrupted.call(() -> attempt(directory, name));
  }

  private static DirectoryLock attempt(Path directory, String name) throws IOException {
    var guard = open(directory.resolve(name + ".guard"));
    FileChannel lock = null;
    try {
      var guarded = tryLock(guard);
      if (guarded == null) {
        throw new HeldException("another process");
      }
      lock = open(directory.resolve(name + ".lock"));
      var locked = tryLock(lock);
      if (locked == null) {
        throw new HeldException(holder(lock));
      }
      sign(lock);
      return new DirectoryLock(guard, lock, guarded, locked);
    } catch (IOException | RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      guard.close();
      throw e;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw new HeldException("this process");
    }
  }

  private static void sign(FileChannel lock) throws IOException {
    var pid = Long.toString(ProcessHandle.current().pid());
    lock.truncate(0);
    lock.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  private static String holder(FileChannel lock) {
    var pid = ByteBuffer.allocate(20);
    try {
      lock.read(pid, 0);
    } catch (IOException e) {
      // Windows lets nobody else read a locked file.
      return "another process";
    }
    var text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    return text.matches("[0-9]+") ? "process " + text : "another process";
  }

  /** Lets go. The files stay: deleting them would open a gap for two owners. */
  @Override
  public void close() throws IOException {
    try (guard) {
      lock.close();
    }
  }
}
