package io.vidgen.sandbox.internal.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.sandbox.internal.media.SceneClips.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a prompt is said aloud, in which language, and who appears. */
class SpokenLinesTest {

  @Test
  void quotes_afterAVerbOrAColon_areSaidByTheirSpeaker() {
    var prompt =
        """
        Continues directly from the previous shot, same place, same light.
        Mia walks under a sign reading "OPEN".
        Mia: a girl in a red coat.
        Mia (warmly) says: "Il dit «oui», je crois."
        A narrator who is not seen says: "Then it rains."
        Sound: soft waves.
        No subtitles.""";
    assertThat(SpokenLines.of(prompt))
        .extracting(Line::text)
        .containsExactly("Il dit «oui», je crois.", "Then it rains.");
    assertThat(SpokenLines.of(prompt)).extracting(Line::voice).contains("mia");
    assertThat(CharacterNames.in(prompt)).contains("Mia");
  }

  @Test
  void quotes_inOtherForms_areFoundToo() {
    assertThat(SpokenLines.of("Léa murmure : « Viens ici. » Puis “Vite!” crie Tom."))
        .extracting(Line::text)
        .containsExactly("Viens ici.", "Vite!");
    assertThat(SpokenLines.of("\"Over here,\" says Tom.")).hasSize(1);
  }

  @Test
  void promptWithoutSpeech_saysNothing() {
    assertThat(SpokenLines.of("A lake. Nobody speaks. A poster titled \"Spring\".")).isEmpty();
    assertThat(SpokenLines.of("A quiet lake in the morning")).isEqualTo(List.of());
  }

  @Test
  void language_isTheOneThatIsNamed() {
    assertThat(SpokenLines.language("All speech is in French.")).isEqualTo("fr");
    assertThat(SpokenLines.language("A lake")).isEqualTo("en");
  }
}
