package io.vidgen.rest.internal.elevenlabs;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long a sound is, without decoding it. */
final class SoundLength {
  private static final int[] MPEG1_RATES = {44_100, 48_000, 32_000};
  private static final int[] MPEG1_KBITS = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] MPEG2_KBITS = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };

  /** Opus always counts at this rate (RFC 7845, section 4). */
  private static final double OPUS_RATE = 48_000;

  private SoundLength() {}

  /**
   * Measures a file.
   *
   * @return seconds; 0 when there is no sound that can be counted
   */
  static double seconds(Path file, SoundFormat format) throws IOException {
    return switch (format.kind()) {
      case PCM, WAV -> (double) samples(file) / format.rate();
      case MP3 -> read(file, SoundLength::mp3);
      case OPUS -> read(file, SoundLength::opus);
    };
  }

  private static long samples(Path file) throws IOException {
    return Files.size(file) / 2;
  }

  private interface Counter {
    double count(DataInputStream in) throws IOException;
  }

  private static double read(Path file, Counter counter) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        var in = new DataInputStream(new BufferedInputStream(raw, 1 << 16))) {
      return counter.count(in);
    }
  }

  /** Counts the frames of layer III (ISO/IEC 11172-3, 2.4.1.3; ISO/IEC 13818-3). */
  private static double mp3(DataInputStream in) throws IOException {
    double seconds = 0;
    try {
      int head = in.readInt();
      while (true) {
        if ((head >>> 8) == 0x494433) {
          skipId3(in);
          head = in.readInt();
          continue;
        }
        int version = (head >>> 19) & 3;
        int rateIndex = (head >>> 10) & 3;
        int bitIndex = (head >>> 12) & 15;
        boolean frame = (head >>> 21) == 0x7FF && ((head >>> 17) & 3) == 1 && version != 1;
        if (!frame || rateIndex == 3 || bitIndex == 0 || bitIndex == 15) {
          head = (head << 8) | in.readUnsignedByte();
          continue;
        }
        boolean first = version == 3;
        int rate = MPEG1_RATES[rateIndex] >> (first ? 0 : version == 2 ? 1 : 2);
        int kbits = (first ? MPEG1_KBITS : MPEG2_KBITS)[bitIndex];
        int size = (first ? 144_000 : 72_000) * kbits / rate + ((head >>> 9) & 1);
        if (!isInfo(in, size - 4)) {
          seconds += (first ? 1152 : 576) / (double) rate;
        }
        head = in.readInt();
      }
    } catch (EOFException e) {
      return seconds;
    }
  }

  /** The first frame of some encoders holds no sound but a table: "Xing" or "Info". */
  private static boolean isInfo(DataInputStream in, int size) throws IOException {
    var body = new byte[size];
    in.readFully(body);
    for (int at : new int[] {17, 32, 9}) {
      if (at + 4 <= size) {
        int tag = (body[at] << 24) | ((body[at + 1] & 255) << 16);
        tag |= ((body[at + 2] & 255) << 8) | (body[at + 3] & 255);
        if (tag == 0x58696E67 || tag == 0x496E666F) {
          return true;
        }
      }
    }
    return false;
  }

  /** Ten bytes of head, four of them read; its size has 7 bits in each byte (ID3v2.4, 3.1). */
  private static void skipId3(DataInputStream in) throws IOException {
    in.readUnsignedShort();
    int size = 0;
    for (int i = 0; i < 4; i++) {
      size = (size << 7) | (in.readUnsignedByte() & 127);
    }
    in.skipNBytes(size);
  }

  /** The last page says how many samples there are, the first how many to leave out. */
  private static double opus(DataInputStream in) throws IOException {
    long samples = 0;
    int skip = 0;
    boolean first = true;
    try {
      while (in.readInt() == 0x4F676753) {
        in.readUnsignedShort();
        samples = Math.max(samples, Long.reverseBytes(in.readLong()));
        in.skipNBytes(12);
        int size = 0;
        int segments = in.readUnsignedByte();
        for (int i = 0; i < segments; i++) {
          size += in.readUnsignedByte();
        }
        var body = new byte[size];
        in.readFully(body);
        if (first && size >= 12) {
          skip = (body[10] & 255) | ((body[11] & 255) << 8);
        }
        first = false;
      }
    } catch (EOFException e) {
      return Math.max(0, samples - skip) / OPUS_RATE;
    }
    return Math.max(0, samples - skip) / OPUS_RATE;
  }
}
