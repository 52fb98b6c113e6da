package io.vidgen.internal.discovery;

import static java.util.Objects.requireNonNull;

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
   * @throws IllegalArgumentException if there is none
   */
  public void use(ProviderKind kind, Object... providers) {
    choices.put(kind, new Choice<>(some(kind, providers), List.of()));
  }

  /**
   * Uses providers by id.
   *
   * @param kind their kind
   * @param ids the preferred one first
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public void name(ProviderKind kind, String... ids) {
    var named = some(kind, ids);
    if (named.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "an id of a " + kind.propertyName() + " provider must not be blank: " + named);
    }
    choices.put(kind, new Choice<>(List.of(), named));
  }

  /** None would mean whoever is found, which nobody who calls this has in mind. */
  private static <T> List<T> some(ProviderKind kind, T[] chosen) {
    var what = kind.propertyName() + " provider";
    for (var one : requireNonNull(chosen, what)) {
      requireNonNull(one, what);
    }
    if (chosen.length == 0) {
      throw new IllegalArgumentException(
          "name one " + what + " at least, or leave it out for whoever is found");
    }
    return List.of(chosen);
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
