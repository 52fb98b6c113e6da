package io.vidgen.spi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text to speak.
 *
 * @param text what is said, not blank
 * @param language its language
 * @param voice the provider's name of a voice, null for its default for the language
 * @param speed how fast, 0.5 to 2.0 times the voice's own pace, null for 1.0
 * @param take number of the version wanted; 0 for the first
 */
public record SpeechRequest(
    String text, Locale language, @Nullable String voice, @Nullable Double speed, int take)
    implements ProviderRequest {}
