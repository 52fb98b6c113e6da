package io.vidgen.google;

import io.vidgen.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Gemini model that draws. Google changes what they can do and cost: see {@link NanoBananaModels}
 * and {@link NanoBananaOptionsBuilder#models}.
 *
 * @param id its id
 * @param asOf the day on which this was read
 * @param prices price of a picture by its size, 1 for 1K, 2 for 2K, 4 for 4K; it makes these sizes
 * @param references how many reference pictures it takes, from 0
 * @param wide whether it makes 1:4, 4:1, 1:8 and 8:1 besides the usual ratios
 * @param millionInput price of a million tokens of prompt and references
 * @param millionOutput price of a million tokens of text and thoughts beside the picture
 */
public record NanoBananaModel(
    String id,
    LocalDate asOf,
    SortedMap<Integer, Money> prices,
    int references,
    boolean wide,
    Money millionInput,
    Money millionOutput) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the id is none, or there is no size or another one than 1,
   *     2 and 4
   */
  public NanoBananaModel {
    ModelIds.checked(id);
    prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    if (prices.isEmpty() || !Set.of(1, 2, 4).containsAll(prices.keySet())) {
      throw new IllegalArgumentException("sizes are 1, 2 and 4, not " + prices.keySet());
    }
  }
}
