package io.vidgen.script;

import static io.vidgen.script.Samples.headings;
import static io.vidgen.script.Samples.lines;
import static io.vidgen.script.Samples.parse;
import static io.vidgen.script.Samples.visuals;
import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Script;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Block scripts in French, as models return them. */
class FrenchBlocksTest {

  @Test
  void parse_canonicalForm_readsEveryField() {
    Script script =
        parse(
            """
            # Nano Banana et la carte

            **BLOC 1 (Scènes 1-2):**
            - DIALOGUES: Nano Banana murmure "Où est cette carte au trésor ?"
            - VISUEL: Nano Banana cherche, lampe torche à la main
            - AUDIO: Planches qui grincent

            **BLOC 2 (Scènes 3-4):**
            - DIALOGUES: Nano Banana s'exclame "La voilà !"
            - VISUEL: Une carte jaunie
            - AUDIO: Froissement de papier
            """);
    assertThat(script.title()).isEqualTo("Nano Banana et la carte");
    assertThat(script.language()).isEqualTo(Locale.FRENCH);
    assertThat(headings(script)).containsExactly("BLOC 1 (Scènes 1-2)", "BLOC 2 (Scènes 3-4)");
    assertThat(lines(script))
        .containsExactly(
            "Nano Banana|murmure|Où est cette carte au trésor ?",
            "Nano Banana|s'exclame|La voilà !");
    assertThat(visuals(script))
        .containsExactly("Nano Banana cherche, lampe torche à la main", "Une carte jaunie");
    assertThat(script.scenes().get(0).sound()).isEqualTo("Planches qui grincent");
  }

  @Test
  void parse_chattyPrefaceAndClosingNote_leavesThemOut() {
    Script script =
        parse(
            """
            Bien sûr ! Voici un script de 32 secondes pour votre vidéo :

            ---

            ## 🎬 **Le phare oublié**

            ### **Bloc 1** :
            **Dialogues :** Léa chuchote « Tu entends ? »
            **Visuel :** Un phare dans la brume
            **Audio :** Vagues

            ---

            ### **Bloc 2** :
            **Dialogues :** Max répond « Ce n'est que le vent. »
            **Visuel :** Max hausse les épaules
            **Audio :** Vent

            ---

            N'hésitez pas à me dire si vous voulez "plus" de suspense !
            """);
    assertThat(script.title()).isEqualTo("🎬 Le phare oublié");
    assertThat(headings(script)).containsExactly("Bloc 1", "Bloc 2");
    assertThat(lines(script))
        .containsExactly("Léa|chuchote|Tu entends ?", "Max|répond|Ce n'est que le vent.");
    assertThat(script.scenes().get(1).sound()).isEqualTo("Vent");
  }

  @Test
  void parse_closingNoteAfterBlankLineOnly_leavesItOut() {
    Script script =
        parse(
            """
            BLOC 1 : La plage
            DIALOGUES : Zoé crie "À l'eau !"
            VISUEL : Une plage au lever du soleil
            AUDIO : Mouettes

            Voulez-vous que je continue avec le bloc 2 ?
            """);
    assertThat(script.scenes().get(0).sound()).isEqualTo("Mouettes");
    assertThat(headings(script)).containsExactly("BLOC 1 : La plage");
  }

  @Test
  void parse_codeFence_readsInside() {
    Script script =
        parse(
            """
            ```markdown
            **BLOC 1:**
            - DIALOGUES: "Bonjour à tous."
            - VISUEL: Un studio
            ```
            """);
    assertThat(lines(script)).containsExactly("||Bonjour à tous.");
    assertThat(visuals(script)).containsExactly("Un studio");
  }

  @Test
  void parse_noBreakSpacesAndGuillemets_keepsTheTypography() {
    Script script =
        parse(
            "**BLOC\u00A01\u00A0:**\n•\u00A0DIALOGUES\u00A0: Nano dit\u00A0: «\u00A0Où\u202F?\u00A0»\n"
                + "•\u00A0VISUEL\u00A0: Une forêt\n");
    assertThat(lines(script)).containsExactly("Nano|dit|Où\u202F?");
    assertThat(headings(script)).containsExactly("BLOC\u00A01");
  }

  @Test
  void parse_bulletsOfEveryKind_readsFields() {
    for (String bullet : new String[] {"-", "*", "•", "–", "—", "1.", "2)", ">", "", "  -", "🎤"}) {
      Script script =
          parse("BLOC 1\n" + bullet + " DIALOGUES: \"Oui.\"\n" + bullet + " VISUEL: Un chat\n");
      assertThat(lines(script)).as(bullet).containsExactly("||Oui.");
      assertThat(visuals(script)).as(bullet).containsExactly("Un chat");
    }
  }

  @Test
  void parse_emojiLabels_readsFields() {
    Script script =
        parse(
            """
            🎬 **SCÈNE 1 – L'arrivée**
            🗣️ **Répliques :** Capitaine Flint hurle : “Terre !”
            🖼️ **Visuel :** Une île verte
            🔊 **Son :** Tonnerre
            """);
    assertThat(headings(script)).containsExactly("SCÈNE 1 – L'arrivée");
    assertThat(lines(script)).containsExactly("Capitaine Flint|hurle|Terre !");
    assertThat(script.scenes().get(0).sound()).isEqualTo("Tonnerre");
    assertThat(script.language()).isEqualTo(Locale.FRENCH);
  }

  @Test
  void parse_labelsAsHeadings_readsTheParagraphBelow() {
    Script script =
        parse(
            """
            # Titre : Le robot jardinier

            ## Scène 1

            ### Dialogues

            Robot 3 annonce « L'eau arrive. »

            ### Visuel

            Un jardin sec,
            puis une pluie fine.

            ### Audio

            Pluie
            """);
    assertThat(script.title()).isEqualTo("Le robot jardinier");
    assertThat(lines(script)).containsExactly("Robot 3|annonce|L'eau arrive.");
    assertThat(visuals(script)).containsExactly("Un jardin sec, puis une pluie fine.");
  }

  @Test
  void parse_scenesInsideBlocks_readsBlocksAsScenes() {
    Script script =
        parse(
            """
            BLOC 1
            DIALOGUES: Ana dit "Chut."
            VISUEL: Ana derrière un arbre
            Scène 1 : la forêt, de nuit
            BLOC 2
            DIALOGUES: Ana crie "Cours !"
            """);
    assertThat(headings(script)).containsExactly("BLOC 1", "BLOC 2");
  }

  @Test
  void parse_blocksThatOnlyGroupScenes_readsTheScenes() {
    Script script =
        parse(
            """
            ## BLOC 1
            ### Scène 1
            - Dialogue : Ana dit "Un."
            ### Scène 2
            - Dialogue : Ana dit "Deux."
            """);
    assertThat(headings(script)).containsExactly("Scène 1", "Scène 2");
  }

  @Test
  void parse_missingParts_leavesThemEmpty() {
    Script script = parse("**BLOC 1:**\n- VISUEL: Un désert\n\n**BLOC 2:**\n- AUDIO: Vent\n");
    assertThat(lines(script)).isEmpty();
    assertThat(visuals(script)).containsExactly("Un désert", "");
    assertThat(script.scenes().get(1).sound()).isEqualTo("Vent");
  }

  @Test
  void parse_extraFields_leavesOutDurationsAndUnknownOnes() {
    Script script =
        parse(
            """
            **BLOC 1:**
            - DURÉE: 8 secondes
            - VISUEL: Un port
            - **CAMÉRA** : travelling avant
            - AUDIO: Cloches
            - MUSIQUE: Accordéon
            - **BUDGET**: 3 euros
            """);
    assertThat(visuals(script)).containsExactly("Un port travelling avant");
    assertThat(script.scenes().get(0).sound()).isEqualTo("Cloches Accordéon");
  }

  @Test
  void parse_labelsWithoutHeading_isOneScene() {
    Script script = parse("DIALOGUES : Tom dit \"Salut !\"\nVISUEL : Une rue\nAUDIO : Klaxons\n");
    assertThat(headings(script)).containsExactly("");
    assertThat(lines(script)).containsExactly("Tom|dit|Salut !");
  }

  @Test
  void parse_narratorLabel_isTheNarrator() {
    Script script =
        parse(
            """
            SCENE 1
            VOIX OFF (grave) : « Il était une fois. »
            DIALOGUE : Léo rit « Ha ! »
            NARRATEUR : Et la nuit tomba.
            """);
    assertThat(lines(script))
        .containsExactly("|grave|Il était une fois.", "Léo|rit|Ha !", "||Et la nuit tomba.");
  }
}
