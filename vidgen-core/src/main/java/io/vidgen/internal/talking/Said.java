package io.vidgen.internal.talking;

import io.vidgen.model.Artifact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a face is given to say.
 *
 * @param text a text, null for a recording
 * @param speech a recording, null for a text
 * @param length length of the recording, null for a text
 * @param take which version of the clip is wanted
 */
record Said(
    @Nullable String text, @Nullable Artifact speech, @Nullable Duration length, int take) {}
