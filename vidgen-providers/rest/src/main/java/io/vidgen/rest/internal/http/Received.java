package io.vidgen.rest.internal.http;

import java.nio.file.Path;
import okhttp3.Headers;

/**
 * A file that came whole.
 *
 * @param file in the call's work directory, with a generated name
 * @param kind what its first bytes say that it is
 * @param bytes its length
 * @param headers headers of the answer
 */
public record Received(Path file, MediaKind kind, long bytes, Headers headers) {}
