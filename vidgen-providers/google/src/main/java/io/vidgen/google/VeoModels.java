package io.vidgen.google;

import io.vidgen.google.VeoModel.Feature;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Veo models that are known, by id. Immutable. Read 2026-09-19 at ai.google.dev/gemini-api/docs
 * (veo, pricing) and
 * docs.cloud.google.com/gemini-enterprise-agent-platform/models/veo/3-1-generate.
 */
public final class VeoModels {
  /** What is used on the Gemini API unless said otherwise. */
  public static final String DEFAULT = "veo-3.1-generate-preview";

  /** What is used on the platform unless said otherwise. */
  public static final String PLATFORM_DEFAULT = "veo-3.1-generate-001";

  /** Where the prices were read. */
  public static final String SOURCE = "ai.google.dev/gemini-api/docs/pricing";

  private static final LocalDate READ = LocalDate.of(2026, 9, 19);

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
            gemini("veo-3.1-generate-preview", false, "0.40", "0.40", "0.60"),
            gemini("veo-3.1-fast-generate-preview", false, "0.10", "0.12", "0.30"),
            gemini("veo-3.1-lite-generate-preview", true, "0.05", "0.08"),
            platform(
                "veo-3.1-generate-001",
                false,
                prices("0.40", "0.40", "0.60"),
                prices("0.20", "0.20", "0.40")),
            platform(
                "veo-3.1-fast-generate-001",
                false,
                prices("0.10", "0.12", "0.30"),
                prices("0.08", "0.10", "0.25")),
            platform(
                "veo-3.1-lite-generate-001",
                true,
                prices("0.05", "0.08"),
                prices("0.03", "0.05"))));
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

  private static VeoModel gemini(String id, boolean lite, String... usd) {
    var model = VeoModel.builder(id).asOf(READ).perSecond(prices(usd));
    if (lite) {
      model.features(Feature.LAST_FRAME).references(0).notExtending();
    }
    return model.build();
  }

  private static VeoModel platform(
      String id, boolean lite, Map<Resolution, Money> sound, Map<Resolution, Money> silent) {
    var model = VeoModel.platformBuilder(id).asOf(READ).perSecond(sound).perSecondSilent(silent);
    return (lite ? model.references(0) : model).build();
  }

  /** Prices from 720p on upwards. */
  private static Map<Resolution, Money> prices(String... usd) {
    var prices = new EnumMap<Resolution, Money>(Resolution.class);
    var amounts = List.of(usd).iterator();
    for (var resolution : Resolution.values()) {
      if (amounts.hasNext()) {
        prices.put(resolution, Money.usd(amounts.next()));
      }
    }
    return prices;
  }
}
