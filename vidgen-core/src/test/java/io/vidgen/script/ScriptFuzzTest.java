package io.vidgen.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever the input: a script, or a failure that explains itself. */
class ScriptFuzzTest {

  private static final ScriptParser PARSER = ScriptParser.ofDefaults();

  private static final List<Consumer<String>> WAYS =
      List.of(PARSER::parse, PARSER::parseBlocks, PARSER::parseJson, PARSER::parsePlainText);

  private static final List<String> SEEDS =
      List.of(
          "# T\n\n**BLOC 1 (Scènes 1-2):**\n- DIALOGUES: Nano dit \"Où ?\"\n- VISUEL: v\n- AUDIO: a\n",
          "### Scene 1 : x\nDialogue:\n- Max (low): “Don’t”\n- Lea: 'ok.'\nClips: 2\nMedia: a.png\n",
          "{\"title\":\"T\",\"scenes\":[{\"dialogue\":[{\"speaker\":\"N\",\"text\":\"x\"}],\"clips\":2}]}",
          "One.\n\nTwo « deux ».\n\nThree.");

  private static final List<String> PIECES =
      List.of(
          "\"",
          "«",
          "»",
          "“",
          "”",
          "'",
          "’",
          "‘",
          "\\",
          "\n",
          "\n\n",
          "\r",
          ":",
          " : ",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          "**",
          "_",
          "#",
          "- ",
          "BLOC 2",
          "SCENE",
          "DIALOGUES:",
          "VISUEL:",
          "SAY:",
          "MEDIA: ",
          "CLIPS:",
          "TITLE:",
          "LANGUE: ",
          "NARRATEUR:",
          "\u00A0",
          "\uFEFF",
          "\u0000",
          "\uD83D",
          "😀",
          "\u0301",
          "İ",
          "ß",
          "---",
          "```",
          "1.",
          "1️⃣",
          "null",
          "9e9",
          "é");

  @Test
  void parse_mutatedScripts_givesAScriptOrAParseFailure() {
    Random random = new Random(20_240);
    int scripts = 0;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
      for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
        mutate(text, random);
      }
      scripts += check(text.toString()) ? 1 : 0;
    }
    assertThat(scripts).as("mutants that are still scripts").isBetween(300, 2_950);
  }

  @Test
  void parse_randomBytes_givesAScriptOrAParseFailure() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = SEEDS.get(i % SEEDS.size()).getBytes(StandardCharsets.UTF_8);
      for (int edits = random.nextInt(8); edits > 0; edits--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        PARSER.parse(bytes);
      } catch (ScriptParseException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void parse_truncatedScripts_givesAScriptOrAParseFailure() {
    for (String seed : SEEDS) {
      for (int end = 0; end <= seed.length(); end++) {
        check(seed.substring(0, end));
      }
    }
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(12));
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, text.substring(at, end));
      case 2 -> text.insert(at, (char) random.nextInt(0x3100));
      default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
    }
  }

  private static boolean check(String text) {
    boolean parsed = false;
    for (Consumer<String> way : WAYS) {
      try {
        way.accept(text);
        parsed = true;
      } catch (ScriptParseException e) {
        assertThat(e.getMessage()).isNotBlank();
      } catch (RuntimeException e) {
        fail("input: " + text, e);
      }
    }
    return parsed;
  }
}
