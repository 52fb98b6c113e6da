package io.vidgen.google;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A Gemini model that draws. Google changes what they can do: see {@link NanoBananaModels} and
 * {@link NanoBananaOptionsBuilder#models}; for what they charge, {@link
 * NanoBananaOptionsBuilder#prices}.
 *
 * @param id its id
 * @param sizes of its pictures: 1 for 1K, 2 for 2K, 4 for 4K
 * @param references how many reference pictures it takes, from 0
 * @param wide whether it makes 1:4, 4:1, 1:8 and 8:1 besides the usual ratios
 */
public record NanoBananaModel(String id, SortedSet<Integer> sizes, int references, boolean wide) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the id is none, or there is no size or another one than 1,
   *     2 and 4
   */
  public NanoBananaModel {
    ModelIds.checked(id);
    sizes = Collections.unmodifiableSortedSet(new TreeSet<>(sizes));
    if (sizes.isEmpty() || !Set.of(1, 2, 4).containsAll(sizes)) {
      throw new IllegalArgumentException("sizes are 1, 2 and 4, not " + sizes);
    }
  }

  /**
   * A model.
   *
   * @param id its id
   * @param sizes of its pictures: 1 for 1K, 2 for 2K, 4 for 4K
   * @param references how many reference pictures it takes, from 0
   * @param wide whether it makes 1:4, 4:1, 1:8 and 8:1 besides the usual ratios
   */
  public NanoBananaModel(String id, Set<Integer> sizes, int references, boolean wide) {
    this(id, new TreeSet<>(sizes), references, wide);
  }
}
