package io.vidgen.google.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Nano Banana | \"Where is it?\"                | Nano Banana | Where is it?",
        "Nano Banana | « Où est-elle ? »                | Nano Banana | Où est-elle ?",
        "nano banana | NANO BANANA: Where is it?        | Nano Banana | Where is it?",
        "Nano Banana | Nano Banana (softly): \"Hello\"  | Nano Banana | Hello",
        "Nano Banana | (whispers) Hello                 | Nano Banana | Hello",
        "Nano Banana | **Hello**  there                 | Nano Banana | Hello there",
        "Narrator    | Once upon a time                 | ``          | Once upon a time",
        "``          | Narrateur : Il était une fois    | ``          | Il était une fois",
        "Max         | It is 10:30: we go.              | Max         | It is 10:30: we go.",
        "Max         | \"Yes\" means \"no\"             | Max         | \"Yes\" means \"no\"",
        "Max         | Don't say 'no'                   | Max         | Don't say 'no'",
        "香蕉        | 「你好」                           | 香蕉        | 你好",
        "Max         | Remember: never run              | Max         | Remember: never run"
      })
  void of_whatModelsWrite_isWhatIsSpoken(String speaker, String text, String who, String said) {
    var line =
        SpokenLine.of(Asked.said(speaker, text), List.of("Nano Banana", "Max")).orElseThrow();
    assertThat(line.speaker()).isEqualTo(who);
    assertThat(line.text()).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"...", "(sighs)", "\"\"", "**"})
  void of_nothingSpoken_isNoLine(String text) {
    assertThat(SpokenLine.of(Asked.said("", text), List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"(whispers) Hello, whispers", "Nano (softly): Hello, softly"})
  void of_aside_isTheDirection(String text, String direction) {
    assertThat(SpokenLine.of(Asked.said("Nano", text), List.of("Nano")))
        .hasValueSatisfying(line -> assertThat(line.direction()).isEqualTo(direction));
  }
}
