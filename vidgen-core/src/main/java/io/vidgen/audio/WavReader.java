package io.vidgen.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a whole WAV file of a few minutes as one channel; {@link WavInput} reads any length. */
public final class WavReader {
  private static final int BLOCK = 1 << 16;
  private static final int MOST_SAMPLES = 32 << 20;

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
   * @throws IOException if it cannot be read, is something else or has more than 33 million samples
   *     a channel, some ten minutes
   */
  public static Sound read(Path file) throws IOException {
    try (var in = new WavInput(file)) {
      float[] samples = new float[BLOCK];
      float[] block = new float[BLOCK];
      int count = 0;
      for (int got = in.read(block); got > 0; got = in.read(block)) {
        if (count + got > MOST_SAMPLES) {
          throw new IOException("WAV of more than " + MOST_SAMPLES + " samples");
        }
        if (count + got > samples.length) {
          samples = Arrays.copyOf(samples, Math.max(count + got, samples.length * 2));
        }
        System.arraycopy(block, 0, samples, count, got);
        count += got;
      }
      return new Sound(in.rate(), Arrays.copyOf(samples, count));
    }
  }
}
