package io.vidgen.sandbox.internal.whisper;

import io.vidgen.sandbox.internal.whisper.Hearing.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Hears some words as recognisers do: homophones, digits, words that are lost, split or made up.
 */
final class Mishearing {
  private static final Map<String, String> SOUNDS_LIKE =
      Map.ofEntries(
          Map.entry("their", "there"),
          Map.entry("there", "their"),
          Map.entry("to", "two"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("ten", "10"),
          Map.entry("twenty", "20"),
          Map.entry("for", "four"),
          Map.entry("sea", "see"),
          Map.entry("see", "sea"),
          Map.entry("sun", "son"),
          Map.entry("hear", "here"),
          Map.entry("know", "no"),
          Map.entry("right", "write"),
          Map.entry("wait", "weight"),
          Map.entry("whole", "hole"),
          Map.entry("colour", "color"),
          Map.entry("harbour", "harbor"));

  private Mishearing() {}

  static Hearing of(Hearing truth, int percent, SplittableRandom random) {
    List<Word> heard = new ArrayList<>();
    for (var word : truth.words()) {
      if (random.nextInt(100) >= percent) {
        heard.add(word);
      } else {
        heard.addAll(misheard(word, random));
      }
    }
    return new Hearing(truth.language(), truth.seconds(), heard);
  }

  private static List<Word> misheard(Word word, SplittableRandom random) {
    var bare = word.text().replaceAll("[^\\p{L}\\p{N}']", "");
    var alike = SOUNDS_LIKE.get(bare.toLowerCase(Locale.ROOT));
    if (alike != null) {
      return List.of(new Word(alike, word.start(), word.end()));
    }
    double middle = (word.start() + word.end()) / 2;
    return switch (random.nextInt(4)) {
      case 0 -> List.of();
      case 1 -> List.of(new Word("uh", word.start(), middle), new Word(bare, middle, word.end()));
      case 2 -> {
        int half = bare.length() / 2;
        yield half < 2
            ? List.of(word)
            : List.of(
                new Word(bare.substring(0, half), word.start(), middle),
                new Word(bare.substring(half), middle, word.end()));
      }
      default -> List.of(new Word(bare + "s", word.start(), word.end()));
    };
  }
}
