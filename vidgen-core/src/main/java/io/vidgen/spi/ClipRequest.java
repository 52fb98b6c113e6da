package io.vidgen.spi;

import io.vidgen.model.Artifact;
import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moving picture to make.
 *
 * @param prompt what happens, in words, not blank
 * @param negativePrompt what must not be seen, may be empty
 * @param duration its length; of an extension, only what is added
 * @param format its size
 * @param references pictures of who or what must be in it, the most important first
 * @param firstFrame the picture that it begins with, null for any
 * @param lastFrame the picture that it ends with, null for any
 * @param extend the video that it goes on from, null for a new one
 * @param audio whether it has sound of its own
 * @param seed for a repeatable result where the provider has that, null for any
 * @param take number of the version wanted; 0 for the first
 * @param repeat how often the same was asked before and refused for its content; 0 for never
 */
public record ClipRequest(
    String prompt,
    String negativePrompt,
    Duration duration,
    VideoFormat format,
    List<Artifact> references,
    @Nullable Artifact firstFrame,
    @Nullable Artifact lastFrame,
    @Nullable VendorVideo extend,
    boolean audio,
    @Nullable Long seed,
    int take,
    int repeat)
    implements ProviderRequest {

  /** Copies the list. */
  public ClipRequest {
    references = List.copyOf(references);
  }
}
