package io.vidgen.rest.internal.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPunctuationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello, world. | Hello/world | Hello,/world.",
        "He said: \"Don't!\" | he/said/don't | he/said:/\"don't!\"",
        "Twenty-one (or so)? | Twenty/one/or/so | Twenty/one/(or/so)?",
        "That costs $20, or 5%. | That/costs/20/or/5% | That/costs/$20,/or/5%",
        "¿Qué? «Oui», dit-il… | Qué/Oui/dit/il | ¿Qué?/«Oui»,/dit/il…",
        "今日は。元気？ | 今日/は/元気 | 今日/は。/元気？",
        "Hello, world. | Hello,/world. | Hello,/world.",
        "Hello, world. | Hello/word | Hello/word",
        "Hello, big world. | Hello/big | Hello/big",
        "'' | Hello | Hello",
      })
  void words_withoutPunctuation_getThatOfTheText(String text, String heard, String shown) {
    assertThat(TextPunctuation.restore(words(heard), text)).isEqualTo(words(shown));
  }

  private static List<WordTiming> words(String text) {
    return Arrays.stream(text.split("/", -1))
        .map(word -> new WordTiming(word, Duration.ZERO, Duration.ZERO, TimingSource.RECOGNISED))
        .toList();
  }
}
