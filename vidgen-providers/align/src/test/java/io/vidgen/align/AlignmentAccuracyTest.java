package io.vidgen.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.subtitle.Words;
import io.vidgen.testkit.FakeCallContext;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where words are found, compared with what is known of the recording. */
class AlignmentAccuracyTest {
  private static final String FISHERMAN =
      "every morning the old fisherman walks down to the harbor while the birds circle above the"
          + " boats and the people of the village wait for the sea because the water decides"
          + " everything that happens here in the cold winter months of the year";

  private static final String COFFEE =
      "Why does coffee wake you up? Every day, 2 billion cups are drunk around the world. Caffeine"
          + " blocks adenosine, the chemical that makes you sleepy. It takes about 20 minutes to"
          + " work, and half of it is still there after 5 hours. In 1999, Dr. Smith found that"
          + " 3.5% of people don't feel it at all! So next time, maybe try a glass of water"
          + " instead.";

  private static TranscriptionProvider aligner;
  private static FakeCallContext call;

  @BeforeAll
  static void start() {
    aligner = Recordings.aligner();
    call = FakeCallContext.create();
  }

  @AfterAll
  static void end() {
    call.close();
  }

  @Test
  void align_oneLongSentence_isExact() throws Exception {
    assertExact(FISHERMAN, 20, 40);
  }

  @Test
  void align_numbersAndAbbreviations_isExact() throws Exception {
    assertExact(COFFEE, 30, 60);
  }

  @Test
  void align_unknownWordsAndSymbols_givesEveryShownWordATime() throws Exception {
    var text = "Meet Zyphorion & Blakester's well-known @team 🎉 at 9:30 on vidgen.io — it’s free.";
    var spoken = Recordings.speak(text, call);

    var words = Recordings.align(aligner, spoken.audio(), text, call);

    assertThat(texts(words)).isEqualTo(Words.split(text, Locale.ENGLISH));
    assertOrdered(words);
    var errors = Recordings.errors(spoken.words(), words);
    assertThat(errors.get(errors.size() / 2)).as("median of %s", errors).isLessThanOrEqualTo(40);
  }

  @Test
  void align_textWithAWordNobodySaid_keepsItBetweenItsNeighbours() throws Exception {
    var said = "the boats went out to sea before the sun was up";
    var text = "the boats went out to sea extraordinarily before the sun was up";
    var spoken = Recordings.speak(said, call);

    var words = Recordings.align(aligner, spoken.audio(), text, call);

    assertThat(words).hasSize(12);
    assertOrdered(words);
    assertThat(words.get(6).source()).isEqualTo(TimingSource.INTERPOLATED);
    long late = words.get(11).start().toMillis() - spoken.words().get(10).start().toMillis();
    assertThat(Math.abs(late)).isLessThanOrEqualTo(40);
  }

  @Test
  void align_recordingWithAWordTheTextLacks_keepsTheOthers() throws Exception {
    var said = "the boats went out to sea obviously unfortunately before the sun was up";
    var text = "the boats went out to sea before the sun was up";
    var spoken = Recordings.speak(said, call);

    var words = Recordings.align(aligner, spoken.audio(), text, call);

    long late = words.get(10).start().toMillis() - spoken.words().get(12).start().toMillis();
    assertThat(Math.abs(late)).isLessThanOrEqualTo(40);
    assertOrdered(words);
  }

  @Test
  void align_recordingOfAPerson_findsEveryWordAndRespectsThePauses() throws Exception {
    var words = Recordings.align(aligner, Recordings.jfk(call), Recordings.JFK, call);

    assertThat(texts(words)).isEqualTo(Words.split(Recordings.JFK, Locale.ENGLISH));
    assertThat(words).allMatch(word -> word.source() == TimingSource.ALIGNED);
    assertOrdered(words);
    // Heard and seen in the waveform: pauses of one second after "Americans" and "not".
    assertThat(seconds(words, 4, 5)).isBetween(0.9, 1.3);
    assertThat(seconds(words, 6, 7)).isBetween(0.8, 1.2);
    assertThat(seconds(words, 13, 14)).isBetween(0.4, 0.9);
    assertThat(words.get(0).start().toMillis()).isBetween(150L, 450L);
    assertThat(words.get(21).end().toMillis()).isBetween(10_200L, 10_900L);
  }

  private static void assertExact(String text, long median, long most) throws Exception {
    var spoken = Recordings.speak(text, call);

    var words = Recordings.align(aligner, spoken.audio(), text, call);

    assertThat(texts(words)).isEqualTo(Words.split(text, Locale.ENGLISH));
    assertThat(words).filteredOn(word -> word.source() != TimingSource.ALIGNED).isEmpty();
    assertOrdered(words);
    var errors = Recordings.errors(spoken.words(), words);
    assertThat(errors.get(errors.size() / 2))
        .as("median of %s", errors)
        .isLessThanOrEqualTo(median);
    assertThat(errors.get(errors.size() * 9 / 10)).as("90 %%").isLessThanOrEqualTo(most);
  }

  private static void assertOrdered(List<WordTiming> words) {
    for (int i = 1; i < words.size(); i++) {
      assertThat(words.get(i).start())
          .as("start of %s", words.get(i))
          .isGreaterThanOrEqualTo(words.get(i - 1).end());
    }
  }

  private static double seconds(List<WordTiming> words, int before, int after) {
    return words.get(after).start().minus(words.get(before).end()).toMillis() / 1000.0;
  }

  private static List<String> texts(List<WordTiming> words) {
    return words.stream().map(WordTiming::text).toList();
  }
}
