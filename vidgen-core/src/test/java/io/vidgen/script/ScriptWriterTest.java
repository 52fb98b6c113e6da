package io.vidgen.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScriptWriterTest {

  private static final ScriptParser PARSER = ScriptParser.ofDefaults();

  private static final List<String> TEXTS =
      List.of(
          "Où est-elle ?",
          "Don't go.",
          "He said \"no\" twice.",
          "« Oui » ou “non”",
          "a_b_c *d* `e`",
          "C:\\dir\\n",
          "{a}[b]",
          "# no title",
          "- no bullet",
          "BLOC 9:",
          "Scene one",
          "20 € – ok…",
          "tail \\",
          "„Ja“",
          "'tis l'été",
          "(aside)",
          "😀 emoji",
          "VISUEL: x",
          "2 * 3 = 6",
          "1. one");

  private static final List<String> SPEAKERS =
      List.of("", "Nano Banana", "Max", "R2-D2", "Le capitaine", "Jean de La Fontaine", "Zoë");

  private static final List<String> DIRECTIONS =
      List.of("", "murmure", "en riant", "very slowly", "s'excl«ame", "a ‘b “c");

  private static final List<String> TITLES =
      List.of("", "Le titre d'été", "Language: klingon", "Scene 1", "« Oui »", "Here it is:");

  private static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Script random(Random random, Locale language) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      List<DialogueLine> dialogue = new ArrayList<>();
      for (int j = random.nextInt(4); j > 0; j--) {
        dialogue.add(
            new DialogueLine(
                pick(random, SPEAKERS), pick(random, DIRECTIONS), pick(random, TEXTS)));
      }
      String word = language.equals(Locale.FRENCH) ? "BLOC " : "BLOCK ";
      scenes.add(
          new Scene(
              word + (i + 1) + (random.nextBoolean() ? " (Scènes 1-2)" : ""),
              dialogue,
              pick(random, TEXTS),
              random.nextBoolean() ? pick(random, TEXTS) : "",
              random.nextInt(3) == 0 ? pick(random, TEXTS) : null,
              random.nextInt(3) == 0 ? pick(random, TEXTS) : null,
              random.nextInt(3) == 0 ? Path.of("media", "my_pic_1.png") : null,
              1 + random.nextInt(3)));
    }
    return new Script(pick(random, TITLES), language, scenes);
  }

  @Test
  void toJson_anyScript_readsBackEqual() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Script script = random(random, pick(random, List.of(Locale.FRENCH, Locale.US, Locale.ROOT)));
      assertThat(PARSER.parse(ScriptWriter.toJson(script))).isEqualTo(script);
    }
  }

  @Test
  void toJson_emptySayAndLineBreaks_readBackEqual() {
    Scene scene = new Scene("", List.of(DialogueLine.narrator("a\nb")), "", "", "", "", null, 1);
    Scene bare = new Scene("", List.of(), "", "", null, null, Path.of("x/y.png"), 100);
    Script script = new Script("", Locale.ENGLISH, List.of(scene, bare));
    assertThat(PARSER.parse(ScriptWriter.toJson(script))).isEqualTo(script);
    Scene nothing = new Scene("", List.of(), "", "", null, null, null, 1);
    Script empty = new Script("", Locale.ENGLISH, List.of(nothing));
    assertThat(PARSER.parse(ScriptWriter.toJson(empty))).isEqualTo(empty);
    assertThat(PARSER.parse(ScriptWriter.toBlocks(empty)).scenes()).hasSize(1);
  }

  @Test
  void toBlocks_whatItCanCarry_readsBackEqual() {
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      Script script =
          random(random, pick(random, List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN)));
      String text = ScriptWriter.toBlocks(script);
      assertThat(PARSER.parse(text)).as(text).isEqualTo(script);
    }
  }

  @Test
  void toBlocks_ownHeading_isWrittenBehindANumber() {
    Scene scene = new Scene("Intro", List.of(), "x", "", null, null, null, 1);
    String text = ScriptWriter.toBlocks(new Script("", Locale.ENGLISH, List.of(scene)));
    assertThat(text).isEqualTo("**BLOCK 1 – Intro:**\n- VISUAL: x\n");
    Script read = PARSER.parse(text);
    assertThat(ScriptWriter.toBlocks(read)).isEqualTo(text);
  }

  @Test
  void toPlainText_narration_readsBackEqual() {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      List<Scene> scenes = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(4); j++) {
        String text = pick(random, TEXTS);
        scenes.add(Scene.narrated(text));
      }
      String title = random.nextBoolean() ? "A title" : "";
      Script script = new Script(title, Locale.ENGLISH, scenes);
      String text = ScriptWriter.toPlainText(script);
      assertThat(PARSER.parsePlainText(text)).as(text).isEqualTo(script);
    }
  }

  @Test
  void write_form_choosesTheWriter() {
    Script script = new Script("T", Locale.FRENCH, List.of(Scene.narrated("Oui.")));
    assertThat(ScriptWriter.write(script, ScriptForm.PLAIN)).isEqualTo("# T\n\nOui.\n");
    assertThat(ScriptWriter.write(script, ScriptForm.BLOCKS))
        .isEqualTo("# T\n\n**BLOC 1:**\n- DIALOGUES: \"Oui.\"\n");
    assertThat(ScriptWriter.write(script, ScriptForm.JSON)).startsWith("{\n  \"title\"");
  }
}
