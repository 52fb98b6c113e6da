package io.vidgen.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** What cannot be understood is an error that says where and what to do. */
class BlockErrorsTest {

  static ScriptParseException failure(String text) {
    ScriptParseException failure =
        catchThrowableOfType(ScriptParseException.class, () -> Samples.parse(text));
    assertThat(failure).as("no failure for: %s", text).isNotNull();
    assertThat(failure.problem()).isNotEmpty();
    assertThat(failure.remedy()).isNotEmpty();
    assertThat(failure.getMessage()).contains(failure.problem(), failure.remedy());
    return failure;
  }

  @Test
  void parse_headingWithoutField_namesTheHeading() {
    ScriptParseException failure =
        failure("BLOC 1\nVISUEL: Un port\n\n  **BLOC 2 (fin):**\n\nBLOC 3\nVISUEL: Une île\n");
    assertThat(failure.line()).isEqualTo(4);
    assertThat(failure.column()).isEqualTo(5);
    assertThat(failure.problem()).contains("BLOC 2 (fin)").contains("no field");
    assertThat(failure.remedy()).contains("DIALOGUES:");
  }

  @Test
  void parse_unclosedQuote_pointsAtTheOpeningMark() {
    ScriptParseException failure =
        failure("BLOC 1\n- DIALOGUES: Nano dit \"Où est\n- VISUEL: Un port\n");
    assertThat(failure.line()).isEqualTo(2);
    assertThat(failure.column()).isEqualTo(23);
    assertThat(failure.problem()).contains("never closed");
  }

  @Test
  void parse_unclosedGuillemets_isAnError() {
    assertThat(failure("BLOC 1\nDIALOGUES: Max dit « Oui\n").line()).isEqualTo(2);
    assertThat(failure("BLOCK 1\nDIALOGUE: Max says “Yes\n").line()).isEqualTo(2);
  }

  @Test
  void parse_visualTwice_namesTheFirstLine() {
    ScriptParseException failure = failure("BLOC 1\nVISUEL: Un\nAUDIO: x\n- visuel : Deux\n");
    assertThat(failure.line()).isEqualTo(4);
    assertThat(failure.column()).isEqualTo(3);
    assertThat(failure.problem()).contains("twice").contains("line 2");
  }

  @Test
  void parse_dialogueBeforeTheFirstHeading_isAnError() {
    assertThat(failure("DIALOGUES: \"Oui\"\n\nBLOC 1\nVISUEL: Un port\n").line()).isEqualTo(1);
  }

  @Test
  void parse_allFieldsEmpty_isAnError() {
    assertThat(failure("BLOC 1:\n- DIALOGUES:\n- VISUEL:\n").problem()).contains("no field");
  }

  @Test
  void parse_badClips_isAnError() {
    for (String clips : new String[] {"0", "-1", "two", "99999999999", "101"}) {
      ScriptParseException failure = failure("BLOCK 1\nVISUAL: x\nCLIPS: " + clips + "\n");
      assertThat(failure.line()).isEqualTo(3);
      assertThat(failure.column()).isEqualTo(8);
    }
  }

  @Test
  void parse_badLanguage_isAnError() {
    assertThat(failure("Langue: klingonais\nBLOC 1\nVISUEL: x\n").problem()).contains("klingonais");
  }

  @Test
  void parse_nothing_isAnError() {
    for (String empty : new String[] {"", "   ", "\n\n\r\n", "\uFEFF", "---", "# Only a title"}) {
      ScriptParseException failure = failure(empty);
      assertThat(failure.line()).isZero();
      assertThat(failure.problem()).contains("no scene");
    }
  }

  @Test
  void parseBlocks_plainText_isAnError() {
    ScriptParseException failure =
        catchThrowableOfType(
            ScriptParseException.class,
            () -> ScriptParser.ofDefaults().parseBlocks("Just a sentence."));
    assertThat(failure.problem()).contains("no scene");
    assertThat(failure.remedy()).contains("BLOC 1:");
  }
}
