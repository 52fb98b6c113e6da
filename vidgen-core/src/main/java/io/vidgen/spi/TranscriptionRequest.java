package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recording whose words are wanted.
 *
 * @param audio the recording
 * @param language its language, null to find out
 * @param knownText what is said, as far as it is known; a hint, null for nothing
 * @param take number of the version wanted; 0 for the first
 */
public record TranscriptionRequest(
    Artifact audio, @Nullable Locale language, @Nullable String knownText, int take)
    implements ProviderRequest {}
