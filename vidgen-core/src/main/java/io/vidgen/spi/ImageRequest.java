package io.vidgen.spi;

import io.vidgen.model.Artifact;
import io.vidgen.model.VideoFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture to make.
 *
 * @param prompt what is seen, in words, not blank
 * @param style what all pictures of a video share, in words; may be empty
 * @param format its size
 * @param references pictures of who or what must be in it, the most important first
 * @param seed for a repeatable result where the provider has that, null for any
 * @param take number of the version wanted; 0 for the first
 */
public record ImageRequest(
    String prompt,
    String style,
    VideoFormat format,
    List<Artifact> references,
    @Nullable Long seed,
    int take)
    implements ProviderRequest {

  /** Copies the list. */
  public ImageRequest {
    references = List.copyOf(references);
  }
}
