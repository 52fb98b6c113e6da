package io.vidgen.spi;

import io.vidgen.model.VideoFormat;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider can do. An empty set means "any" for languages and formats and "none" for
 * features.
 *
 * @param languages languages it speaks or hears, without region unless that matters
 * @param features what else it can do, such as {@code word-timings} or {@code references}; names
 *     are constants of {@link Feature}
 * @param maxTextLength characters of text in one request; 0 for no limit
 * @param minDuration shortest clip, null for no limit
 * @param maxDuration longest clip, null for no limit
 * @param formats sizes it makes
 * @param quality how good its work is compared with others of its kind, 0 to 100, where 100 is the
 *     best that money buys today; 0 when nobody has judged it. A rough figure, for routers only
 */
public record Capabilities(
    Set<Locale> languages,
    Set<String> features,
    int maxTextLength,
    @Nullable Duration minDuration,
    @Nullable Duration maxDuration,
    List<VideoFormat> formats,
    int quality) {

  /** Can do anything: no limit is known. */
  public static final Capabilities ANY = builder().build();

  /** Names of features. */
  public static final class Feature {
    /** Works with this machine's own processors, so that it is not run too often at once. */
    public static final String LOCAL = "local";

    /** A voice that reports the times of its words. */
    public static final String WORD_TIMINGS = "word-timings";

    /** Takes reference pictures. */
    public static final String REFERENCES = "references";

    /** Makes sound together with the picture. */
    public static final String NATIVE_AUDIO = "native-audio";

    /** An avatar that speaks a text with a voice of its own. */
    public static final String SPEAKS_TEXT = "speaks-text";

    /** An avatar that speaks a recording. */
    public static final String SPEAKS_RECORDING = "speaks-recording";

    /** An avatar that animates a picture of a face. */
    public static final String FACE_PICTURE = "face-picture";

    /** An avatar with presenters of its own, known by name. */
    public static final String PRESENTERS = "presenters";

    /**
     * A transcription that only finds the times of a text that is known, and needs it: forced
     * alignment.
     */
    public static final String KNOWN_TEXT = "known-text";

    private Feature() {}
  }

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if the quality is not 0 to 100
   */
  public Capabilities {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality must be 0 to 100, not " + quality);
    }
    languages = Set.copyOf(languages);
    features = Set.copyOf(features);
    formats = List.copyOf(formats);
  }

  /**
   * Capabilities that nobody has judged.
   *
   * @param languages languages it speaks or hears
   * @param features what else it can do
   * @param maxTextLength characters of text in one request; 0 for no limit
   * @param minDuration shortest clip, null for no limit
   * @param maxDuration longest clip, null for no limit
   * @param formats sizes it makes
   */
  public Capabilities(
      Set<Locale> languages,
      Set<String> features,
      int maxTextLength,
      @Nullable Duration minDuration,
      @Nullable Duration maxDuration,
      List<VideoFormat> formats) {
    this(languages, features, maxTextLength, minDuration, maxDuration, formats, 0);
  }

  /**
   * Starts with no limit and no feature.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Whether it knows a language; a region that it does not name is ignored.
   *
   * @param language a language
   * @return true if so
   */
  public boolean speaks(Locale language) {
    return includes(languages, language);
  }

  /** Whether some languages, or any if there are none, include another. */
  static boolean includes(Set<Locale> languages, Locale language) {
    return languages.isEmpty()
        || languages.contains(language)
        || languages.stream()
            .anyMatch(
                known ->
                    known.getCountry().isEmpty()
                        && known.getLanguage().equals(language.getLanguage()));
  }

  /**
   * Whether it has a feature.
   *
   * @param feature a name of {@link Feature}, or the provider's own
   * @return true if so
   */
  public boolean has(String feature) {
    return features.contains(feature);
  }

  /** Builds capabilities. */
  public static final class Builder {
    private final Set<Locale> languages = new LinkedHashSet<>();
    private final Set<String> features = new LinkedHashSet<>();
    private int maxTextLength;
    private @Nullable Duration minDuration;
    private @Nullable Duration maxDuration;
    private List<VideoFormat> formats = List.of();
    private int quality;

    private Builder() {}

    /**
     * Adds languages.
     *
     * @param tags BCP 47 tags, such as {@code en} or {@code pt-BR}
     * @return this
     */
    public Builder addLanguages(String... tags) {
      for (var tag : tags) {
        languages.add(Locale.forLanguageTag(tag));
      }
      return this;
    }

    /**
     * Adds features.
     *
     * @param names names of {@link Feature}, or the provider's own
     * @return this
     */
    public Builder addFeatures(String... names) {
      features.addAll(List.of(names));
      return this;
    }

    /**
     * Limits the text of one request.
     *
     * @param characters 1 or more; 0 for no limit
     * @return this
     */
    public Builder maxTextLength(int characters) {
      this.maxTextLength = characters;
      return this;
    }

    /**
     * Limits the length of a clip.
     *
     * @param shortest the least
     * @param longest the most
     * @return this
     */
    public Builder durations(Duration shortest, Duration longest) {
      this.minDuration = shortest;
      this.maxDuration = longest;
      return this;
    }

    /**
     * Limits the sizes.
     *
     * @param sizes the only ones it makes
     * @return this
     */
    public Builder formats(List<VideoFormat> sizes) {
      this.formats = sizes;
      return this;
    }

    /**
     * Says how good its work is, so that routers can prefer the best.
     *
     * @param points 1 to 100, compared with others of its kind; 0 when nobody has judged it
     * @return this
     */
    public Builder quality(int points) {
      this.quality = points;
      return this;
    }

    /**
     * Finishes.
     *
     * @return the capabilities
     */
    public Capabilities build() {
      return new Capabilities(
          languages, features, maxTextLength, minDuration, maxDuration, formats, quality);
    }
  }
}
