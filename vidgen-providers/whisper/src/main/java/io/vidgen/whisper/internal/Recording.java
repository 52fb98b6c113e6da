package io.vidgen.whisper.internal;

import io.vidgen.audio.ResampledInput;
import io.vidgen.audio.WavInput;
import io.vidgen.audio.WavWriter;
import io.vidgen.error.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The recording as the program takes it: 16 kHz, one channel. It is always written afresh, so that
 * the program, which is native code, reads only headers of ours.
 *
 * @param file the copy
 * @param millis its length
 */
record Recording(Path file, long millis) {
  /** What all versions of whisper.cpp take. */
  private static final int RATE = 16_000;

  static final Duration LONGEST = Duration.ofHours(4);

  /** Copies a WAV file. */
  static Recording copy(Path wav, Path copy, CallGuard guard)
      throws IOException, InterruptedException {
    try (var in = open(wav);
        var out = new WavWriter(copy, RATE)) {
      var sound = new ResampledInput(in, RATE);
      for (var block = sound.next(); block.length > 0; block = sound.next()) {
        guard.goOn();
        out.write(block, block.length);
        if (out.samples() > LONGEST.toSeconds() * RATE) {
          throw CallGuard.failure(
              FailureKind.INVALID_REQUEST,
              "the recording is longer than " + LONGEST.toHours() + " hours",
              "cut it into parts");
        }
      }
      return new Recording(copy, out.samples() * 1000 / RATE);
    }
  }

  private static WavInput open(Path wav) {
    try {
      return new WavInput(wav);
    } catch (IOException e) {
      throw CallGuard.failure(
          FailureKind.LOCAL, "cannot read the recording: " + e.getMessage(), "give WAV", e);
    }
  }
}
