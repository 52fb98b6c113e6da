package io.vidgen.internal.discovery;

import java.util.List;

/**
 * What the builder was told about one kind of provider.
 *
 * @param instances providers to use, in this order; they win over everything
 * @param ids ids of providers to use, in this order; empty to choose automatically
 * @param <P> the kind of provider
 */
public record Choice<P>(List<P> instances, List<String> ids) {

  /** Copies the lists. */
  public Choice {
    instances = List.copyOf(instances);
    ids = List.copyOf(ids);
  }

  /**
   * Nothing was said.
   *
   * @param <P> the kind of provider
   * @return the empty choice
   */
  public static <P> Choice<P> none() {
    return new Choice<>(List.of(), List.of());
  }
}
