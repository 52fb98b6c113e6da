package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A face that speaks.
 *
 * @param face picture of the face, null when {@code presenter} names one
 * @param presenter the provider's name of a presenter, null when {@code face} is given
 * @param text what it says, null when {@code speech} is given
 * @param speech a recording of what it says, null when {@code text} is given
 * @param language language of what it says
 * @param voice the provider's name of a voice for {@code text}, null for its default
 * @param take number of the version wanted; 0 for the first
 */
public record AvatarRequest(
    @Nullable Artifact face,
    @Nullable String presenter,
    @Nullable String text,
    @Nullable Artifact speech,
    Locale language,
    @Nullable String voice,
    int take)
    implements ProviderRequest {}
