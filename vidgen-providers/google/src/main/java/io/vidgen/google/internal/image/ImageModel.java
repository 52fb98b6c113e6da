package io.vidgen.google.internal.image;

import io.vidgen.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model that draws.
 *
 * @param id its id
 * @param prices USD of a picture by its size, 1 for 1K, 2 for 2K, 4 for 4K
 * @param references the most reference pictures
 * @param isWide whether it makes extreme ratios too
 * @param input a million tokens of prompt and references
 * @param thoughts a million tokens of text and thoughts beside the picture
 */
record ImageModel(
    String id,
    SortedMap<Integer, Money> prices,
    int references,
    boolean isWide,
    Money input,
    Money thoughts) {

  /** A model of one size. */
  static ImageModel small(String id, String price, int references, String input, String thoughts) {
    return new ImageModel(
        id,
        new TreeMap<>(java.util.Map.of(1, Money.usd(price))),
        references,
        false,
        Money.usd(input),
        Money.usd(thoughts));
  }

  List<Ratio> ratios() {
    var ratios = new ArrayList<>(Ratio.USUAL);
    if (isWide) {
      ratios.addAll(Ratio.EXTREME);
    }
    return ratios;
  }
}
