package io.vidgen.audio;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads 16-bit PCM WAV of a few minutes as one channel. Programs that write WAV to a pipe cannot
 * know its size and put nonsense into the header, so the end of the file also ends the sound.
 */
public final class WavReader {
  private static final int RIFF = 0x52494646;
  private static final int WAVE = 0x57415645;
  private static final int FMT = 0x666d7420;
  private static final int DATA = 0x64617461;
  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int MOST_BYTES = 64 << 20;

  private WavReader() {}

  /**
   * A sound.
   *
   * @param rate samples per second
   * @param samples from -1 to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Sound(int rate, float[] samples) {}

  /**
   * Reads a file.
   *
   * @param file a WAV file
   * @return its sound; several channels are averaged
   * @throws IOException if it cannot be read, is something else or is longer than some ten minutes
   */
  public static Sound read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new BufferedInputStream(raw))) {
      int riff = in.readInt();
      in.readInt();
      if (riff != RIFF || in.readInt() != WAVE) {
        throw new IOException("not a WAV file: " + file.getFileName());
      }
      return readChunks(in);
    } catch (EOFException e) {
      throw new IOException("a WAV file without sound: " + file.getFileName(), e);
    }
  }

  private static Sound readChunks(DataInputStream in) throws IOException {
    int channels = 0;
    int rate = 0;
    while (true) {
      int id = in.readInt();
      long size = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if (id == FMT && size >= 16) {
        int format = readShort(in);
        channels = readShort(in);
        rate = Integer.reverseBytes(in.readInt());
        in.readInt();
        in.readShort();
        int bits = readShort(in);
        boolean known = (format == PCM || format == EXTENSIBLE) && bits == 16;
        if (!known || channels < 1 || channels > 8 || rate < 4000 || rate > 192_000) {
          throw new IOException("WAV of format " + format + " with " + bits + " bits");
        }
        in.skipNBytes(size - 16 + (size & 1));
      } else if (id == DATA && channels > 0) {
        return new Sound(rate, mono(in, (int) Math.min(size, MOST_BYTES + 1L), channels));
      } else {
        in.skipNBytes(size + (size & 1));
      }
    }
  }

  private static float[] mono(InputStream in, int size, int channels) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("WAV of more than " + MOST_BYTES + " bytes");
    }
    int frames = bytes.length / 2 / channels;
    float[] samples = new float[frames];
    for (int i = 0; i < frames; i++) {
      float sum = 0;
      for (int c = 0; c < channels; c++) {
        int at = 2 * (i * channels + c);
        sum += (bytes[at] & 0xFF) | (bytes[at + 1] << 8);
      }
      samples[i] = sum / channels / 32768f;
    }
    return samples;
  }

  private static int readShort(DataInputStream in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }
}
