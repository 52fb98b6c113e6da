package io.vidgen.ledger;

import io.vidgen.internal.codec.Json;
import io.vidgen.internal.io.FileTrees;
import io.vidgen.internal.io.Sync;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of a ledger: files {@code 00000001.log} and so on, of which the highest number
 * counts. A new file takes over, with the newest record of each step, when the old one holds mostly
 * history. For one thread at a time.
 */
final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final Pattern NAME = Pattern.compile("(\\d{8})\\.log");
  private static final int FRAME_OF_COPY = 64 * 1024;

  private final Path directory;
  private final Opener opener;
  private int number;
  private JournalFile file;

  /** Opens a file for appending; tests give files that fail. */
  @FunctionalInterface
  interface Opener {
    AppendFile open(Path path) throws IOException;
  }

  private Journal(Path directory, Opener opener, int number, JournalFile file) {
    this.directory = directory;
    this.opener = opener;
    this.number = number;
    this.file = file;
  }

  /** Reads what is there, gives it to {@code sink} in order, and makes ready to go on. */
  static Journal open(Path directory, Opener opener, JournalReader.Sink sink) throws IOException {
    Sync.DISK.makeDirectories(directory);
    int newest = 0;
    Path unknown = null;
    for (var path : FileTrees.children(directory)) {
      var name = NAME.matcher(path.getFileName().toString());
      if (name.matches()) {
        newest = Math.max(newest, Integer.parseInt(name.group(1)));
      } else if (path.getFileName().toString().endsWith(".log")) {
        unknown = path;
      }
    }
    if (newest == 0) {
      if (unknown != null) {
        // Beside a new, empty journal its steps would be paid for again.
        throw LedgerFailures.unknownJournal(unknown, path(directory, 1));
      }
      create(directory, 1, opener, List.of());
      newest = 1;
    }
    var path = path(directory, newest);
    var read = JournalReader.read(path, sink);
    deleteOthers(directory, path);
    return new Journal(directory, opener, newest, resume(path, opener, read));
  }

  private static JournalFile resume(Path path, Opener opener, JournalReader.Result read)
      throws IOException {
    var file = opener.open(path);
    if (read.torn() > 0) {
      LOG.warn("{}: ignored {} bytes of a write that a crash cut short", path, read.torn());
      try {
        file.truncate(read.length());
        file.sync();
      } catch (IOException e) {
        file.close();
        throw e;
      }
    }
    return new JournalFile(file, read.length(), read.frames());
  }

  /** Adds records in one frame; they are durable when this returns, and not there if it throws. */
  void append(List<String> lines) throws IOException {
    var body = new ByteArrayOutputStream();
    lines.forEach(line -> body.writeBytes(bytes(line)));
    file.append(body.toByteArray());
  }

  long length() {
    return file.length();
  }

  /** Starts a new file with these records alone. The old file stays in use if this throws. */
  void compact(List<StepRecord> records) throws IOException {
    var next = path(directory, number + 1);
    var old = file;
    boolean done = false;
    try {
      file = create(directory, number + 1, opener, records);
      number++;
      done = true;
    } finally {
      if (!done) {
        withdraw(next);
      }
    }
    try {
      old.close();
    } catch (IOException e) {
      LOG.debug("The old journal in {} could not be closed", directory, e);
    }
    deleteOthers(directory, next);
  }

  /** One record as it stands in a file. */
  static String line(StepRecord record) {
    return Json.write(record) + "\n";
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /** A new file that did not work out must not count at the next opening: writes go to the old. */
  private void withdraw(Path next) {
    try {
      if (Files.deleteIfExists(next)) {
        Sync.DISK.directory(directory);
      }
    } catch (IOException e) {
      file.stop();
      LOG.warn(
          "{} could not be withdrawn, so no more is written to this ledger: {}",
          next,
          e.toString());
    }
  }

  /** Writes a whole file beside its place, then moves it there: it appears complete or not. */
  private static JournalFile create(
      Path directory, int number, Opener opener, List<StepRecord> records) throws IOException {
    var path = path(directory, number);
    var draft = path.resolveSibling(path.getFileName() + ".tmp");
    try (var out = new FileOutputStream(draft.toFile())) {
      out.write(JournalReader.TITLE.getBytes(StandardCharsets.US_ASCII));
    }
    var file = new JournalFile(opener.open(draft), JournalReader.TITLE.length(), 0);
    boolean done = false;
    try {
      fill(file, records);
      file.sync();
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      Sync.DISK.directory(directory);
      done = true;
    } finally {
      if (!done) {
        file.close();
        Files.deleteIfExists(draft);
      }
    }
    return file;
  }

  private static void fill(JournalFile file, List<StepRecord> records) throws IOException {
    var body = new ByteArrayOutputStream();
    for (var step : records) {
      body.writeBytes(bytes(line(step)));
      if (body.size() >= FRAME_OF_COPY) {
        file.appendUnsynced(body.toByteArray());
        body.reset();
      }
    }
    if (body.size() > 0) {
      file.appendUnsynced(body.toByteArray());
    }
  }

  /**
   * Removes what a newer file replaced, and drafts; nothing that no journal of ours is named like.
   * Failing at it does no harm.
   */
  private static void deleteOthers(Path directory, Path keep) {
    try {
      for (var path : FileTrees.children(directory)) {
        var name = path.getFileName().toString();
        if (!path.equals(keep) && (NAME.matcher(name).matches() || name.endsWith(".log.tmp"))) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      LOG.debug("Old journals in {} could not be deleted", directory, e);
    }
  }

  private static Path path(Path directory, int number) {
    return directory.resolve(String.format(Locale.ROOT, "%08d.log", number));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
