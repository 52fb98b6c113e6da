package io.vidgen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavTest {
  @TempDir private Path directory;

  @Test
  void write_thenRead_isTheSame() throws IOException {
    Path file = write(0, 0.5f, -0.5f, 2, -2);

    WavReader.Sound sound = WavReader.read(file);
    assertThat(sound.rate()).isEqualTo(22_050);
    assertThat(sound.samples())
        .usingComparatorWithPrecision(0.001f)
        .containsExactly(0, 0.5f, -0.5f, 1, -1);
    assertThat(Files.size(file)).isEqualTo(44 + 10);
  }

  @Test
  void read_bogusSizes_endsWithTheFile() throws IOException {
    Path file = write(0.1f, 0.2f, 0.3f);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 0x7FFFFFFF).putInt(40, -1);
    Files.write(file, bytes);

    assertThat(WavReader.read(file).samples()).hasSize(3);
  }

  @Test
  void read_somethingElse_isRefused() throws IOException {
    Path text = Files.writeString(directory.resolve("x.wav"), "this is no sound at all, sorry");
    Path empty = Files.write(directory.resolve("y.wav"), new byte[0]);

    assertThatThrownBy(() -> WavReader.read(text)).hasMessageContaining("not a WAV");
    assertThatThrownBy(() -> WavReader.read(empty)).isInstanceOf(IOException.class);
  }

  @Test
  void resample_tone_keepsItsTimeAndStrength() {
    float[] tone = new float[16_000];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * i / 16_000));
    }
    float[] result = new Resampler(16_000, 48_000).resample(tone);

    assertThat(result).hasSize(48_000);
    for (int i = 3000; i < 45_000; i += 7) {
      assertThat(result[i])
          .isCloseTo((float) (0.5 * Math.sin(2 * Math.PI * 1000 * i / 48_000)), offset(0.002f));
    }
  }

  @Test
  void silences_speechWithAPause_findsEdgesAndPause() {
    float[] sound = new float[16_000];
    for (int i = 1600; i < 14_400; i++) {
      boolean pause = i > 8000 && i < 10_000;
      sound[i] = pause ? 0 : (float) (0.4 * Math.sin(i * 0.3));
    }
    Silences heard = Silences.of(sound, 16_000);

    assertThat(heard.start()).isBetween(0.09, 0.11);
    assertThat(heard.end()).isBetween(0.89, 0.91);
    assertThat(heard.pauses()).hasSize(1);
    assertThat(heard.pauses().get(0).start()).isBetween(0.49, 0.52);
    assertThat(heard.pauses().get(0).end()).isBetween(0.61, 0.63);
  }

  @Test
  void silences_nothing_hasNoSpeech() {
    Silences heard = Silences.of(new float[8000], 16_000);

    assertThat(heard.start()).isEqualTo(heard.end());
  }

  private Path write(float... samples) throws IOException {
    Path file = directory.resolve("sound.wav");
    try (WavWriter wav = new WavWriter(file, 22_050)) {
      wav.write(samples, samples.length);
    }
    return file;
  }
}
