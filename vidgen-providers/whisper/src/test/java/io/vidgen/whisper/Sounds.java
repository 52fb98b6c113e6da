package io.vidgen.whisper;

import io.vidgen.audio.WavWriter;
import io.vidgen.model.Artifact;
import io.vidgen.testkit.FakeCallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings in which nobody speaks. */
final class Sounds {
  private Sounds() {}

  static byte[] wav(Path directory, double seconds, int rate) {
    var file = directory.resolve("tone-" + rate + ".wav");
    try (var out = new WavWriter(file, rate)) {
      var block = new float[rate / 10];
      for (int i = 0; i < Math.round(seconds * 10); i++) {
        for (int k = 0; k < block.length; k++) {
          block[k] = (float) (0.2 * Math.sin(2 * Math.PI * 440 * k / rate));
        }
        out.write(block, block.length);
      }
      out.close();
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Artifact seconds(double seconds, Path directory, FakeCallContext call) {
    return call.input(wav(directory, seconds, 16_000), "audio/wav");
  }
}
