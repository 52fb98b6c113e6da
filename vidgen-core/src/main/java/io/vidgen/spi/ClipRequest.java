package io.vidgen.spi;

import static java.util.Objects.requireNonNull;

import io.vidgen.model.Artifact;
import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moving picture to make. Providers get it; their tests make it by {@link #builder}.
 *
 * @param prompt what happens, in words, not blank
 * @param negativePrompt what must not be seen, may be empty
 * @param duration its length, more than zero; of an extension, only what is added
 * @param format its size
 * @param references pictures of who or what must be in it, the most important first
 * @param firstFrame the picture that it begins with, null for any
 * @param lastFrame the picture that it ends with, null for any
 * @param extend the video that it goes on from, null for a new one
 * @param audio whether it has sound of its own
 * @param seed for a repeatable result where the provider has that, null for any
 * @param take number of the version wanted, from 0, the first
 * @param repeat how often the same was asked before and refused for its content, from 0 for never
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

  /**
   * Copies the list and checks the values.
   *
   * @throws IllegalArgumentException if the prompt is blank, the duration not more than zero, or
   *     {@code take} or {@code repeat} negative; its message names it
   */
  public ClipRequest {
    Checks.notBlank("prompt", prompt);
    Checks.positive("duration", duration);
    references = List.copyOf(references);
    Checks.notNegative("take", take);
    Checks.notNegative("repeat", repeat);
  }

  /**
   * Starts with a new clip of 8 s with sound, 720x1280, that nothing else is said about.
   *
   * @param prompt what happens, in words, not blank
   * @return a builder
   */
  public static Builder builder(String prompt) {
    return new Builder(prompt);
  }

  /** Builds requests; not safe for use by several threads. */
  public static final class Builder {
    private final String prompt;
    private String negativePrompt = "";
    private Duration duration = Duration.ofSeconds(8);
    private VideoFormat format = new VideoFormat(720, 1280);
    private List<Artifact> references = List.of();
    private @Nullable Artifact firstFrame;
    private @Nullable Artifact lastFrame;
    private @Nullable VendorVideo extend;
    private boolean audio = true;
    private @Nullable Long seed;
    private int take;
    private int repeat;

    private Builder(String prompt) {
      this.prompt = requireNonNull(prompt, "prompt");
    }

    /**
     * Says what must not be seen.
     *
     * @param words default empty
     * @return this
     */
    public Builder negativePrompt(String words) {
      this.negativePrompt = requireNonNull(words, "words");
      return this;
    }

    /**
     * Sets the length.
     *
     * @param length more than zero; default 8 s
     * @return this
     */
    public Builder duration(Duration length) {
      this.duration = requireNonNull(length, "length");
      return this;
    }

    /**
     * Sets the size.
     *
     * @param size default 720x1280
     * @return this
     */
    public Builder format(VideoFormat size) {
      this.format = requireNonNull(size, "size");
      return this;
    }

    /**
     * Sets who or what must be in it.
     *
     * @param pictures the most important first; default none
     * @return this
     */
    public Builder references(List<Artifact> pictures) {
      this.references = List.copyOf(pictures);
      return this;
    }

    /**
     * Sets the picture that it begins with.
     *
     * @param picture null for any, the default
     * @return this
     */
    public Builder firstFrame(@Nullable Artifact picture) {
      this.firstFrame = picture;
      return this;
    }

    /**
     * Sets the picture that it ends with.
     *
     * @param picture null for any, the default
     * @return this
     */
    public Builder lastFrame(@Nullable Artifact picture) {
      this.lastFrame = picture;
      return this;
    }

    /**
     * Sets the video that it goes on from.
     *
     * @param video null for none, the default
     * @return this
     */
    public Builder extend(@Nullable VendorVideo video) {
      this.extend = video;
      return this;
    }

    /**
     * Sets whether it has sound of its own.
     *
     * @param wanted default true
     * @return this
     */
    public Builder audio(boolean wanted) {
      this.audio = wanted;
      return this;
    }

    /**
     * Asks for a repeatable result.
     *
     * @param number null for any, the default
     * @return this
     */
    public Builder seed(@Nullable Long number) {
      this.seed = number;
      return this;
    }

    /**
     * Sets which version is wanted.
     *
     * @param number from 0, the default
     * @return this
     */
    public Builder take(int number) {
      this.take = number;
      return this;
    }

    /**
     * Says how often the same was refused for its content before.
     *
     * @param times from 0, the default
     * @return this
     */
    public Builder repeat(int times) {
      this.repeat = times;
      return this;
    }

    /**
     * Finishes.
     *
     * @return the request
     * @throws IllegalArgumentException if a value is out of range; its message names it
     */
    public ClipRequest build() {
      return new ClipRequest(
          prompt,
          negativePrompt,
          duration,
          format,
          references,
          firstFrame,
          lastFrame,
          extend,
          audio,
          seed,
          take,
          repeat);
    }
  }
}
