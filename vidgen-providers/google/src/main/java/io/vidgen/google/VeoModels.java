package io.vidgen.google;

import io.vidgen.google.VeoModel.Feature;
import io.vidgen.google.VeoModel.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Veo models that are known, by id. Immutable. Read 2026-09-19 at
 * ai.google.dev/gemini-api/docs/veo and
 * docs.cloud.google.com/gemini-enterprise-agent-platform/models/veo/3-1-generate.
 */
public final class VeoModels {
  /** What is used on the Gemini API unless said otherwise. */
  public static final String DEFAULT = "veo-3.1-generate-preview";

  /** What is used on the platform unless said otherwise. */
  public static final String PLATFORM_DEFAULT = "veo-3.1-generate-001";

  private final List<VeoModel> all;

  private VeoModels(List<VeoModel> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Veo 3.1, its Fast and its Lite form, on the Gemini API and on the platform.
   *
   * @return the built-in table
   */
  public static VeoModels builtIn() {
    return new VeoModels(
        List.of(
            VeoModel.builder("veo-3.1-generate-preview").build(),
            VeoModel.builder("veo-3.1-fast-generate-preview").build(),
            VeoModel.builder("veo-3.1-lite-generate-preview")
                .resolutions(Resolution.P720, Resolution.P1080)
                .features(Feature.LAST_FRAME)
                .references(0)
                .notExtending()
                .build(),
            VeoModel.platformBuilder("veo-3.1-generate-001").build(),
            VeoModel.platformBuilder("veo-3.1-fast-generate-001").build(),
            VeoModel.platformBuilder("veo-3.1-lite-generate-001")
                .resolutions(Resolution.P720, Resolution.P1080)
                .references(0)
                .build()));
  }

  /**
   * The same table with one model more, or in place of the one with the same id.
   *
   * @param model what it can do
   * @return a new table
   */
  public VeoModels with(VeoModel model) {
    var more = new ArrayList<>(all);
    more.removeIf(known -> known.id().equals(model.id()));
    more.add(model);
    return new VeoModels(more);
  }

  /**
   * A model.
   *
   * @param id its id
   * @return what is known of it
   */
  public Optional<VeoModel> find(String id) {
    return all.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /**
   * All models.
   *
   * @return the models, in the order in which they were added
   */
  public List<VeoModel> all() {
    return all;
  }
}
