package io.vidgen.offline.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
  private final Lexicon lexicon = Lexicon.load();

  @ParameterizedTest
  @CsvSource({
    "An old harbour at dawn,SEA",
    "Le vieux port au bord de la mer,SEA",
    "Ein Wald im Herbst,FOREST",
    "la montaña más alta,MOUNTAINS",
    "Cafés in Paris every morning,COFFEE",
    "How to save money,RISE",
    "das Weltall,SPACE",
    "the mountains are calling,MOUNTAINS",
    "une forêt sous la neige,FOREST"
  })
  void motif_words_areFoundInSeveralLanguages(String prompt, String motif) {
    assertThat(lexicon.motif(prompt)).contains(Motif.valueOf(motif));
  }

  @Test
  void motif_nothingKnown_isEmpty() {
    assertThat(lexicon.motif("the zebra was then there or not")).isEmpty();
  }

  @Test
  void tone_words_setTheLight() {
    assertThat(lexicon.tone("the sea at night")).contains(Tone.NIGHT);
    assertThat(lexicon.tone("coucher de soleil")).contains(Tone.DUSK);
    assertThat(lexicon.tone("zebra")).isEmpty();
  }

  @Test
  void person_somebodyNamed_isFound() {
    assertThat(lexicon.person("A woman looks at the stars")).isTrue();
    assertThat(lexicon.person("Stars over the hills")).isFalse();
  }
}
