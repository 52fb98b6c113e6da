package io.vidgen.spi;

import io.vidgen.model.Artifact;
import java.time.Duration;
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
 * @param length of {@code speech}, null for a text. While planning, {@code speech} may be a
 *     recording that is not made yet; then both its length and its size are estimates
 */
public record AvatarRequest(
    @Nullable Artifact face,
    @Nullable String presenter,
    @Nullable String text,
    @Nullable Artifact speech,
    Locale language,
    @Nullable String voice,
    int take,
    @Nullable Duration length)
    implements ProviderRequest {

  /**
   * A request whose recording's length is not known.
   *
   * @param face picture of the face, null when {@code presenter} names one
   * @param presenter the provider's name of a presenter, null when {@code face} is given
   * @param text what it says, null when {@code speech} is given
   * @param speech a recording of what it says, null when {@code text} is given
   * @param language language of what it says
   * @param voice the provider's name of a voice for {@code text}, null for its default
   * @param take number of the version wanted; 0 for the first
   */
  public AvatarRequest(
      @Nullable Artifact face,
      @Nullable String presenter,
      @Nullable String text,
      @Nullable Artifact speech,
      Locale language,
      @Nullable String voice,
      int take) {
    this(face, presenter, text, speech, language, voice, take, null);
  }
}
