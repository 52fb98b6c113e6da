package io.vidgen.job;

import static java.util.Objects.requireNonNull;

/**
 * A cheaper way to make a scene, taken when a plan costs more than a budget allows: one rung of the
 * order that {@link Overrun#stepDown(StepDown...)} is given.
 */
public sealed interface StepDown {

  /**
   * Its clips are made by a cheaper model of the same provider, one of its {@link
   * io.vidgen.spi.VideoProvider#tiers()}.
   *
   * @param id id of the model, such as {@code veo-3.1-fast-generate-preview}; not blank
   */
  record Model(String id) implements StepDown {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Model {
      StepDown.requireId("model", id);
    }

    @Override
    public String toString() {
      return "model " + id;
    }
  }

  /**
   * It is made by another provider: its clips by a video provider of this id, or the picture that
   * it is narrated over by an image provider of this id.
   *
   * @param id id of the provider; not blank
   */
  record Elsewhere(String id) implements StepDown {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Elsewhere {
      StepDown.requireId("provider", id);
    }

    @Override
    public String toString() {
      return "provider " + id;
    }
  }

  /** It is no clip any more, but a still picture with motion, over which our own voice speaks. */
  record Still() implements StepDown {
    @Override
    public String toString() {
      return "a still picture";
    }
  }

  private static void requireId(String what, String id) {
    if (requireNonNull(id, what).isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank: name one by its id");
    }
  }

  /**
   * A cheaper model of the same provider.
   *
   * @param id id of the model, such as {@code veo-3.1-fast-generate-preview}; not blank
   * @return a rung
   * @throws IllegalArgumentException if the id is blank
   */
  static StepDown model(String id) {
    return new Model(id);
  }

  /**
   * Another provider, of clips or of pictures.
   *
   * @param id id of the provider; not blank
   * @return a rung
   * @throws IllegalArgumentException if the id is blank
   */
  static StepDown provider(String id) {
    return new Elsewhere(id);
  }

  /**
   * A still picture with motion, made as {@link Shoot#NARRATED} is.
   *
   * @return a rung
   */
  static StepDown still() {
    return new Still();
  }
}
