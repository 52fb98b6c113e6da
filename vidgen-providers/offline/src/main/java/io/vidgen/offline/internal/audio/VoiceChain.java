package io.vidgen.offline.internal.audio;

import io.vidgen.audio.WavWriter;
import java.io.IOException;
import java.util.List;

/**
 * Makes a synthetic voice pleasant and evenly loud: tone, light compression, a small room, and a
 * limiter that keeps peaks at or below -3 dBFS. The gain is fixed, so that all scenes of a video
 * are equally loud. A stream: sentence after sentence goes through one chain.
 */
public final class VoiceChain {
  /** Samples per second in and out. */
  public static final int RATE = 48_000;

  private static final double CEILING = 0.705;
  private static final int LOOK_AHEAD = RATE * 2 / 1000;
  private static final double THRESHOLD = 0.09;
  private static final double MAKE_UP = 2.9;
  private static final double ROOM = 0.9;
  private static final int[] REFLECTIONS = {331, 521, 797, 1193, 1583};
  private static final double[] STRENGTHS = {0.075, -0.06, 0.05, 0.038, -0.03};

  private final WavWriter out;
  private final List<Biquad> tone;
  private final Biquad roomTone = Biquad.highShelf(RATE, 2500, -9);
  private final double[] room = new double[2048];
  private final double[] delay = new double[LOOK_AHEAD];
  private final double[] peaks = new double[LOOK_AHEAD];
  private final float[] block = new float[4096];
  private final double attack = 1 - StrictMath.exp(-1 / (RATE * 0.006));
  private final double release = 1 - StrictMath.exp(-1 / (RATE * 0.090));
  private final double recover = 1 - StrictMath.exp(-1 / (RATE * 0.060));
  private double level;
  private double highest;
  private double gain = 1;
  private long position;
  private int filled;

  /**
   * A chain for a voice.
   *
   * @param out where the sound goes; not closed here
   * @param bright whether the voice is dull and needs presence, as kevin does
   */
  public VoiceChain(WavWriter out, boolean bright) {
    this.out = out;
    this.tone = bright ? kevin() : plain();
  }

  /**
   * Brings the long-term spectrum near that of natural male speech (Byrne et al., "An international
   * comparison of long-term average speech spectra", 1994). The all-passes spread the sharp pulses
   * that the voice is made of: less buzz, lower peaks.
   */
  private static List<Biquad> kevin() {
    return List.of(
        Biquad.highPass(RATE, 75),
        Biquad.allPass(RATE, 180, 0.6),
        Biquad.allPass(RATE, 450, 0.6),
        Biquad.allPass(RATE, 1100, 0.6),
        Biquad.allPass(RATE, 2600, 0.6),
        Biquad.lowShelf(RATE, 170, 2.5),
        Biquad.peak(RATE, 900, 1.0, -2),
        Biquad.peak(RATE, 4500, 0.9, -5),
        Biquad.highShelf(RATE, 7200, 2));
  }

  private static List<Biquad> plain() {
    return List.of(Biquad.highPass(RATE, 70), Biquad.lowShelf(RATE, 190, 1));
  }

  /**
   * Takes sound.
   *
   * @param sound samples from -1 to 1
   * @throws IOException if the result cannot be written
   */
  public void write(float[] sound) throws IOException {
    for (float sample : sound) {
      push(sample);
    }
  }

  /**
   * Takes silence.
   *
   * @param samples how much
   * @throws IOException if the result cannot be written
   */
  public void silence(long samples) throws IOException {
    for (long i = 0; i < samples; i++) {
      push(0);
    }
  }

  /** How many samples were taken: the time of the next one. */
  public long position() {
    return position;
  }

  /**
   * Writes what is still in the limiter's delay.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {
    long end = position;
    silence(LOOK_AHEAD);
    position = end;
    flush();
  }

  private void push(double sample) throws IOException {
    double x = sample;
    for (Biquad filter : tone) {
      x = filter.next(x);
    }
    x = reverberated(compressed(x));
    int slot = (int) (position % LOOK_AHEAD);
    double old = delay[slot];
    delay[slot] = x;
    note(slot, Math.abs(x));
    if (position++ >= LOOK_AHEAD) {
      emit(limited(old, Math.abs(x)));
    }
  }

  /** All are looked through only when the highest one leaves, which is seldom. */
  private void note(int slot, double coming) {
    double gone = peaks[slot];
    peaks[slot] = coming;
    if (coming >= highest) {
      highest = coming;
    } else if (gone == highest) {
      highest = 0;
      for (double peak : peaks) {
        highest = Math.max(highest, peak);
      }
    }
  }

  /** Two to one above the threshold; a square root is exact on every machine, a power is not. */
  private double compressed(double x) {
    double size = Math.abs(x);
    level += (size - level) * (size > level ? attack : release);
    return x * MAKE_UP * (level > THRESHOLD ? Math.sqrt(THRESHOLD / level) : 1);
  }

  private double reverberated(double x) {
    int now = (int) (position & (room.length - 1));
    room[now] = roomTone.next(x);
    double sum = x;
    for (int i = 0; i < REFLECTIONS.length; i++) {
      sum += ROOM * STRENGTHS[i] * room[(now - REFLECTIONS[i]) & (room.length - 1)];
    }
    return sum;
  }

  /** Looks ahead: the gain falls over the delay before a peak and recovers after it. */
  private double limited(double old, double coming) {
    boolean matters = coming * gain > CEILING || gain < 1;
    double wanted = matters && highest > CEILING ? CEILING / highest : 1;
    gain += (wanted - gain) * (wanted < gain ? 8.0 / LOOK_AHEAD : recover);
    double y = old * gain;
    return Math.max(-CEILING, Math.min(CEILING, y));
  }

  private void emit(double sample) throws IOException {
    block[filled++] = (float) sample;
    if (filled == block.length) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(block, filled);
    filled = 0;
  }
}
