package io.vidgen.audio;

import java.io.IOException;
import java.util.Arrays;

/**
 * A recording at another sampling rate, block by block, however long it is. Not safe for use by
 * several threads.
 */
public final class ResampledInput {
  /** Longer than the reach of the resampler's filter at any rate. */
  private static final int MARGIN = 1024;

  private static final int BLOCK_SECONDS = 4;

  private final WavInput in;
  private final int up;
  private final int down;
  private final Resampler resampler;
  private final int block;
  private final int margin;
  private float[] pending = {};
  private int before;
  private boolean ended;

  /**
   * Prepares the filter; reads nothing yet.
   *
   * @param in the recording, not closed here
   * @param rate samples per second that are wanted
   */
  public ResampledInput(WavInput in, int rate) {
    this.in = in;
    int divisor = gcd(in.rate(), rate);
    this.up = rate / divisor;
    this.down = in.rate() / divisor;
    this.resampler = new Resampler(in.rate(), rate);
    this.margin = down * ((MARGIN + down - 1) / down);
    this.block = down * Math.max(1, BLOCK_SECONDS * in.rate() / down);
  }

  /**
   * Reads on. Each block is resampled together with the end of the one before it and the start of
   * the one after it, of which the results are thrown away.
   *
   * @return some seconds of samples from -1 to 1; empty at the end
   * @throws IOException if the recording cannot be read
   */
  public float[] next() throws IOException {
    if (ended) {
      return new float[0];
    }
    var more = new float[before + block + margin - pending.length];
    int got = in.read(more);
    ended = got < more.length;
    var all = Arrays.copyOf(pending, pending.length + got);
    System.arraycopy(more, 0, all, pending.length, got);
    var result = resampler.resample(all);
    int from = before / down * up;
    int to = ended ? result.length : (before + block) / down * up;
    if (!ended) {
      int kept = before + block - margin;
      pending = Arrays.copyOfRange(all, kept, all.length);
      before = margin;
    }
    return Arrays.copyOfRange(result, Math.min(from, to), to);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
