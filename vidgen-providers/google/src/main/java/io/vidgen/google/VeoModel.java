package io.vidgen.google;

import io.vidgen.model.VideoFormat;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one Veo model can do. Google changes it: see {@link VeoModels} and {@link
 * VeoOptionsBuilder#models}; for what it charges, {@link VeoOptionsBuilder#prices}. Immutable.
 */
public final class VeoModel {

  /** What not every model can do. */
  public enum Feature {
    /** Takes a last frame together with a first one. */
    LAST_FRAME,
    /** Takes a negative prompt. */
    NEGATIVE_PROMPT,
    /** Takes a seed. */
    SEED,
    /** Makes clips without sound. */
    SILENT
  }

  /** How many lines a picture has, counted on its shorter side. */
  public enum Resolution {
    /** 1280x720 or 720x1280. */
    P720("720p", 720),
    /** 1920x1080 or 1080x1920. */
    P1080("1080p", 1080),
    /** 3840x2160 or 2160x3840. */
    P2160("4k", 2160);

    private final String word;
    private final int lines;

    Resolution(String word, int lines) {
      this.word = word;
      this.lines = lines;
    }

    /**
     * Google's word for it.
     *
     * @return {@code 720p}, {@code 1080p} or {@code 4k}
     */
    public String word() {
      return word;
    }

    /**
     * The size of a picture.
     *
     * @param portrait whether it is 9:16 and not 16:9
     * @return the size
     */
    public VideoFormat format(boolean portrait) {
      int wide = lines * 16 / 9;
      return portrait ? new VideoFormat(lines, wide) : new VideoFormat(wide, lines);
    }

    /**
     * The resolution of a size.
     *
     * @param format a size
     * @return the resolution; empty when Veo does not make this size
     */
    public static Optional<Resolution> of(VideoFormat format) {
      for (var value : values()) {
        if (value.format(false).equals(format) || value.format(true).equals(format)) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }
  }

  private final VeoModelBuilder from;

  VeoModel(VeoModelBuilder from) {
    this.from = new VeoModelBuilder(from);
  }

  /**
   * A model of the Gemini API that can do what Veo 3.1 can.
   *
   * @param id its id
   * @return a builder
   * @throws IllegalArgumentException if it is no id
   */
  public static VeoModelBuilder builder(String id) {
    return VeoModelBuilder.gemini(id);
  }

  /**
   * A model of the platform that can do what Veo 3.1 can there.
   *
   * @param id its id
   * @return a builder
   * @throws IllegalArgumentException if it is no id
   */
  public static VeoModelBuilder platformBuilder(String id) {
    return VeoModelBuilder.platform(id);
  }

  /**
   * A model that can do what another does, to say what is different.
   *
   * @param id its id
   * @param like the other model
   * @return a builder
   * @throws IllegalArgumentException if it is no id
   */
  public static VeoModelBuilder builder(String id, VeoModel like) {
    return new VeoModelBuilder(id, like.from);
  }

  /**
   * Its id.
   *
   * @return such as {@code veo-3.1-generate-preview}
   */
  public String id() {
    return from.id;
  }

  /**
   * Whether it is one of the platform and not of the Gemini API.
   *
   * @return true for the platform
   */
  public boolean isPlatform() {
    return from.platform;
  }

  /**
   * Whether it can do something.
   *
   * @param feature what
   * @return true if so
   */
  public boolean has(Feature feature) {
    return from.features.contains(feature);
  }

  /**
   * What it can do besides making a clip.
   *
   * @return its features
   */
  public Set<Feature> features() {
    return from.features;
  }

  /**
   * Which resolutions it makes.
   *
   * @return at least one
   */
  public Set<Resolution> resolutions() {
    return Collections.unmodifiableSet(from.resolutions);
  }

  /**
   * Whether it makes a resolution.
   *
   * @param resolution a resolution
   * @return true if so
   */
  public boolean makes(Resolution resolution) {
    return from.resolutions.contains(resolution);
  }

  /**
   * Lengths of a new clip.
   *
   * @return the preferred one first, at least one
   */
  public List<Duration> lengths() {
    return from.lengths;
  }

  /**
   * Lengths of a new clip with reference pictures.
   *
   * @return some of {@link #lengths}
   */
  public List<Duration> lengthsWithReferences() {
    return from.lengthsWithReferences;
  }

  /**
   * Lengths of a new clip of more than 720 lines.
   *
   * @return some of {@link #lengths}
   */
  public List<Duration> lengthsAbove720p() {
    return from.lengthsAbove720p;
  }

  /**
   * How many reference pictures a new clip takes.
   *
   * @return 0 for none
   */
  public int references() {
    return from.references;
  }

  /**
   * Whether it goes on from videos that it made.
   *
   * @return true if so
   */
  public boolean isExtending() {
    return from.extensions > 0;
  }

  /**
   * What an extension adds.
   *
   * @return its length; zero when it extends nothing
   */
  public Duration extension() {
    return from.extension;
  }

  /**
   * How often a video can be extended.
   *
   * @return 0 for never
   */
  public int extensions() {
    return from.extensions;
  }

  /**
   * The longest video that can be extended.
   *
   * @return its length; zero when it extends nothing
   */
  public Duration longestSource() {
    return from.longestSource;
  }

  /**
   * Which videos can be extended.
   *
   * @return their resolutions
   */
  public Set<Resolution> extended() {
    return Collections.unmodifiableSet(from.extended);
  }

  /**
   * How long Google keeps a video that can be extended.
   *
   * @return zero when that is not known, as in a bucket of yours
   */
  public Duration retention() {
    return from.retention;
  }

  /**
   * How many tokens of a prompt it reads.
   *
   * @return 1 or more
   */
  public int promptTokens() {
    return from.promptTokens;
  }

  @Override
  public String toString() {
    return "VeoModel[" + id() + "]";
  }
}
