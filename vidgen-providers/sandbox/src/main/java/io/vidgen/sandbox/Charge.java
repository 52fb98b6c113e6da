package io.vidgen.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor would have charged for one accepted request.
 *
 * @param at when, by the sandbox's clock
 * @param vendor who
 * @param operation what, as {@link AskedRequest#operation()}
 * @param id the vendor's id of what was made, such as {@code tlk_...}
 * @param unit what is counted, such as {@code credits} or {@code characters}
 * @param amount how many; negative when the vendor gives back
 * @param digest SHA-256 of the request's body, lower-case hex
 * @param attempt what the caller planted to find its attempt again, such as {@code user_data}; null
 *     if it planted nothing
 */
public record Charge(
    Instant at,
    Vendor vendor,
    String operation,
    String id,
    String unit,
    BigDecimal amount,
    String digest,
    @Nullable String attempt) {}
