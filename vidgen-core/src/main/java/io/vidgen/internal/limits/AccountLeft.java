package io.vidgen.internal.limits;

import java.time.Duration;

/**
 * What an account would take now.
 *
 * @param requests requests that it takes at once; {@link Integer#MAX_VALUE} when no limit is known
 * @param places calls and operations that it takes at once; {@link Integer#MAX_VALUE} when no limit
 *     is known
 * @param delay how long it takes nothing, as far as that is known now: because the vendor asked for
 *     a pause, or the requests of this minute are used up; zero when it takes some
 * @param waiting how many steps wait for their turn
 */
public record AccountLeft(int requests, int places, Duration delay, int waiting) {}
