package io.vidgen.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor said of an account with an answer, usually in its headers.
 *
 * @param limits what the account may do, as far as the vendor said so
 * @param requestsLeft how many more requests it would take now; null when it did not say
 * @param untilReset how long until it takes all of them again; null when it did not say
 */
public record AccountUse(
    AccountLimits limits, @Nullable Integer requestsLeft, @Nullable Duration untilReset) {}
