package io.vidgen.script;

import static io.vidgen.script.Samples.dialogue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      textBlock =
          """
          Nano Banana murmure "Oui";                     Nano Banana|murmure|Oui
          Nano Banana : "Oui";                           Nano Banana||Oui
          **Nano** *murmure* : "Oui";                    Nano|murmure|Oui
          Max (en riant) : "Oui";                        Max|en riant|Oui
          (en riant) Max : "Oui";                        Max|en riant|Oui
          Max [laughing]: "Yes";                         Max|laughing|Yes
          Max, laughing: "Yes";                          Max|laughing|Yes
          MAX: whispering "Yes";                         MAX|whispering|Yes
          Le capitaine crie "Oui";                       Le capitaine|crie|Oui
          La vieille dame dit doucement "Oui";           La vieille dame|dit doucement|Oui
          The old man says "Yes";                        The old man|says|Yes
          Le Chat répond "Oui";                          Le Chat|répond|Oui
          la vieille dame : "Oui";                       la vieille dame||Oui
          Jean de La Fontaine dit "Oui";                 Jean de La Fontaine|dit|Oui
          Max et Léa crient "Oui";                       Max et Léa|crient|Oui
          Dr. Watson asks "Yes";                         Dr. Watson|asks|Yes
          R2-D2 : "Bip";                                 R2-D2||Bip
          Puis Nano Banana dit "Oui";                    Nano Banana|dit|Oui
          murmure "Oui";                                 |murmure|Oui
          Narrateur : "Oui";                             ||Oui
          Voix off (grave) : "Oui";                      |grave|Oui
          "Yes," whispers Nano Banana.;                  Nano Banana|whispers|Yes,
          « Oui », dit Max.;                             Max|dit|Oui
          « Il a dit "non" hier »;                       ||Il a dit "non" hier
          “She said ‘no’ today”;                         ||She said ‘no’ today
          "Don't, it's l'été";                           ||Don't, it's l'été
          Max says 'Don't go.';                          Max|says|Don't go.
          Max says ‘Don’t go.’;                          Max|says|Don’t go.
          Max sagt „Ja“;                                 Max|sagt|Ja
          Max sagt »Ja«;                                 Max|sagt|Ja
          Max mówi „Tak”;                                Max|mówi|Tak
          小明：「你好」;                                  小明||你好
          Max says “Yes";                                Max|says|Yes
          Max says \\"Yes\\";                            Max|says|Yes
          "Le *vrai* **trésor**";                        ||Le vrai trésor
          C'est l'été d'une vie;                         ||C'est l'été d'une vie
          MAX: Where are we?;                            MAX||Where are we?
          Nano Banana: Où ?;                             ||
          """)
  void parse_oneLine_tellsSpeakerFromManner(String value, String expected) {
    if (expected.equals("||")) {
      assertThat(dialogue(value + " Ici.")).containsExactly("Nano Banana||Où ? Ici.");
      return;
    }
    assertThat(dialogue(value)).containsExactly(expected);
  }

  @Test
  void parse_twoQuotesOneSpeaker_keepsTheSpeaker() {
    assertThat(dialogue("Nano murmure \"Où ?\" puis crie \"Là !\""))
        .containsExactly("Nano|murmure|Où ?", "Nano|crie|Là !");
  }

  @Test
  void parse_twoSpeakersOneLine_readsBoth() {
    assertThat(dialogue("Max dit \"Salut.\" Léa répond \"Bonjour.\""))
        .containsExactly("Max|dit|Salut.", "Léa|répond|Bonjour.");
  }

  @Test
  void parse_interruptedQuote_keepsTheSpeaker() {
    assertThat(dialogue("\"Hi,\" says Max, \"how are you?\""))
        .containsExactly("Max|says|Hi,", "Max|says|how are you?");
  }

  @Test
  void parse_pronoun_isTheSpeakerBefore() {
    assertThat(dialogue("Max crie \"Oui !\" Il ajoute \"Enfin.\""))
        .containsExactly("Max|crie|Oui !", "Max|Il ajoute|Enfin.");
  }

  @Test
  void parse_quoteOverTwoLines_isJoined() {
    assertThat(dialogue("Max dit \"Une ligne\n  et une autre.\"\nVISUEL: x"))
        .containsExactly("Max|dit|Une ligne et une autre.");
  }

  @Test
  void parse_dashDialogue_isOneLineEach() {
    assertThat(dialogue("\n— Où est la carte ?\n— Je ne sais pas.\n"))
        .containsExactly("||Où est la carte ?", "||Je ne sais pas.");
  }

  @Test
  void parse_speakerInTheLabel_isTheSpeaker() {
    assertThat(
            Samples.lines(Samples.parse("BLOCK 1\nDIALOGUE (Nano Banana, whispering): \"Yes\"\n")))
        .containsExactly("Nano Banana|whispering|Yes");
  }

  @Test
  void parse_languageInTheLabel_isNoSpeaker() {
    assertThat(Samples.lines(Samples.parse("BLOC 1\nDIALOGUES (français) : \"Oui\"\n")))
        .containsExactly("||Oui");
  }
}
