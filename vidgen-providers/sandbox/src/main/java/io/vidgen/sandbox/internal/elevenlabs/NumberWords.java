package io.vidgen.sandbox.internal.elevenlabs;

import java.util.List;
import java.util.regex.Pattern;

/** Writes numbers in words, as the vendor's normalisation does before it speaks. */
final class NumberWords {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}");
  private static final List<String> SMALL =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" ", -1));
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private NumberWords() {}

  /** A word with its numbers written out. */
  static String written(String word) {
    return NUMBER
        .matcher(word)
        .replaceAll(found -> words(Integer.parseInt(found.group().replace(",", ""))));
  }

  static String words(int number) {
    if (number < 20) {
      return SMALL.get(number);
    }
    if (number < 100) {
      return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + SMALL.get(number % 10));
    }
    if (number < 1000) {
      return SMALL.get(number / 100) + " hundred" + rest(number % 100);
    }
    if (number < 1_000_000) {
      return words(number / 1000) + " thousand" + rest(number % 1000);
    }
    return words(number / 1_000_000) + " million" + rest(number % 1_000_000);
  }

  private static String rest(int number) {
    return number == 0 ? "" : " " + words(number);
  }
}
