package io.vidgen.sandbox;

import java.time.Instant;

/**
 * A credential that arrived where it does not belong. The credential itself is not kept.
 *
 * @param at when, by the sandbox's clock
 * @param place what received it, such as {@code GET /s3/...}
 * @param header name of the header or query parameter that carried it
 */
public record Leak(Instant at, String place, String header) {}
