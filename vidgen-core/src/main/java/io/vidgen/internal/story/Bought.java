package io.vidgen.internal.story;

import io.vidgen.spi.ClipResult;

/**
 * A clip as it was bought in the end.
 *
 * @param wanted what was asked for
 * @param result what was made
 */
record Bought(Wanted wanted, ClipResult result) {}
