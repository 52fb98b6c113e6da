package io.vidgen.internal.discovery;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.internal.discovery.Candidates.Ranked;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.ProviderFactory;
import io.vidgen.spi.ProviderKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Chooses providers of one kind: explicit instance, then explicit id, then the property or variable
 * of the kind, then what is there and available, by rank.
 *
 * @param <P> the kind of provider
 * @param <F> its factory
 */
public final class Selector<P, F extends ProviderFactory<P>> {
  private final ProviderKind kind;
  private final Function<P, String> idOf;
  private final CarefulLoader.Loaded<F> loaded;

  /**
   * A selector.
   *
   * @param kind the kind of provider
   * @param idOf id of a provider
   * @param loader where factories are
   */
  public Selector(ProviderKind kind, Function<P, String> idOf, ServiceLoader<F> loader) {
    this.kind = kind;
    this.idOf = idOf;
    this.loaded = CarefulLoader.load(loader);
  }

  /**
   * Everybody who could be chosen by id.
   *
   * @return their factories
   */
  public List<F> factories() {
    return loaded.services();
  }

  /**
   * Whether somebody is there who could not be loaded, and of whom nothing is known.
   *
   * @return true if so
   */
  public boolean hasBroken() {
    return !loaded.broken().isEmpty();
  }

  /**
   * Ids of the providers that were given, and not made here.
   *
   * @param choices what the builder was told
   * @return the ids; empty when they are to be made
   */
  public List<String> given(Choices choices) {
    Choice<P> choice = choices.of(kind);
    return choice.instances().stream().map(idOf).toList();
  }

  /**
   * Chooses.
   *
   * @param choices what the builder was told
   * @param config settings
   * @param problems takes what is wrong with the choice
   * @return who may be used; possibly nobody
   */
  public Candidates<P> select(Choices choices, ProviderConfig config, Consumer<Problem> problems) {
    Choice<P> choice = choices.of(kind);
    if (!choice.instances().isEmpty()) {
      var ranked = choice.instances().stream().map(p -> new Ranked<>(idOf.apply(p), 0, p)).toList();
      return new Candidates<>(kind.propertyName(), ranked, List.of(), true);
    }
    var setting = "vidgen." + kind.propertyName();
    var ids =
        choice.ids().isEmpty()
            ? config.value(setting).map(Selector::split).orElse(List.of())
            : choice.ids();
    return ids.isEmpty() ? automatic(config) : named(ids, config, problems);
  }

  private Candidates<P> named(List<String> ids, ProviderConfig config, Consumer<Problem> problems) {
    var providers = new ArrayList<Ranked<P>>();
    for (var id : ids) {
      var factory = loaded.services().stream().filter(f -> f.id().equals(id)).findFirst();
      if (factory.isEmpty()) {
        problems.accept(unknown(id));
        continue;
      }
      var unusable = new ArrayList<String>();
      create(factory.get(), config, unusable).ifPresent(providers::add);
      unusable.forEach(
          why -> problems.accept(Problem.error(kind.propertyName() + " provider", why, "")));
    }
    return new Candidates<>(kind.propertyName(), providers, List.of(), true);
  }

  private Candidates<P> automatic(ProviderConfig config) {
    var providers = new ArrayList<Ranked<P>>();
    var unusable = new ArrayList<String>();
    for (var factory : loaded.services()) {
      if (factory.automatic()) {
        create(factory, config, unusable).ifPresent(providers::add);
      } else {
        unusable.add(factory.id() + " is used only when it is named");
      }
    }
    providers.sort(Comparator.comparingInt((Ranked<P> p) -> p.rank()).reversed());
    unusable.addAll(loaded.broken());
    return new Candidates<>(kind.propertyName(), providers, unusable, false);
  }

  private Optional<Ranked<P>> create(F factory, ProviderConfig config, List<String> unusable) {
    try {
      if (factory.availability(config) instanceof Availability.Missing missing) {
        unusable.add(factory.id() + ": " + missing.what() + " -> " + missing.remedy());
        return Optional.empty();
      }
      return Optional.of(new Ranked<>(factory.id(), factory.rank(), factory.create(config)));
    } catch (VidgenException e) {
      unusable.add(factory.id() + ": " + e.failure().describe());
    } catch (RuntimeException | LinkageError e) {
      unusable.add(factory.id() + " is broken: " + e);
    }
    return Optional.empty();
  }

  private Problem unknown(String id) {
    var known = loaded.services().stream().map(F::id).sorted().toList();
    var broken = loaded.broken().isEmpty() ? "" : "; broken: " + loaded.broken();
    return Problem.error(
        kind.propertyName() + " provider",
        "there is no '" + id + "', there are " + known + broken,
        "add the jar that brings it, or choose another by the builder or the setting vidgen."
            + kind.propertyName());
  }

  private static List<String> split(String ids) {
    return Arrays.stream(ids.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
