package io.vidgen.google.internal.veo;

import io.vidgen.google.VeoOptions;
import java.util.Optional;

/**
 * Where Veo is offered on the platform
 * (docs.cloud.google.com/gemini-enterprise-agent-platform/models/veo/3-1-generate, read 2026-09).
 */
public final class VeoPlace {
  /**
   * The setting that wins over {@code GOOGLE_CLOUD_LOCATION}, which other models need elsewhere.
   */
  public static final String SETTING = "vidgen.veo.location";

  private static final String DOCUMENTED = "us-central1";

  private VeoPlace() {}

  /** What to say of a model that Google does not know. */
  public static String remedy(VeoOptions options) {
    var others = new VeoAbilities(options).otherModels();
    return elsewhere(options)
        .map(here -> advice() + ": Veo is not documented to be in " + here + "; or: " + others)
        .orElse(others);
  }

  /** Only a warning: Google may offer it in more locations by now. */
  static void check(VeoOptions options, Found found) {
    elsewhere(options)
        .ifPresent(
            here ->
                found.warning(
                    SETTING,
                    "Veo is documented for " + DOCUMENTED + " only, not for " + here,
                    advice()));
  }

  private static Optional<String> elsewhere(VeoOptions options) {
    return options.google().location().filter(here -> !here.equals(DOCUMENTED));
  }

  private static String advice() {
    return "set " + SETTING + " to " + DOCUMENTED;
  }
}
