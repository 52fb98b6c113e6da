package io.vidgen.ffmpeg.internal.font;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

/**
 * Reads which characters a TTF, OTF or TTC file has, and nothing else of it (OpenType 1.9, "cmap":
 * formats 4 and 12, which every font in use has).
 */
final class FontFile {
  private static final int COLLECTION = 0x74746366;
  private static final int CMAP = 0x636d6170;
  private static final int LARGEST_CMAP = 16 << 20;
  private static final int MOST_FONTS = 256;

  private final FileChannel channel;
  private final BitSet characters;

  private FontFile(FileChannel channel, BitSet characters) {
    this.channel = channel;
    this.characters = characters;
  }

  /**
   * Adds what a file has.
   *
   * @throws IOException if it is no font
   */
  static void read(Path file, BitSet characters) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      new FontFile(channel, characters).read();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(file + " is a damaged font", e);
    }
  }

  private void read() throws IOException {
    var head = bytes(0, 12);
    if (head.getInt(0) != COLLECTION) {
      font(0);
      return;
    }
    int fonts = head.getInt(8);
    if (fonts < 0 || fonts > MOST_FONTS) {
      throw new IllegalArgumentException(fonts + " fonts in a collection");
    }
    var offsets = bytes(12, 4 * fonts);
    for (int i = 0; i < fonts; i++) {
      font(Integer.toUnsignedLong(offsets.getInt(4 * i)));
    }
  }

  private void font(long at) throws IOException {
    int tables = Short.toUnsignedInt(bytes(at + 4, 2).getShort(0));
    var directory = bytes(at + 12, 16 * tables);
    for (int i = 0; i < tables; i++) {
      if (directory.getInt(16 * i) == CMAP) {
        int length = directory.getInt(16 * i + 12);
        if (length < 4 || length > LARGEST_CMAP) {
          throw new IllegalArgumentException("cmap of " + length + " bytes");
        }
        cmap(bytes(Integer.toUnsignedLong(directory.getInt(16 * i + 8)), length));
        return;
      }
    }
    throw new IllegalArgumentException("no cmap");
  }

  private void cmap(ByteBuffer table) {
    int encodings = Short.toUnsignedInt(table.getShort(2));
    for (int i = 0; i < encodings; i++) {
      int platform = table.getShort(4 + 8 * i);
      int encoding = table.getShort(6 + 8 * i);
      int at = table.getInt(8 + 8 * i);
      // platform 3 encoding 0 is for symbols, whose numbers are not Unicode
      if (platform != 0 && (platform != 3 || encoding == 0)) {
        continue;
      }
      var map = table.slice(at, table.limit() - at);
      switch (map.getShort(0)) {
        case 4 -> segments(map);
        case 12 -> groups(map);
        default -> {
          // other formats repeat a part of these, or select variants
        }
      }
    }
  }

  private void segments(ByteBuffer map) {
    int doubled = Short.toUnsignedInt(map.getShort(6));
    for (int i = 0; i < doubled; i += 2) {
      int end = Short.toUnsignedInt(map.getShort(14 + i));
      int start = Short.toUnsignedInt(map.getShort(16 + doubled + i));
      int delta = map.getShort(16 + 2 * doubled + i);
      int offsetAt = 16 + 3 * doubled + i;
      int offset = Short.toUnsignedInt(map.getShort(offsetAt));
      for (int c = start; c <= end && c < 0xFFFF; c++) {
        int glyph = offset == 0 ? c : map.getShort(offsetAt + offset + 2 * (c - start));
        boolean drawn = offset == 0 ? (glyph + delta & 0xFFFF) != 0 : glyph != 0;
        if (drawn) {
          characters.set(c);
        }
      }
    }
  }

  private void groups(ByteBuffer map) {
    int groups = map.getInt(12);
    for (int i = 0; i < groups; i++) {
      int start = map.getInt(16 + 12 * i);
      int end = map.getInt(20 + 12 * i);
      int glyph = map.getInt(24 + 12 * i);
      if (start < 0 || end > Character.MAX_CODE_POINT || start > end) {
        throw new IllegalArgumentException("characters from " + start + " to " + end);
      }
      characters.set(glyph == 0 ? start + 1 : start, end + 1);
    }
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    if (at < 0 || length < 0 || at + length > channel.size()) {
      throw new IllegalArgumentException("a table lies outside of the file");
    }
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
      // a channel may give less than it was asked for
    }
    return buffer.flip();
  }
}
