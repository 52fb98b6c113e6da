package io.vidgen.ledger;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Reads a journal from its start. A frame is written only after the one before it is on the disk,
 * so a crash can leave one unfinished frame, at the end. Anything else that cannot be read is
 * damage to what somebody relied on.
 */
final class JournalReader {
  /** The first line of a file: what it is, and the version of its format. */
  static final String TITLE = "vidgen-ledger 1\n";

  private static final Pattern ANY_TITLE = Pattern.compile("vidgen-ledger (\\d{1,9})\n[\\s\\S]*");
  private static final int SECTOR = 512;

  /** Takes each record. */
  @FunctionalInterface
  interface Sink {
    /** Takes the JSON of one; throws if it makes no sense there. */
    void accept(String json) throws IOException;
  }

  /**
   * What was read.
   *
   * @param length bytes up to the end of the last whole frame
   * @param frames how many whole frames
   * @param torn bytes after that, of an unfinished frame
   */
  record Result(long length, long frames, long torn) {}

  private final Path file;
  private final long size;

  private JournalReader(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  static Result read(Path file, Sink sink) throws IOException {
    var reader = new JournalReader(file, Files.size(file));
    try (var in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16)) {
      reader.readTitle(in);
      return reader.readFrames(in, sink);
    }
  }

  private void readTitle(InputStream in) throws IOException {
    var title = new String(in.readNBytes(TITLE.length()), StandardCharsets.ISO_8859_1);
    if (!title.equals(TITLE)) {
      var other = ANY_TITLE.matcher(title);
      throw other.matches()
          ? LedgerFailures.newerFormat(file, other.group(1))
          : LedgerFailures.damaged(file, 0, "it does not begin like a journal of vidgen");
    }
  }

  private Result readFrames(InputStream in, Sink sink) throws IOException {
    long offset = TITLE.length();
    long frames = 0;
    while (true) {
      var bytes = in.readNBytes(Frame.HEAD);
      if (bytes.length < Frame.HEAD) {
        return new Result(offset, frames, size - offset);
      }
      var head = Frame.decode(bytes, 0);
      if (head == null) {
        return ending(offset, frames, "the head of a frame cannot be read");
      }
      if (head.number() != frames + 1) {
        throw LedgerFailures.damaged(
            file, offset, "frame " + head.number() + " comes after frame " + frames);
      }
      if (head.length() > size - offset - Frame.HEAD) {
        return new Result(offset, frames, size - offset);
      }
      var body = in.readNBytes(head.length());
      if (!head.matches(body)) {
        return ending(offset, frames, "the checksum of frame " + head.number() + " is wrong");
      }
      pass(body, offset, sink);
      offset += Frame.HEAD + head.length();
      frames++;
    }
  }

  private void pass(byte[] body, long offset, Sink sink) {
    for (var line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
      try {
        sink.accept(line);
      } catch (IOException e) {
        throw LedgerFailures.damaged(file, offset, "a record makes no sense: " + e.getMessage());
      }
    }
  }

  /**
   * Decides about a whole but wrong frame. A power cut may leave it when the file had its new
   * length already but not its new bytes: then sectors are empty, and nothing whole follows.
   */
  private Result ending(long offset, long frames, String what) throws IOException {
    byte[] rest;
    try (var in = new FileInputStream(file.toFile())) {
      in.skipNBytes(offset);
      rest = in.readAllBytes();
    } catch (EOFException e) {
      throw LedgerFailures.damaged(file, offset, "it became shorter while it was read");
    }
    if (hasFrame(rest) || !hasEmptySector(rest, offset)) {
      throw LedgerFailures.damaged(file, offset, what);
    }
    return new Result(offset, frames, rest.length);
  }

  private static boolean hasFrame(byte[] rest) {
    for (int at = 1; at <= rest.length - Frame.HEAD; at++) {
      if (Frame.decode(rest, at) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEmptySector(byte[] rest, long offset) {
    int from = 0;
    while (from < rest.length) {
      int to = (int) Math.min(rest.length, from + SECTOR - (offset + from) % SECTOR);
      if (isEmpty(Arrays.copyOfRange(rest, from, to))) {
        return true;
      }
      from = to;
    }
    return false;
  }

  private static boolean isEmpty(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
