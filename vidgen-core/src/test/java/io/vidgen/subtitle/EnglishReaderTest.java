package io.vidgen.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishReaderTest {
  private static final Set<String> DICTIONARY = Set.of("now", "the", "it", "me", "and");
  private final EnglishReader reader = new EnglishReader(DICTIONARY::contains);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "11|11",
        "20k|20 thousand",
        "$20|$20",
        "$5M|5 million dollars",
        "€20|20 euros",
        "3.5%|3.5 percent",
        "1,000|1,000",
        "10x|10 times",
        "25°C|25 degrees celsius",
        "10–20|10 to 20",
        "24/7|24 7",
        "1st|1st",
        "9:30|9:30",
        "9:30am|9:30 A M",
        "don't|don't",
        "don’t|don't",
        "“really”,|really",
        "café|cafe",
        "U.S.|u s",
        "NASA|nasa",
        "US|u s",
        "NOW|now",
        "iPhone|iphone",
        "Dr.|doctor",
        "e.g.|for example",
        "well-known|well known",
        "and/or|and or",
        "&|and",
        "#1|number 1",
        "#coffee|hashtag coffee",
        "@anna|at anna",
        "vidgen.io|vidgen dot io",
        "sleep —|sleep",
        "(yes)|yes",
        "GPT4|g p t 4",
        "hello...|hello",
        "Mr|mister",
        "50+|50 plus",
        "000|0 0 0",
        "60's|60s",
        "5'10|5 10",
        "½|1/2",
        "1/2|1/2",
        "ﬁne|fine",
        "15/7|15 over 7"
      })
  void read_shownWord_isWhatIsSaid(String shown, String said) {
    assertThat(String.join(" ", reader.read(shown))).isEqualTo(said);
  }

  @Test
  void read_nothingToSay_isEmpty() {
    assertThat(reader.read("🚀")).isEmpty();
    assertThat(reader.read("—")).isEmpty();
    assertThat(reader.read("你好")).isEmpty();
    assertThat(reader.read("'")).isEmpty();
  }

  @Test
  void punctuation_marksAtTheEnd_becomePauses() {
    assertThat(EnglishReader.punctuation("market,")).isEqualTo(",");
    assertThat(EnglishReader.punctuation("“really”,")).isEqualTo(",");
    assertThat(EnglishReader.punctuation("sleep —")).isEqualTo(",");
    assertThat(EnglishReader.punctuation("they?")).isEqualTo("?");
    assertThat(EnglishReader.punctuation("U.S.")).isEmpty();
    assertThat(EnglishReader.punctuation("word")).isEmpty();
  }
}
