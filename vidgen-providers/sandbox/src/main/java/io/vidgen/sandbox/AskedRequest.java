package io.vidgen.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached the sandbox. Holds no header and no body, so no secret either.
 *
 * @param at when, by the sandbox's clock
 * @param vendor whom it was for
 * @param operation its name in the vendor's OpenAPI document, such as {@code CreateTalk}, or {@code
 *     unknown} for a path that the vendor does not have
 * @param method such as {@code POST}
 * @param path below the vendor's prefix, without query
 * @param status what was answered; 0 when the connection was cut before any answer
 * @param digest SHA-256 of the body, lower-case hex; empty when there was none or it was not read
 * @param fault the fault that hit it, as {@link Fault#text()}; null if none did
 * @param limit the limit of its account that it was refused for, {@code requests-per-minute} or
 *     {@code at-once}; null if it was not
 */
public record AskedRequest(
    Instant at,
    Vendor vendor,
    String operation,
    String method,
    String path,
    int status,
    String digest,
    @Nullable String fault,
    @Nullable String limit) {}
