package io.vidgen.internal.limits;

import java.time.Duration;

/**
 * What an account would take now.
 *
 * @param requests requests that it takes at once; {@link Integer#MAX_VALUE} when no limit is known
 * @param places calls and operations that it takes at once; {@link Integer#MAX_VALUE} when no limit
 *     is known
 * @param pause how much longer the vendor wants to be left alone; zero when it does not
 * @param waiting how many steps wait for their turn
 */
public record AccountLeft(int requests, int places, Duration pause, int waiting) {}
