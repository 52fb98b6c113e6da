package io.vidgen.rest.internal.elevenlabs;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a part.
 *
 * @param file the sound
 * @param seconds its length
 * @param sent times of the characters as they were sent, null when there are none
 * @param normalized times of the characters as they were spoken, null when there are none
 * @param requestId the vendor's id, empty when it did not say
 */
record SpokenPart(
    Path file,
    double seconds,
    @Nullable CharacterTimes sent,
    @Nullable CharacterTimes normalized,
    String requestId) {

  SpokenPart at(Path other) {
    return new SpokenPart(other, seconds, sent, normalized, requestId);
  }

  SpokenPart withoutId() {
    return new SpokenPart(file, seconds, sent, normalized, "");
  }
}
