package io.vidgen.internal.discovery;

import io.vidgen.spi.ProviderKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the builder was told about providers, kind by kind; not safe for use by several threads. */
public final class Choices {
  private final Map<ProviderKind, Choice<?>> choices = new EnumMap<>(ProviderKind.class);

  /**
   * Uses providers.
   *
   * @param kind their kind
   * @param providers the preferred one first; of the type that {@link #of} is asked for
   */
  public void use(ProviderKind kind, List<?> providers) {
    choices.put(kind, new Choice<>(List.copyOf(providers), List.of()));
  }

  /**
   * Uses providers by id.
   *
   * @param kind their kind
   * @param ids the preferred one first
   */
  public void name(ProviderKind kind, String... ids) {
    choices.put(kind, new Choice<>(List.of(), List.of(ids)));
  }

  /**
   * What was said about a kind.
   *
   * @param kind the kind
   * @param <P> its type
   * @return the choice, empty when nothing was said
   */
  @SuppressWarnings("unchecked") // the builder's methods put in only what the kind stands for
  <P> Choice<P> of(ProviderKind kind) {
    return (Choice<P>) choices.getOrDefault(kind, Choice.none());
  }

  /**
   * Whether providers of a kind were given, and not named or left to be found.
   *
   * @param kind the kind
   * @return true if so
   */
  public boolean gives(ProviderKind kind) {
    return !of(kind).instances().isEmpty();
  }

  /**
   * Whether a kind was chosen by id, so that a missing one is an error already.
   *
   * @param kind the kind
   * @return true if so
   */
  public boolean names(ProviderKind kind) {
    return !of(kind).ids().isEmpty();
  }
}
