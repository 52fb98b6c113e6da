package io.vidgen.audio;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a WAV file of any length as one channel, block by block. PCM of 8, 16, 24 and 32 bits and
 * float of 32 bits. Programs that write WAV to a pipe cannot know its size and put nonsense into
 * the header, so the end of the file also ends the sound. Not safe for use by several threads.
 */
public final class WavInput implements Closeable {
  private static final int RIFF = 0x52494646;
  private static final int WAVE = 0x57415645;
  private static final int FMT = 0x666d7420;
  private static final int DATA = 0x64617461;
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int BLOCK_FRAMES = 4096;

  private final DataInputStream in;
  private final String name;
  private int rate;
  private int channels;
  private int sampleBytes;
  private boolean floating;
  private long left;

  /**
   * Opens a file and reads its header.
   *
   * @param file a WAV file
   * @throws IOException if it cannot be read or is something else
   */
  public WavInput(Path file) throws IOException {
    this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    this.name = String.valueOf(file.getFileName());
    try {
      readHeader();
    } catch (EOFException e) {
      in.close();
      throw new IOException("a WAV file without sound: " + name, e);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * How fine the sound is.
   *
   * @return samples per second, 4000 to 192000
   */
  public int rate() {
    return rate;
  }

  /**
   * Reads on; several channels are averaged.
   *
   * @param target filled from its start with samples from -1 to 1
   * @return how many samples were read; fewer than {@code target} holds only at the end of the
   *     sound, 0 after it
   * @throws IOException if the file cannot be read
   */
  public int read(float[] target) throws IOException {
    int frameBytes = channels * sampleBytes;
    int done = 0;
    while (done < target.length) {
      int frames = (int) Math.min(Math.min(BLOCK_FRAMES, target.length - done), left / frameBytes);
      var bytes = in.readNBytes(frames * frameBytes);
      int got = bytes.length / frameBytes;
      for (int i = 0; i < got; i++) {
        float sum = 0;
        for (int c = 0; c < channels; c++) {
          sum += sample(bytes, i * frameBytes + c * sampleBytes);
        }
        target[done + i] = sum / channels;
      }
      done += got;
      left = got < frames ? 0 : left - (long) got * frameBytes;
      if (left < frameBytes) {
        break;
      }
    }
    return done;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void readHeader() throws IOException {
    int riff = in.readInt();
    in.readInt();
    if (riff != RIFF || in.readInt() != WAVE) {
      throw new IOException("not a WAV file: " + name);
    }
    while (true) {
      int id = in.readInt();
      long size = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if (id == FMT && size >= 16) {
        readFormat();
        in.skipNBytes(size - 16 + (size & 1));
      } else if (id == DATA && channels > 0) {
        left = size;
        return;
      } else {
        in.skipNBytes(size + (size & 1));
      }
    }
  }

  private void readFormat() throws IOException {
    int format = readShort();
    channels = readShort();
    rate = Integer.reverseBytes(in.readInt());
    in.readInt();
    in.readShort();
    int bits = readShort();
    floating = format == FLOAT;
    sampleBytes = bits / 8;
    boolean known =
        floating
            ? bits == 32
            : (format == PCM || format == EXTENSIBLE)
                && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
    if (!known || channels < 1 || channels > 8 || rate < 4000 || rate > 192_000) {
      throw new IOException(
          "WAV of format "
              + format
              + " with "
              + bits
              + " bits, "
              + channels
              + " channels: "
              + name);
    }
  }

  private float sample(byte[] bytes, int at) {
    return switch (sampleBytes) {
      case 1 -> ((bytes[at] & 0xFF) - 128) / 128f;
      case 2 -> ((bytes[at] & 0xFF) | (bytes[at + 1] << 8)) / 32768f;
      case 3 -> little(bytes, at, 3) / 0x1p23f;
      default -> {
        int value = little(bytes, at, 4);
        float real = Float.intBitsToFloat(value);
        yield floating ? (Float.isFinite(real) ? real : 0) : value / 0x1p31f;
      }
    };
  }

  private static int little(byte[] bytes, int at, int count) {
    int value = bytes[at + count - 1];
    for (int i = count - 2; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private int readShort() throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }
}
