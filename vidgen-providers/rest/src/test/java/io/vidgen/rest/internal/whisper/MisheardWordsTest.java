package io.vidgen.rest.internal.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.subtitle.WordAligner;
import io.vidgen.subtitle.Words;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What recognisers make of a script, laid back onto it: the script's spelling with heard times, no
 * word lost, order kept.
 */
class MisheardWordsTest {
  private static final Duration STEP = Duration.ofMillis(400);
  private static final Duration LENGTH = Duration.ofMillis(300);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "They left their boats over there.|They left there boats over their",
        "We went to two towns, too.|We went two to towns to",
        "The sea is calm; can you see it?|The see is calm can you sea it",
        "I know no one here.|I no know one hear",
        "Wait for the right moment.|Weight four the write moment",
        "The whole knight rode by night.|The hole night rode by knight",
        "Which witch is which?|Witch which is witch",
        "It’s their colour, isn’t it?|its there color isn't it",
        "There were twenty thousand people.|There were 20,000 people",
        "It costs 20k a year.|It costs twenty thousand a year",
        "In 1999 he was 42.|In nineteen ninety nine he was forty two",
        "Call 911 at 9:30am!|Call nine one one at nine thirty a m",
        "About 3.5% of $5M is lost.|About three point five percent of five million dollars is lost",
        "Dr. Smith vs. Mr. Jones|Doctor Smith versus Mister Jones",
        "A well-known ice cream shop.|A well known icecream shop",
        "Everyday heroes work every day.|Every day heroes work everyday",
        "The NASA rocket, e.g. Apollo|The nasa rocket for example Apollo",
        "Nobody will ever find out about it.|No body will ever findout about it",
        "The old fisherman walks down to the harbor.|The fisherman walks to the harbor",
        "Birds circle above the boats.|Birds _ _ _ boats",
        "So, um, let’s begin now.|So let's begin now",
        "Let us begin now.|So uh let us you know begin right now",
        "Water decides everything.|And the water it decides like everything okay",
        "Vidgen renders Zyphorion’s story.|Vid gen renders Cypher Ion story",
        "Nano Banana finds the map.|Nano Bandana finds the map",
        "Hello!|hello",
        "Yes.|Guess",
        "one two three four five|five four three two one",
        "the the the end|the end",
        "Où est cette carte au trésor ?|Ou est cette carte au trésor",
        "C'est la vie, mon ami.|Ses la vie mon ami",
        "Ces gens sont sans sang.|Ses gens son cent sang",
        "Il a vingt ans et trois chats.|Il a 20 ans et 3 chats",
        "Trois pas vers le nord, puis à gauche.|Troie pas vert le nord puits a gauche",
        "Aujourd'hui, il fait beau.|Aujourd hui il fait beau",
        "L'été dernier, j'ai vu la mer.|L été dernier j ai vu la mère",
        "Peut-être qu'il viendra demain.|Peut être qu il viendra demain",
        "Le prix est de 1 500 €.|Le prix est de mille cinq cents euros",
        "La première fois, c'était en 1984.|La 1ère fois s'était en mille neuf cent quatre vingt quatre",
        "Elle était cachée dans ce livre depuis cent ans.|Elle cachait dans ce livre depuis 100 ans",
        "Le trésor ! C'est une montagne de bananes en or !|Le trésor euh c'est une montagne banane en or",
        "Sous le grand chêne.|Saoul le grand chaîne",
        "Bonjour à tous, et bienvenue !|Bonjour à tousse et bien venue",
        "Œuvre d'art|oeuvre dard",
        "Il faut qu'on s'en aille d'ici.|Il faut con sans ail dici",
        "M. Dupont a dit « oui ».|Monsieur Dupont a dit oui",
      })
  void align_misheardWords_keepsTheScriptWithHeardTimes(String script, String said) {
    var language = script.matches(".*[éèêàçôœŒ€«].*") ? Locale.FRENCH : Locale.ENGLISH;
    var shown = Words.split(script, language);
    var heard = heard(said);
    var end = heard.get(heard.size() - 1).end();

    var aligned = WordAligner.align(shown, heard, Duration.ZERO, end);

    assertThat(aligned).extracting(WordTiming::text).isEqualTo(shown);
    var before = Duration.ZERO;
    for (var word : aligned) {
      assertThat(word.start()).as("start of %s", word).isGreaterThanOrEqualTo(before);
      assertThat(word.end()).isGreaterThanOrEqualTo(word.start()).isLessThanOrEqualTo(end);
      before = word.end();
    }
    assertHeardTimes(shown, heard, aligned);
  }

  /** Words that are said once, and in the order of the script, have exactly the times heard. */
  private static void assertHeardTimes(
      List<String> shown, List<WordTiming> heard, List<WordTiming> aligned) {
    var left = shown.stream().map(MisheardWordsTest::key).toList();
    var right = heard.stream().map(word -> key(word.text())).toList();
    List<int[]> same = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      int k = right.indexOf(left.get(i));
      if (k >= 0 && isOnce(left, left.get(i)) && isOnce(right, left.get(i))) {
        same.add(new int[] {i, k});
      }
    }
    for (int i = 1; i < same.size(); i++) {
      if (same.get(i)[1] < same.get(i - 1)[1]) {
        return;
      }
    }
    for (var pair : same) {
      var word = aligned.get(pair[0]);
      assertThat(word.start()).as("%s", word).isEqualTo(heard.get(pair[1]).start());
      assertThat(word.source()).isEqualTo(TimingSource.RECOGNISED);
    }
  }

  private static boolean isOnce(List<String> keys, String key) {
    return keys.indexOf(key) == keys.lastIndexOf(key);
  }

  /** A word each 400 ms; an underscore is one that was said and not heard. */
  private static List<WordTiming> heard(String said) {
    List<WordTiming> words = new ArrayList<>();
    var start = Duration.ZERO;
    for (var text : Arrays.asList(said.split(" ", -1))) {
      if (!text.equals("_")) {
        words.add(new WordTiming(text, start, start.plus(LENGTH), TimingSource.RECOGNISED));
      }
      start = start.plus(STEP);
    }
    return words;
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
