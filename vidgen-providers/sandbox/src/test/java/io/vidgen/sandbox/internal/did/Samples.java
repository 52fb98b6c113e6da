package io.vidgen.sandbox.internal.did;

import io.vidgen.audio.WavWriter;
import java.io.IOException;
import java.nio.file.Path;

/** Sounds that are no speech. */
final class Samples {
  private static final int RATE = 22_050;

  private Samples() {}

  static Path tone(Path file, double seconds) throws IOException {
    var samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.4 * Math.sin(i * 2 * Math.PI * 220 / RATE) * Math.sin(i / 4000.0));
    }
    try (WavWriter out = new WavWriter(file, RATE)) {
      out.write(samples, samples.length);
    }
    return file;
  }
}
