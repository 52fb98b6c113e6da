package io.vidgen.google;

import io.vidgen.google.VeoModel.Feature;
import io.vidgen.google.VeoModel.Resolution;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Builds {@link VeoModel}. */
public final class VeoModelBuilder {
  private static final Duration EIGHT = Duration.ofSeconds(8);

  private static final Duration LONGEST = Duration.ofMinutes(10);

  final String id;
  final boolean platform;
  Set<Feature> features;
  Set<Resolution> resolutions = EnumSet.allOf(Resolution.class);
  List<Duration> lengths = List.of(EIGHT, Duration.ofSeconds(6), Duration.ofSeconds(4));
  List<Duration> lengthsWithReferences = List.of(EIGHT);
  List<Duration> lengthsAbove720p;
  int references = 3;
  Duration extension = Duration.ofSeconds(7);
  int extensions;
  Duration longestSource;
  Set<Resolution> extended;
  Duration retention;
  int promptTokens = 1024;

  private VeoModelBuilder(String id, boolean platform) {
    this.id = ModelIds.checked(id);
    this.platform = platform;
    if (platform) {
      features = EnumSet.allOf(Feature.class);
      lengthsAbove720p = lengths;
      // 8 s and 4 times 7: the result has 37 s at most.
      extensions = 4;
      longestSource = Duration.ofSeconds(30);
      extended = EnumSet.allOf(Resolution.class);
      retention = Duration.ZERO;
    } else {
      features = EnumSet.of(Feature.LAST_FRAME, Feature.NEGATIVE_PROMPT);
      lengthsAbove720p = List.of(EIGHT);
      extensions = 20;
      longestSource = Duration.ofSeconds(141);
      extended = EnumSet.of(Resolution.P720);
      retention = Duration.ofDays(2);
    }
  }

  VeoModelBuilder(VeoModelBuilder other) {
    this(other.id, other);
  }

  VeoModelBuilder(String id, VeoModelBuilder other) {
    this.id = ModelIds.checked(id);
    platform = other.platform;
    features = other.features;
    resolutions = other.resolutions;
    lengths = other.lengths;
    lengthsWithReferences = other.lengthsWithReferences;
    lengthsAbove720p = other.lengthsAbove720p;
    references = other.references;
    extension = other.extension;
    extensions = other.extensions;
    longestSource = other.longestSource;
    extended = other.extended;
    retention = other.retention;
    promptTokens = other.promptTokens;
  }

  static VeoModelBuilder gemini(String id) {
    return new VeoModelBuilder(id, false);
  }

  static VeoModelBuilder platform(String id) {
    return new VeoModelBuilder(id, true);
  }

  /**
   * What it can do besides making a clip. Replaces what was said before.
   *
   * @param all by default last frames and negative prompts, on the platform everything
   * @return this
   */
  public VeoModelBuilder features(Feature... all) {
    this.features = Set.of(all);
    return this;
  }

  /**
   * Which resolutions it makes.
   *
   * @param all at least one; all by default
   * @return this
   * @throws IllegalArgumentException if there is none
   */
  public VeoModelBuilder resolutions(Resolution... all) {
    if (all.length == 0) {
      throw new IllegalArgumentException("there must be a resolution");
    }
    this.resolutions = Set.of(all);
    return this;
  }

  /**
   * Lengths of a new clip, with reference pictures and above 720 lines too unless that is said
   * afterwards.
   *
   * @param all the preferred one first; 8, 6 and 4 s by default
   * @return this
   * @throws IllegalArgumentException if there is none, or one is no whole seconds from 1 to 600
   */
  public VeoModelBuilder lengths(Duration... all) {
    this.lengths = checked(all);
    this.lengthsWithReferences = lengths;
    this.lengthsAbove720p = lengths;
    return this;
  }

  /**
   * Lengths of a new clip with reference pictures.
   *
   * @param all 8 s by default
   * @return this
   * @throws IllegalArgumentException if there is none, or one is no whole seconds from 1 to 600
   */
  public VeoModelBuilder lengthsWithReferences(Duration... all) {
    this.lengthsWithReferences = checked(all);
    return this;
  }

  /**
   * Lengths of a new clip of more than 720 lines.
   *
   * @param all 8 s by default, on the platform those of all clips
   * @return this
   * @throws IllegalArgumentException if there is none, or one is no whole seconds from 1 to 600
   */
  public VeoModelBuilder lengthsAbove720p(Duration... all) {
    this.lengthsAbove720p = checked(all);
    return this;
  }

  /**
   * How many reference pictures a new clip takes.
   *
   * @param most 0 to 100, 3 by default
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public VeoModelBuilder references(int most) {
    this.references = inRange("references", most);
    return this;
  }

  /**
   * How it goes on from videos that it made.
   *
   * @param added what an extension adds, 7 s by default
   * @param times how often, 1 to 100; 20 by default, 4 on the platform
   * @param longest the longest video that can be extended, 141 s by default, 30 s on the platform
   * @return this
   * @throws IllegalArgumentException if something is out of range
   */
  public VeoModelBuilder extension(Duration added, int times, Duration longest) {
    if (times < 1 || longest.isZero() || longest.isNegative()) {
      throw new IllegalArgumentException("use notExtending() for a model that extends nothing");
    }
    this.extension = checked(added).get(0);
    this.extensions = inRange("extensions", times);
    this.longestSource = longest;
    return this;
  }

  /**
   * It extends nothing.
   *
   * @return this
   */
  public VeoModelBuilder notExtending() {
    this.extension = Duration.ZERO;
    this.extensions = 0;
    this.longestSource = Duration.ZERO;
    return this;
  }

  /**
   * Which videos can be extended.
   *
   * @param all 720 lines by default, on the platform all
   * @return this
   */
  public VeoModelBuilder extended(Resolution... all) {
    this.extended = Set.of(all);
    return this;
  }

  /**
   * How long Google keeps a video that can be extended.
   *
   * @param time 48 h by default, on the platform zero: a bucket keeps it
   * @return this
   */
  public VeoModelBuilder retention(Duration time) {
    this.retention = time;
    return this;
  }

  /**
   * How many tokens of a prompt it reads.
   *
   * @param most 1 or more, 1,024 by default
   * @return this
   * @throws IllegalArgumentException if it is less
   */
  public VeoModelBuilder promptTokens(int most) {
    if (most < 1 || most > 1_000_000) {
      throw new IllegalArgumentException("prompt tokens must be 1 to 1,000,000, not " + most);
    }
    this.promptTokens = most;
    return this;
  }

  /**
   * Finishes.
   *
   * @return the model
   */
  public VeoModel build() {
    return new VeoModel(this);
  }

  private static int inRange(String what, int count) {
    if (count < 0 || count > 100) {
      throw new IllegalArgumentException(what + " must be 0 to 100, not " + count);
    }
    return count;
  }

  private static List<Duration> checked(Duration... all) {
    for (var length : all) {
      if (length.compareTo(Duration.ofSeconds(1)) < 0
          || length.compareTo(LONGEST) > 0
          || !length.equals(Duration.ofSeconds(length.toSeconds()))) {
        throw new IllegalArgumentException(
            "a length must be 1 to 600 whole seconds, not " + length);
      }
    }
    if (all.length == 0) {
      throw new IllegalArgumentException("there must be a length");
    }
    return List.of(all);
  }
}
