package io.vidgen.rest.internal.coqui;

import io.vidgen.audio.Silences;
import java.util.Arrays;

/** Makes a server's recording of one part fit to stand beside the others. Pure. */
final class PartSound {
  /** Kept around the speech, so that soft beginnings and endings stay. */
  private static final double BEFORE = 0.03;

  private static final double AFTER = 0.08;
  private static final double FADE = 0.005;

  /** A server puts 10,000 zeros between the sentences it finds; a voice has no such silence. */
  private static final int SERVER_SILENCE = 8_000;

  private static final double NATURAL_PAUSE = 0.28;

  /** Level of the speech itself, without its pauses: -20 dB of full scale. */
  private static final double LEVEL = 0.1;

  /** -1 dB of full scale. */
  private static final double HIGHEST = 0.89;

  private static final double WINDOW = 0.010;

  /** -40 dB below the loudest window is no speech. */
  private static final double GATE = 1e-4;

  private PartSound() {}

  /** The speech at an even level without silence around it; empty when there is none. */
  static float[] of(float[] sound, int rate) {
    var speech = trimmed(shortened(sound, rate), rate);
    if (speech.length > 0) {
      level(speech, rate);
      fade(speech, (int) (rate * FADE));
    }
    return speech;
  }

  private static float[] shortened(float[] sound, int rate) {
    int kept = (int) (rate * NATURAL_PAUSE);
    var result = new float[sound.length];
    int length = 0;
    int zeros = 0;
    for (float sample : sound) {
      zeros = sample == 0 ? zeros + 1 : 0;
      if (zeros == SERVER_SILENCE) {
        length -= Math.max(0, zeros - 1 - kept);
      }
      if (zeros < SERVER_SILENCE) {
        result[length++] = sample;
      }
    }
    return Arrays.copyOf(result, length);
  }

  private static float[] trimmed(float[] sound, int rate) {
    var silences = Silences.of(sound, rate);
    if (silences.start() >= silences.end()) {
      return new float[0];
    }
    int from = (int) Math.max(0, (silences.start() - BEFORE) * rate);
    int to = (int) Math.min(sound.length, (silences.end() + AFTER) * rate);
    return Arrays.copyOfRange(sound, from, to);
  }

  private static void level(float[] sound, int rate) {
    double speech = speechLevel(sound, (int) (rate * WINDOW));
    double peak = 0;
    for (float sample : sound) {
      peak = Math.max(peak, Math.abs(sample));
    }
    float gain = (float) Math.min(LEVEL / speech, HIGHEST / peak);
    for (int i = 0; i < sound.length; i++) {
      sound[i] *= gain;
    }
  }

  /** Root mean square of the windows in which somebody speaks. */
  static double speechLevel(float[] sound, int window) {
    var energies = new double[(sound.length + window - 1) / window];
    double highest = 0;
    for (int i = 0; i < sound.length; i++) {
      energies[i / window] += (double) sound[i] * sound[i];
    }
    for (double energy : energies) {
      highest = Math.max(highest, energy);
    }
    double sum = 0;
    int count = 0;
    for (double energy : energies) {
      if (energy > highest * GATE) {
        sum += energy;
        count++;
      }
    }
    return Math.sqrt(sum / Math.max(1, count) / window);
  }

  private static void fade(float[] sound, int length) {
    int steps = Math.min(length, sound.length / 2);
    for (int i = 0; i < steps; i++) {
      float factor = (float) i / steps;
      sound[i] *= factor;
      sound[sound.length - 1 - i] *= factor;
    }
  }
}
