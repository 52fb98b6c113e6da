package io.vidgen.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Gemini models that draw and are known, by id. Any other id works too, at an unknown price.
 * Immutable. Read 2026-10-18 at ai.google.dev/gemini-api/docs.
 */
public final class NanoBananaModels {
  /** What is used unless said otherwise. */
  public static final String DEFAULT = "gemini-nano-banana-2.1";

  private static final Set<Integer> ALL_SIZES = Set.of(1, 2, 4);

  private final List<NanoBananaModel> all;

  private NanoBananaModels(List<NanoBananaModel> all) {
    this.all = List.copyOf(all);
  }

  /**
   * What is known by itself.
   *
   * @return the built-in table
   */
  public static NanoBananaModels builtIn() {
    return new NanoBananaModels(
        List.of(
            new NanoBananaModel(DEFAULT, ALL_SIZES, 14, true),
            new NanoBananaModel("gemini-3-pro-image", ALL_SIZES, 14, false),
            // Announced to end on the Gemini API on 2026-10-29; the platform keeps it.
            new NanoBananaModel("gemini-3.1-flash-image", ALL_SIZES, 14, true),
            new NanoBananaModel("gemini-3.1-flash-lite-image", Set.of(1), 14, false),
            new NanoBananaModel("gemini-2.5-flash-image", Set.of(1), 3, false)));
  }

  /**
   * The same table with one model more, or in place of the one with the same id.
   *
   * @param model what it can do
   * @return a new table
   */
  public NanoBananaModels with(NanoBananaModel model) {
    var more = new ArrayList<>(all);
    more.removeIf(known -> known.id().equals(model.id()));
    more.add(model);
    return new NanoBananaModels(more);
  }

  /**
   * A model.
   *
   * @param id its id
   * @return what is known of it
   */
  public Optional<NanoBananaModel> find(String id) {
    return all.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /**
   * All models.
   *
   * @return the models, in the order in which they were added
   */
  public List<NanoBananaModel> all() {
    return all;
  }

  /** Ids to name when the service no longer knows the one that was chosen. */
  static String current() {
    return DEFAULT + ", gemini-3-pro-image or gemini-3.1-flash-lite-image";
  }
}
