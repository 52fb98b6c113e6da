package io.vidgen.align.internal;

import io.vidgen.subtitle.EnglishReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways a shown word can be said, as phones: the sound decides between them. */
final class SpokenForms {
  private static final int MOST_WAYS = 8;

  private final Dictionary dictionary;
  private final AcousticModel model;
  private final EnglishReader reader;

  SpokenForms(Dictionary dictionary, AcousticModel model) {
    this.dictionary = dictionary;
    this.model = model;
    this.reader = new EnglishReader(dictionary::knows);
  }

  /**
   * All ways to say a word.
   *
   * @param shown a word as it is shown
   * @return numbers of phones; empty when there is nothing to say, as for a picture
   */
  List<int[]> of(String shown) {
    List<List<String>> ways = List.of(List.of());
    for (var token : reader.read(shown)) {
      ways = combined(ways, sounds(token));
    }
    return ways.stream().map(this::numbers).filter(way -> way.length > 0).toList();
  }

  private List<List<String>> sounds(String token) {
    if (token.equals("_a")) {
      return List.of(List.of("EY"));
    }
    List<List<String>> ways = new ArrayList<>();
    for (var reading : NumberWords.of(token)) {
      List<List<String>> all = List.of(List.of());
      for (var word : reading.split(" ", -1)) {
        all = combined(all, word(word).subList(0, 1));
      }
      ways.addAll(all);
    }
    return ways.isEmpty() ? word(token.toLowerCase(Locale.ROOT)) : ways;
  }

  private List<List<String>> word(String word) {
    var known = dictionary.pronunciations(word);
    if (!known.isEmpty()) {
      return known;
    }
    if (word.endsWith("'s") || word.endsWith("s'")) {
      var stem = word.substring(0, word.length() - 2) + (word.endsWith("s'") ? "s" : "");
      return combined(word(stem), List.of(List.of(word.endsWith("'s") ? "Z" : ""), List.of()));
    }
    return List.of(LetterSounds.of(word));
  }

  private static List<List<String>> combined(List<List<String>> before, List<List<String>> after) {
    List<List<String>> all = new ArrayList<>();
    for (var start : before) {
      for (var end : after) {
        if (all.size() < MOST_WAYS) {
          var way = new ArrayList<>(start);
          way.addAll(end);
          all.add(way);
        }
      }
    }
    return all;
  }

  private int[] numbers(List<String> phones) {
    return phones.stream().mapToInt(model::phone).filter(phone -> phone >= 0).toArray();
  }
}
