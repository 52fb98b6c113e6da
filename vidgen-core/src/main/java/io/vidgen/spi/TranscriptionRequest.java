package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recording whose words are wanted.
 *
 * @param audio the recording
 * @param language its language, null to find out
 * @param knownText what is said, as far as it is known; a hint, null for nothing
 * @param take number of the version wanted; 0 for the first
 * @param length of the recording, null when it is not known. While planning, the recording may be
 *     one that is not made yet; then both its length and its size are estimates
 */
public record TranscriptionRequest(
    Artifact audio,
    @Nullable Locale language,
    @Nullable String knownText,
    int take,
    @Nullable Duration length)
    implements ProviderRequest {

  /**
   * A request whose recording's length is not known.
   *
   * @param audio the recording
   * @param language its language, null to find out
   * @param knownText what is said, as far as it is known; a hint, null for nothing
   * @param take number of the version wanted; 0 for the first
   */
  public TranscriptionRequest(
      Artifact audio, @Nullable Locale language, @Nullable String knownText, int take) {
    this(audio, language, knownText, take, null);
  }
}
