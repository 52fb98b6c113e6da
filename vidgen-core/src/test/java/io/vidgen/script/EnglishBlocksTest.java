package io.vidgen.script;

import static io.vidgen.script.Samples.headings;
import static io.vidgen.script.Samples.lines;
import static io.vidgen.script.Samples.parse;
import static io.vidgen.script.Samples.visuals;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Script;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Block scripts in English and in two languages, as models return them. */
class EnglishBlocksTest {

  @Test
  void parse_boldHeadingsAndFields_readsThem() {
    Script script =
        parse(
            """
            Sure! Here's your script:

            **Title:** The Last Cookie

            **SCENE 1: The kitchen**

            **Visual:** A dark kitchen. One cookie glows on a plate.
            **Dialogue:** Mia (whispering): "Don't move."
            **Sound:** Clock ticking

            **SCENE 2: The chase**

            **Visual:** Mia runs.
            **Dialogue:** Mia: "It's mine!"
            **Sound:** Drums

            Let me know if you'd like any changes!
            """);
    assertThat(script.title()).isEqualTo("The Last Cookie");
    assertThat(script.language()).isEqualTo(Locale.ENGLISH);
    assertThat(headings(script)).containsExactly("SCENE 1: The kitchen", "SCENE 2: The chase");
    assertThat(lines(script)).containsExactly("Mia|whispering|Don't move.", "Mia||It's mine!");
    assertThat(script.scenes().get(1).sound()).isEqualTo("Drums");
  }

  @Test
  void parse_screenplayDialogue_readsNameAndManner() {
    Script script =
        parse(
            """
            [SCENE 1]
            VISUAL: A ship in a storm
            DIALOGUE:
            CAPTAIN
            (shouting)
            "Hold on!"
            """);
    assertThat(headings(script)).containsExactly("SCENE 1");
    assertThat(lines(script)).containsExactly("CAPTAIN|shouting|Hold on!");
  }

  @Test
  void parse_listOfLines_readsEachSpeaker() {
    Script script =
        parse(
            """
            ### Block 1
            - **Dialogue:**
              - **Max:** "Where are we?"
              - **Lea** (laughing): "Home!"
              - Narrator: "They were not."
            - **Visual:** A tiny planet
            """);
    assertThat(lines(script))
        .containsExactly("Max||Where are we?", "Lea|laughing|Home!", "||They were not.");
    assertThat(visuals(script)).containsExactly("A tiny planet");
  }

  @Test
  void parse_linesWithoutQuotes_readsNamesBeforeColons() {
    Script script =
        parse("Scene 1\nDialogue:\n- Max: Where are we?\n- Lea: Home.\nVisual: A moon\n");
    assertThat(lines(script)).containsExactly("Max||Where are we?", "Lea||Home.");
  }

  @Test
  void parse_unquotedDialogue_isTheNarrator() {
    Script script = parse("Scene 1\nDialogue: Long ago, there was a bear.\nVisual: A bear\n");
    assertThat(lines(script)).containsExactly("||Long ago, there was a bear.");
  }

  @Test
  void parse_unquotedSentenceWithColon_isTheNarrator() {
    Script script = parse("Scene 1\nDialogue: Remember: it's only a game.\nVisual: Dice\n");
    assertThat(lines(script)).containsExactly("||Remember: it's only a game.");
  }

  @Test
  void parse_noDialogueWords_isSilent() {
    for (String none :
        new String[] {"None", "(silence)", "N/A", "—", "No dialogue.", "[no words]"}) {
      Script script = parse("BLOCK 1\nDIALOGUE: " + none + "\nVISUAL: Snow\n");
      assertThat(lines(script)).as(none).isEmpty();
    }
  }

  @Test
  void parse_numberedHeadingsWithDashes_readsThem() {
    Script script =
        parse(
            """
            1. **Block 1 — Hook (0:00–0:08)**
               - Dialogue — "Did you know?"
               - VISUAL – A question mark
            2. **Block 2 — Answer (0:08–0:16)**
               - DIALOGUE - "Now you do."
               - VISUAL - A light bulb
            """);
    assertThat(headings(script))
        .containsExactly("Block 1 — Hook (0:00–0:08)", "Block 2 — Answer (0:08–0:16)");
    assertThat(visuals(script)).containsExactly("A question mark", "A light bulb");
  }

  @Test
  void parse_romanAndWordNumbers_areHeadings() {
    Script script =
        parse("SCENE ONE\nVISUAL: Sea\n\nSCENE II.\nVISUAL: Sky\n\nScene #3:\nVisual: Land\n");
    assertThat(headings(script)).containsExactly("SCENE ONE", "SCENE II.", "Scene #3");
  }

  @Test
  void parse_bilingualLabels_readsFields() {
    Script script =
        parse(
            """
            BLOC 1 / BLOCK 1
            DIALOGUES / DIALOGUE: Nano says "Hello, le monde!"
            VISUEL / VISUAL: Un globe
            AUDIO / SOUND: Fanfare
            """);
    assertThat(lines(script)).containsExactly("Nano|says|Hello, le monde!");
    assertThat(visuals(script)).containsExactly("Un globe");
  }

  @Test
  void parse_missingLabelBeforeQuote_isDialogue() {
    Script script = parse("**Block 1:**\nNano Banana sings \"La la\"\n- VISUAL: A stage\n");
    assertThat(lines(script)).containsExactly("Nano Banana|sings|La la");
  }

  @Test
  void parse_multiLineVisual_isJoined() {
    Script script =
        parse(
            """
            Block 1
            VISUAL: A long road
              - trees left and right
              - *golden* light
            SOUND: Wind
            """);
    assertThat(visuals(script)).containsExactly("A long road trees left and right golden light");
  }

  @Test
  void parse_captionSayMediaClips_areRead() {
    Script script =
        parse(
            "Block 1\nDIALOGUE: \"20k!\"\nSAY: twenty thousand\nCAPTION: \"20k\"\n"
                + "MEDIA: pictures/my_pic_1.png\nCLIPS: 2\n");
    assertThat(script.scenes().get(0).say()).isEqualTo("twenty thousand");
    assertThat(script.scenes().get(0).caption()).isEqualTo("20k");
    assertThat(script.scenes().get(0).media()).hasToString("pictures/my_pic_1.png");
    assertThat(script.scenes().get(0).clips()).isEqualTo(2);
  }

  @Test
  void parse_languageLine_winsOverLabels() {
    Script script = parse("# Hallo\nLanguage: de\n\nBLOCK 1\nDIALOGUE: Max sagt „Hallo!“\n");
    assertThat(script.language()).isEqualTo(Locale.GERMAN);
    assertThat(lines(script)).containsExactly("Max|sagt|Hallo!");
  }

  @Test
  void detect_proseThatStartsWithScene_isPlainText() {
    assertThat(ScriptParser.ofDefaults().detect("Scene by scene, the story grows.\n\nThe end."))
        .isEqualTo(ScriptForm.PLAIN);
    assertThat(ScriptParser.ofDefaults().detect("Block 5, the last one, was empty."))
        .isEqualTo(ScriptForm.PLAIN);
    assertThat(ScriptParser.ofDefaults().detect("[Music] Hello there."))
        .isEqualTo(ScriptForm.PLAIN);
  }
}
