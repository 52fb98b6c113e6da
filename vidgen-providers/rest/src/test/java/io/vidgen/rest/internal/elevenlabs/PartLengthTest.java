package io.vidgen.rest.internal.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartLengthTest {

  @ParameterizedTest
  @CsvSource({
    "Hello there,mp3_44100_128,2500",
    "Hello there,pcm_16000,2500",
    "Hello there,pcm_48000,1250",
    "今天天气很好,pcm_24000,1000",
    "今天天气很好,pcm_48000,500",
    "こんにちは、世界,mp3_44100_128,1000",
    "안녕하세요 여러분,opus_48000_64,1000",
    "สวัสดีชาวโลก,pcm_24000,2500"
  })
  void of_languageAndFormat_limitHowLongTheSoundBecomes(String text, String format, int most) {
    assertThat(PartLength.of(text, 10_000, 2500, SoundFormat.of(format))).isEqualTo(most);
  }

  @Test
  void of_modelThatTakesLess_isItsLimit() {
    assertThat(PartLength.of("你好", 300, 2500, SoundFormat.of("pcm_24000"))).isEqualTo(300);
  }

  /** Slower than any voice that is in use: 7 letters a second, samples as base64. */
  @ParameterizedTest
  @CsvSource({"100", "2500", "5000"})
  void answerBytes_slowSpeechOfTheLongestPart_hasRoom(int chosen) {
    long seconds = chosen / 7;

    assertThat((long) PartLength.answerBytes(chosen)).isGreaterThan(seconds * 48_000 * 4 / 3);
    assertThat(PartLength.answerBytes(chosen)).isLessThanOrEqualTo(256 << 20);
  }

  @Test
  void shortest_tagsAndMarkup_areNotSpoken() {
    assertThat(SpeakingTime.shortest("[laughs very loudly] <break time=\"3s\"/>")).isZero();
    assertThat(SpeakingTime.shortest("abc".repeat(10))).isEqualTo(1.0);
  }
}
