package io.vidgen.internal.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.audio.WavWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoudStretchTest {
  private static final int RATE = 16_000;

  @TempDir Path directory;

  @Test
  void in_voiceBetweenSilences_isTheVoice() throws IOException {
    var found = LoudStretch.in(wav(8, i -> between(i, 0.5, 3.2) ? 0.5 : 0)).orElseThrow();

    assertThat(found.start()).isBetween(Duration.ofMillis(420), Duration.ofMillis(540));
    assertThat(found.end()).isBetween(Duration.ofMillis(3160), Duration.ofMillis(3280));
  }

  @Test
  void in_voiceOverSurf_isTheVoice() throws IOException {
    var sound = wav(8, i -> between(i, 2, 3) || between(i, 4, 5) ? 0.5 : 0.06);

    var found = LoudStretch.in(sound).orElseThrow();

    assertThat(found.start()).isBetween(Duration.ofMillis(1920), Duration.ofMillis(2040));
    assertThat(found.end()).isBetween(Duration.ofMillis(4960), Duration.ofMillis(5080));
  }

  @Test
  void in_clickBeforeTheVoice_isNoVoice() throws IOException {
    var sound = wav(8, i -> between(i, 0.1, 0.102) || between(i, 2, 3) ? 0.5 : 0);

    assertThat(LoudStretch.in(sound).orElseThrow().start()).isGreaterThan(Duration.ofMillis(1900));
  }

  @Test
  void in_soundThatIsLoudOrSilentThroughout_isUnknown() throws IOException {
    assertThat(LoudStretch.in(wav(2, i -> 0.4))).isEmpty();
    assertThat(LoudStretch.in(wav(2, i -> 0))).isEmpty();
    assertThat(LoudStretch.in(wav(0, i -> 0))).isEmpty();
  }

  @Test
  void in_someOtherFile_fails() throws IOException {
    var file = Files.writeString(directory.resolve("text.wav"), "this is no sound at all");

    assertThatThrownBy(() -> LoudStretch.in(file)).isInstanceOf(IOException.class);
  }

  private static boolean between(int sample, double from, double to) {
    return sample >= from * RATE && sample < to * RATE;
  }

  /** A tone whose loudness changes. */
  private Path wav(int seconds, IntToDoubleFunction amplitude) throws IOException {
    var samples = new float[seconds * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude.applyAsDouble(i) * Math.sin(i * 0.1));
    }
    var file = directory.resolve("sound" + System.nanoTime() + ".wav");
    try (var writer = new WavWriter(file, RATE)) {
      writer.write(samples, samples.length);
    }
    return file;
  }
}
