package io.vidgen.ffmpeg.internal.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the boxes of an MP4 file say (ISO/IEC 14496-12, 14496-15 for avcC).
 *
 * @param duration length of the presentation
 * @param moovFirst whether the index comes before the media, so that it plays while loading
 * @param tracks its tracks
 */
public record Mp4File(Duration duration, boolean moovFirst, List<Track> tracks) {
  private static final int LARGEST_MOOV = 256 << 20;

  /**
   * A track.
   *
   * @param handler {@code vide} or {@code soun}
   * @param duration its length by its own clock
   * @param timescale ticks a second of that clock
   * @param format such as {@code avc1}
   * @param samples how many frames or packets
   * @param width pixels, 0 for sound
   * @param height pixels, 0 for sound
   * @param decoderConfiguration bytes of avcC as hexadecimal digits, with SPS and PPS; else empty
   */
  public record Track(
      String handler,
      Duration duration,
      int timescale,
      String format,
      int samples,
      int width,
      int height,
      String decoderConfiguration) {}

  /**
   * Reads a file.
   *
   * @throws IOException if it is no MP4 file or has no index
   */
  public static Mp4File read(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      return read(channel, file);
    } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
      throw new IOException(file + " is a damaged MP4 file", e);
    }
  }

  private static Mp4File read(SeekableByteChannel channel, Path file) throws IOException {
    long position = 0;
    long mdat = -1;
    long size = channel.size();
    while (position + 8 <= size) {
      var head = bytes(channel, position, (int) Math.min(16, size - position));
      long length = Integer.toUnsignedLong(head.getInt(0));
      int header = 8;
      if (length == 1 && head.limit() == 16) {
        length = head.getLong(8);
        header = 16;
      } else if (length == 0) {
        length = size - position;
      }
      if (length < header || length > size - position) {
        break;
      }
      var type = type(head, 4);
      if (type.equals("mdat") && mdat < 0) {
        mdat = position;
      } else if (type.equals("moov") && length <= LARGEST_MOOV) {
        var moov = bytes(channel, position + header, (int) length - header);
        return parse(moov, mdat < 0);
      }
      position += length;
    }
    throw new IOException(file + " is no whole MP4 file: it has no index (moov)");
  }

  private static Mp4File parse(ByteBuffer moov, boolean first) {
    var duration = Duration.ZERO;
    var tracks = new ArrayList<Track>();
    for (var box : boxes(moov)) {
      if (box.type().equals("mvhd")) {
        duration = clock(box.body()).duration();
      } else if (box.type().equals("trak")) {
        tracks.add(track(box.body()));
      }
    }
    return new Mp4File(duration, first, List.copyOf(tracks));
  }

  private static Track track(ByteBuffer trak) {
    var media = child(trak, "mdia");
    var clock = clock(child(media, "mdhd"));
    var handler = type(child(media, "hdlr"), 8);
    var table = child(child(media, "minf"), "stbl");
    var description = child(table, "stsd");
    int samples = child(table, "stsz").getInt(8);
    // stsd: version and flags, count, then the first entry's size and format
    var format = type(description, 12);
    if (!handler.equals("vide")) {
      return new Track(handler, clock.duration(), clock.scale(), format, samples, 0, 0, "");
    }
    int width = Short.toUnsignedInt(description.getShort(40));
    int height = Short.toUnsignedInt(description.getShort(42));
    int end = 8 + description.getInt(8);
    var configuration = "";
    for (var box : boxes(description.slice(94, end - 94))) {
      if (box.type().equals("avcC")) {
        var bytes = new byte[box.body().remaining()];
        box.body().get(bytes);
        configuration = HexFormat.of().formatHex(bytes);
      }
    }
    return new Track(
        handler, clock.duration(), clock.scale(), format, samples, width, height, configuration);
  }

  private record Clock(Duration duration, int scale) {}

  /** mvhd and mdhd begin alike. */
  private static Clock clock(ByteBuffer box) {
    boolean wide = box.get(0) == 1;
    int scale = box.getInt(wide ? 20 : 12);
    long ticks = wide ? box.getLong(24) : Integer.toUnsignedLong(box.getInt(16));
    if (scale <= 0) {
      throw new IllegalArgumentException("clock of " + scale + " ticks a second");
    }
    long nanos =
        Math.multiplyHigh(ticks, 1_000_000_000L) != 0
            ? Long.MAX_VALUE
            : ticks * 1_000_000_000L / scale;
    return new Clock(Duration.ofNanos(nanos), scale);
  }

  private record Box(String type, ByteBuffer body) {}

  private static List<Box> boxes(ByteBuffer in) {
    var boxes = new ArrayList<Box>();
    int position = 0;
    while (position + 8 <= in.limit()) {
      int length = in.getInt(position);
      if (length < 8 || length > in.limit() - position) {
        break;
      }
      boxes.add(new Box(type(in, position + 4), in.slice(position + 8, length - 8)));
      position += length;
    }
    return boxes;
  }

  private static ByteBuffer child(ByteBuffer in, String type) {
    return boxes(in).stream()
        .filter(box -> box.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no box " + type))
        .body();
  }

  private static String type(ByteBuffer in, int at) {
    var bytes = new byte[4];
    in.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer bytes(SeekableByteChannel channel, long position, int length)
      throws IOException {
    var buffer = ByteBuffer.allocate(length);
    channel.position(position);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new IOException("file ended early");
      }
    }
    return buffer.flip();
  }
}
