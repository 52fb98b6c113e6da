package io.vidgen.subtitle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines from bytes of unknown encoding, holding one line at a time. */
final class LineSource {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int END = -1;

  private final InputStream in;
  private final ParseLimits limits;
  private final String format;
  private final byte[] buffer = new byte[8192];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private int filled;
  private int at;
  private long total;
  private int number;
  private boolean skipLineFeed;
  private @Nullable Charset wide;

  LineSource(InputStream in, ParseLimits limits, String format) throws IOException {
    this.in = in;
    this.limits = limits;
    this.format = format;
    readByteOrderMark();
  }

  /** The next line without its end, or null after the last one. */
  @Nullable String next() throws IOException {
    line.reset();
    boolean any = false;
    for (int unit = readUnit(); unit != END; unit = readUnit()) {
      if (unit == '\n' && skipLineFeed) {
        skipLineFeed = false;
        continue;
      }
      skipLineFeed = unit == '\r';
      any = true;
      if (unit == '\n' || unit == '\r') {
        return finish();
      }
      append(unit);
    }
    return any ? finish() : null;
  }

  /** The number of the line that was read last, from 1. */
  int number() {
    return number;
  }

  SubtitleParseException error(int column, String problem, String remedy) {
    return new SubtitleParseException(format, number, column, problem, remedy);
  }

  void checkCount(int count, String what) {
    if (count > limits.maxCues()) {
      throw error(
          0,
          "more than " + limits.maxCues() + " " + what,
          "Split the file, or read it with larger ParseLimits.");
    }
  }

  private String finish() {
    number++;
    byte[] bytes = line.toByteArray();
    String text = wide != null ? new String(bytes, wide) : decode(bytes);
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS_1252);
    }
  }

  private void append(int unit) {
    if (wide == null) {
      line.write(unit);
    } else {
      boolean bigEndian = wide.equals(StandardCharsets.UTF_16BE);
      line.write(bigEndian ? unit >> 8 : unit);
      line.write(bigEndian ? unit : unit >> 8);
    }
    if (line.size() > limits.maxLineBytes()) {
      number++;
      throw error(
          0,
          "longer than " + limits.maxLineBytes() + " bytes",
          "Check that this is a subtitle file, or read it with larger ParseLimits.");
    }
  }

  /** A byte, or two of them in UTF-16; half a unit at the end is left out. */
  private int readUnit() throws IOException {
    int first = readByte();
    if (wide == null || first == END) {
      return first;
    }
    int second = readByte();
    if (second == END) {
      return END;
    }
    return wide.equals(StandardCharsets.UTF_16BE) ? first << 8 | second : second << 8 | first;
  }

  private int readByte() throws IOException {
    if (at == filled && !fill()) {
      return END;
    }
    return buffer[at++] & 0xFF;
  }

  private boolean fill() throws IOException {
    filled = in.read(buffer);
    at = 0;
    if (filled <= 0) {
      filled = 0;
      return false;
    }
    total += filled;
    if (total > limits.maxBytes()) {
      throw error(
          0,
          "the file goes on beyond " + limits.maxBytes() + " bytes",
          "Check that this is a subtitle file, or read it with larger ParseLimits.");
    }
    return true;
  }

  private void readByteOrderMark() throws IOException {
    while (filled < 3) {
      int count = in.read(buffer, filled, 3 - filled);
      if (count <= 0) {
        break;
      }
      filled += count;
    }
    total = filled;
    if (filled >= 2 && buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF) {
      wide = StandardCharsets.UTF_16BE;
      at = 2;
    } else if (filled >= 2 && buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE) {
      wide = StandardCharsets.UTF_16LE;
      at = 2;
    } else if (filled == 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      at = 3;
    }
  }
}
