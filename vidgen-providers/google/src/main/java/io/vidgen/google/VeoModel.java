package io.vidgen.google;

import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one Veo model can do and what it charges. Google changes both: see {@link VeoModels} and
 * {@link VeoOptionsBuilder#models}.
 *
 * @param id the model's id
 * @param platform whether it is one of the platform and not of the Gemini API
 * @param asOf the day this was read
 * @param features what it can do besides making a clip from a text or a first frame
 * @param perSecond price of a second with sound, by resolution; what is not in here it cannot make
 * @param perSecondSilent price of a second without sound, by resolution; empty when it always makes
 *     sound
 */
public record VeoModel(
    String id,
    boolean platform,
    LocalDate asOf,
    Set<Feature> features,
    Map<Resolution, Money> perSecond,
    Map<Resolution, Money> perSecondSilent) {

  /** What not every model can do. */
  public enum Feature {
    /** Takes up to three reference pictures. */
    REFERENCES,
    /** Goes on from a video that it made. */
    EXTENSION,
    /** Takes a last frame together with a first one. */
    LAST_FRAME,
    /** Takes a negative prompt. */
    NEGATIVE_PROMPT,
    /** Takes a seed. */
    SEED
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

  /** Copies the collections. */
  public VeoModel {
    features = Set.copyOf(features);
    perSecond = Map.copyOf(perSecond);
    perSecondSilent = Map.copyOf(perSecondSilent);
  }

  /**
   * Whether it can do something.
   *
   * @param feature what
   * @return true if so
   */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }
}
