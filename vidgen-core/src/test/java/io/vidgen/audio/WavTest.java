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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"1,8", "1,16", "1,24", "1,32", "3,32"})
  void read_everyWidth_isTheSameSound(int format, int bits) throws IOException {
    ByteBuffer wav = ByteBuffer.allocate(44 + 4 * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes()).putInt(wav.capacity() - 8).put("WAVEfmt ".getBytes()).putInt(16);
    wav.putShort((short) format).putShort((short) 2).putInt(8000).putInt(8000 * bits / 4);
    wav.putShort((short) (bits / 4)).putShort((short) bits).put("data".getBytes());
    wav.putInt(4 * bits / 8);
    for (float value : new float[] {0.5f, 0.25f, -0.5f, -0.5f}) {
      switch (bits) {
        case 8 -> wav.put((byte) (128 + value * 128));
        case 16 -> wav.putShort((short) (value * 32768));
        case 24 -> wav.put((byte) 0).putShort((short) (value * 32768));
        default -> wav.putInt(format == 3 ? Float.floatToIntBits(value) : (int) (value * 0x1p31f));
      }
    }
    Path file = Files.write(directory.resolve("wide.wav"), wav.array());

    assertThat(WavReader.read(file).samples()).containsExactly(0.375f, -0.5f);
  }

  @Test
  void wavInput_longSound_isReadInBlocks() throws IOException {
    float[] samples = new float[10_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i / 20_000f;
    }
    Path file = write(samples);
    float[] block = new float[4097];
    int count = 0;
    try (WavInput in = new WavInput(file)) {
      assertThat(in.rate()).isEqualTo(22_050);
      for (int got = in.read(block); got > 0; got = in.read(block)) {
        for (int i = 0; i < got; i++) {
          assertThat(block[i]).isCloseTo(samples[count + i], offset(0.0001f));
        }
        count += got;
      }
    }
    assertThat(count).isEqualTo(10_000);
  }

  @Test
  void resampledInput_longSound_isTheSameAsInOnePiece() throws IOException {
    float[] samples = new float[22_050 * 11 + 77];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.4 * Math.sin(i * 0.05) + 0.2 * Math.sin(i * 0.31));
    }
    Path file = write(samples);
    float[] whole = new Resampler(22_050, 16_000).resample(WavReader.read(file).samples());
    int count = 0;
    try (WavInput in = new WavInput(file)) {
      ResampledInput resampled = new ResampledInput(in, 16_000);
      for (float[] block = resampled.next(); block.length > 0; block = resampled.next()) {
        for (int i = 0; i < block.length; i++) {
          assertThat(block[i]).isCloseTo(whole[count + i], offset(0.0001f));
        }
        count += block.length;
      }
    }
    assertThat(count).isEqualTo(whole.length);
  }

  private Path write(float... samples) throws IOException {
    Path file = directory.resolve("sound.wav");
    try (WavWriter wav = new WavWriter(file, 22_050)) {
      wav.write(samples, samples.length);
    }
    return file;
  }
}
