package io.vidgen.align.internal;

import org.jspecify.annotations.Nullable;

/**
 * A word that the search went through.
 *
 * @param word its number
 * @param start its first frame
 * @param end the frame after its last
 * @param fit how well it sounds like the word: mean logarithm against the best phones of any kind
 * @param before the word heard before it
 */
record Heard(int word, int start, int end, float fit, @Nullable Heard before) {}
