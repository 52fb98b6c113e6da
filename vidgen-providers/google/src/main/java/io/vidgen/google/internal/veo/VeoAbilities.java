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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What Veo can do, as planning asks it. */
public final class VeoAbilities {
  /** How many letters a token has, about. */
  static final int LETTERS = 4;

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

  /** The model, or what one that is not in the table is taken for. */
  VeoModel model() {
    return options.models().find(options.model()).orElseGet(this::assumed);
  }

  /** Whether the model is in the table. */
  boolean isKnown() {
    return options.models().find(options.model()).isPresent();
  }

  /** Whether videos can be gone on from: the platform keeps none that it puts into no bucket. */
  boolean isExtending() {
    return model().isExtending()
        && (!options.google().isPlatform() || options.storage().isPresent());
  }

  /** Google names its grades in the model's id: lite is the lowest, fast is between. */
  private static int quality(String model) {
    return model.contains("lite") ? 75 : model.contains("fast") ? 85 : 95;
  }

  /** What it can do. */
  public Capabilities capabilities() {
    var model = model();
    var builder =
        Capabilities.builder()
            .addFeatures(Capabilities.Feature.NATIVE_AUDIO)
            .quality(quality(options.model()));
    if (model.references() > 0) {
      builder.addFeatures(Capabilities.Feature.REFERENCES);
    }
    if (options.isUnchecked() || !isKnown()) {
      return builder
          .maxTextLength(options.isUnchecked() ? 0 : LETTERS * model.promptTokens())
          .formats(formats())
          .build();
    }
    // Other languages are spoken too, but Google has looked at no other one.
    return builder
        .addLanguages("en")
        .maxTextLength(LETTERS * model.promptTokens())
        .durations(Collections.min(model.lengths()), Collections.max(model.lengths()))
        .formats(formats(model))
        .build();
  }

  /** What clips it can make. */
  public ClipLimits limits() {
    var model = model();
    boolean isExtending = isExtending();
    return new ClipLimits(
        model.lengths(),
        isExtending ? model.extension() : Duration.ZERO,
        isExtending ? model.extensions() : 0,
        isExtending ? model.longestSource().plus(model.extension()) : Duration.ZERO,
        model.references(),
        false,
        true,
        model.has(Feature.LAST_FRAME),
        isExtending ? model.retention() : Duration.ZERO);
  }

  /** What is missing where the model could extend videos. */
  public String extensionRemedy() {
    return isExtending() || !model().isExtending()
        ? ""
        : "on Google's platform only videos in a bucket can be extended: set"
            + " vidgen.veo.storage=gs://bucket/folder, or use the Gemini API with a key";
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
            .filter(model -> model.isPlatform() == options.google().isPlatform())
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

  private VeoModel assumed() {
    var id = options.model();
    return (options.google().isPlatform() ? VeoModel.platformBuilder(id) : VeoModel.builder(id))
        .features(Feature.values())
        .build();
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
        .filter(format -> Resolution.of(format).filter(model::makes).isPresent())
        .toList();
  }
}
