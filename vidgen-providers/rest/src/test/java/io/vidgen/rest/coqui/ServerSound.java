package io.vidgen.rest.coqui;

import io.vidgen.audio.WavWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings as Coqui servers make them. */
final class ServerSound {
  static final int RATE = 24_000;
  private static final int SILENCE = 10_000;

  private ServerSound() {}

  /** A hum with the server's silence behind it. */
  static byte[] sentence(double seconds, double amplitude) throws IOException {
    return wav(RATE, hum(RATE, seconds, amplitude));
  }

  static byte[] wav(int rate, float[]... sentences) throws IOException {
    Path file = Files.createTempFile("server", ".wav");
    try {
      try (var wav = new WavWriter(file, rate)) {
        for (float[] sentence : sentences) {
          wav.write(sentence, sentence.length);
          wav.write(new float[SILENCE], SILENCE);
        }
      }
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  static float[] hum(int rate, double seconds, double amplitude) {
    var samples = new float[(int) (rate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 220 * i / rate));
    }
    return samples;
  }
}
