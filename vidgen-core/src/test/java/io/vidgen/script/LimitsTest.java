package io.vidgen.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static void refused(ScriptOptions.Builder options, String text, String option) {
    assertThatThrownBy(() -> ScriptParser.of(options.build()).parse(text))
        .isInstanceOf(ScriptParseException.class)
        .hasMessageContaining("ScriptOptions." + option);
  }

  @Test
  void parse_overALimit_namesTheOption() {
    refused(ScriptOptions.builder().maxScenes(1), "One.\n\nTwo.", "maxScenes");
    refused(ScriptOptions.builder().maxScenes(1), "[\"a\",\"b\"]", "maxScenes");
    refused(ScriptOptions.builder().maxScenes(1), "BLOC 1\nSON: a\nBLOC 2\nSON: b", "maxScenes");
    refused(ScriptOptions.builder().maxCharacters(9), "12345\n\n12345", "maxCharacters");
    refused(ScriptOptions.builder().maxCharacters(9), "# 12345\n\n12345", "maxCharacters");
    refused(ScriptOptions.builder().maxSceneCharacters(9), "1234567890", "maxSceneCharacters");
    refused(
        ScriptOptions.builder().maxSceneCharacters(9),
        "BLOC 1\nVISUEL: 1234567890",
        "maxSceneCharacters");
    refused(ScriptOptions.builder().maxInputBytes(9), "1234567890", "maxInputBytes");
    refused(ScriptOptions.builder().maxInputBytes(9), "ééééé", "maxInputBytes");
    refused(ScriptOptions.builder().maxClips(2), "[{\"text\":\"a\",\"clips\":3}]", "maxClips");
    refused(ScriptOptions.builder().maxNesting(3), "{\"scenes\":[{\"x\":[1]}]}", "maxNesting");
  }

  @Test
  void parse_atTheLimit_isRead() {
    ScriptOptions options =
        ScriptOptions.builder()
            .maxScenes(2)
            .maxCharacters(10)
            .maxSceneCharacters(5)
            .maxInputBytes(12)
            .build();
    assertThat(ScriptParser.of(options).parse("12345\n\n12345").scenes()).hasSize(2);
  }

  @Test
  void parse_charactersOutsideTheBasicPlane_countOnce() {
    ScriptOptions options = ScriptOptions.builder().maxSceneCharacters(2).build();
    assertThat(ScriptParser.of(options).parse("a😀").scenes()).hasSize(1);
  }

  @Test
  void parse_languageOption_isTheDefaultOnly() {
    ScriptParser parser = ScriptParser.of(ScriptOptions.builder().language(Locale.ITALIAN).build());
    assertThat(parser.parse("Ciao.").language()).isEqualTo(Locale.ITALIAN);
    assertThat(parser.parse("BLOC 1\nVISUEL: x").language()).isEqualTo(Locale.ITALIAN);
    assertThat(parser.parse("{\"language\":\"fr\",\"scenes\":[\"a\"]}").language())
        .isEqualTo(Locale.FRENCH);
  }

  @Test
  void builder_badLimit_failsAtThatLine() {
    assertThatThrownBy(() -> ScriptOptions.builder().maxScenes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxScenes must be 1 or more, not 0");
  }

  @Test
  void builder_ofExisting_keepsEverything() {
    ScriptOptions options =
        ScriptOptions.builder().language(Locale.FRENCH).maxClips(3).maxNesting(9).build();
    assertThat(ScriptOptions.builder(options).build()).isEqualTo(options);
    assertThat(ScriptOptions.ofDefaults().maxScenes()).isEqualTo(200);
  }

  @Test
  void parse_hugeSingleLine_isRefusedQuickly() {
    ScriptOptions open =
        ScriptOptions.builder().maxCharacters(2_000_000).maxSceneCharacters(2_000_000).build();
    for (String part :
        new String[] {
          "a",
          "\" ",
          "'a ",
          "“a\" ",
          "* ",
          "_",
          "(",
          "« ",
          "VISUEL: ",
          "- ",
          "M: ",
          "1. ",
          "[",
          "\\"
        }) {
      String line = part.repeat(60_000 / part.length());
      for (String before : new String[] {"", "BLOC 1\nDIALOGUES: ", "BLOC 1\nVISUEL: ", "BLOC "}) {
        Assertions.assertTimeout(
            Duration.ofSeconds(60),
            () -> {
              swallow(ScriptParser.ofDefaults(), before + line);
              swallow(ScriptParser.of(open), before + line);
            },
            before + part);
      }
    }
  }

  @Test
  void parse_manyShortLines_isReadQuickly() {
    for (String part :
        new String[] {
          "\n",
          "BLOC 1\n",
          "VISUEL: a\n",
          "a: \"b\"\n",
          "# a\n\n",
          "{\n",
          "```\n",
          "DIALOGUE: a\n",
          "NARRATOR: a\n\n"
        }) {
      String text = "BLOC 1\nDIALOGUES:\n" + part.repeat(200_000 / part.length());
      Assertions.assertTimeout(
          Duration.ofSeconds(60), () -> swallow(ScriptParser.ofDefaults(), text), part);
    }
  }

  private static void swallow(ScriptParser parser, String text) {
    try {
      assertThat(parser.parse(text).scenes()).isNotEmpty();
    } catch (ScriptParseException e) {
      assertThat(e.problem()).isNotEmpty();
    }
  }
}
