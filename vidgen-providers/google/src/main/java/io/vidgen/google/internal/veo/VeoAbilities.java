package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoModel;
import io.vidgen.google.VeoModel.Feature;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoOptions;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.ClipLimits;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What Veo can do, as planning asks it. */
public final class VeoAbilities {
  /** Lengths of a new clip. */
  static final List<Duration> LENGTHS =
      List.of(Duration.ofSeconds(8), Duration.ofSeconds(6), Duration.ofSeconds(4));

  /** What an extension adds. */
  static final Duration EXTENSION = Duration.ofSeconds(7);

  /** How often a video can be extended on the Gemini API. */
  static final int MOST_EXTENSIONS = 20;

  /** The longest video that can be extended on the Gemini API. */
  static final Duration LONGEST_SOURCE = Duration.ofSeconds(141);

  /** How many reference pictures a clip takes. */
  static final int REFERENCES = 3;

  /** How long the Gemini API keeps a video. */
  static final Duration RETENTION = Duration.ofDays(2);

  /** How many tokens a prompt may have. */
  static final int TOKENS = 1024;

  /** As many tokens of about four characters each. */
  static final int PROMPT = 4 * TOKENS;

  private static final Set<UnicodeScript> TOKEN_EACH =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  private final VeoOptions options;

  /** For some options. */
  public VeoAbilities(VeoOptions options) {
    this.options = options;
  }

  /** What it can do. */
  public Capabilities capabilities() {
    var builder =
        Capabilities.builder()
            .addFeatures(Capabilities.Feature.NATIVE_AUDIO)
            .maxTextLength(options.isUnchecked() ? 0 : PROMPT);
    var model = options.models().find(options.model());
    if (model.isEmpty() || options.isUnchecked()) {
      return builder.addFeatures(Capabilities.Feature.REFERENCES).formats(formats()).build();
    }
    if (model.get().has(Feature.REFERENCES)) {
      builder.addFeatures(Capabilities.Feature.REFERENCES);
    }
    return builder
        .durations(Duration.ofSeconds(4), Duration.ofSeconds(8))
        .formats(formats(model.get()))
        .build();
  }

  /**
   * What clips it can make. A video of the platform comes inline, so there is no name to extend.
   */
  public ClipLimits limits() {
    var model = options.models().find(options.model());
    boolean isExtended =
        !options.google().isPlatform() && model.map(m -> m.has(Feature.EXTENSION)).orElse(true);
    return new ClipLimits(
        LENGTHS,
        isExtended ? EXTENSION : Duration.ZERO,
        isExtended ? MOST_EXTENSIONS : 0,
        isExtended ? LONGEST_SOURCE.plus(EXTENSION) : Duration.ZERO,
        model.map(m -> m.has(Feature.REFERENCES)).orElse(true) ? REFERENCES : 0,
        false,
        true,
        model.map(m -> m.has(Feature.LAST_FRAME)).orElse(true),
        isExtended ? RETENTION : Duration.ZERO);
  }

  /** How long a clip usually takes; Google says 11 s to 6 min. */
  public Duration expectedTime() {
    var id = options.model();
    if (id.contains("-lite-")) {
      return Duration.ofSeconds(30);
    }
    return Duration.ofSeconds(id.contains("-fast-") ? 50 : 90);
  }

  /** What to say of a model that Google does not know. */
  public String otherModels() {
    var known =
        options.models().all().stream()
            .filter(model -> model.platform() == options.google().isPlatform())
            .map(VeoModel::id)
            .filter(id -> !id.equals(options.model()))
            .collect(Collectors.joining(", "));
    return "is it retired? Set vidgen.veo.model to a current one, such as " + known;
  }

  /** About four characters each; of Chinese, Japanese and Korean every one is a token. */
  static int tokens(String text) {
    int quarters = text.codePoints().map(VeoAbilities::quarters).sum();
    return (quarters + 3) / 4;
  }

  private static int quarters(int point) {
    return TOKEN_EACH.contains(UnicodeScript.of(point)) ? 4 : Character.charCount(point);
  }

  private static List<VideoFormat> formats() {
    var all = new ArrayList<VideoFormat>();
    for (var resolution : Resolution.values()) {
      all.add(resolution.format(false));
      all.add(resolution.format(true));
    }
    return all;
  }

  private static List<VideoFormat> formats(VeoModel model) {
    return formats().stream()
        .filter(
            format ->
                Resolution.of(format).filter(r -> model.perSecond().containsKey(r)).isPresent())
        .toList();
  }
}
