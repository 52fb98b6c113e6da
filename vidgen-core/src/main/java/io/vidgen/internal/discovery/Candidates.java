package io.vidgen.internal.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Providers of one kind that may be used, and why others may not.
 *
 * @param kind name of the kind, as in properties
 * @param providers the usable ones, the preferred one first
 * @param unusable one line for each that is there but cannot be used, with the remedy
 * @param explicit whether somebody chose them, so that nobody else may step in
 * @param <P> the kind of provider
 */
public record Candidates<P>(
    String kind, List<Ranked<P>> providers, List<String> unusable, boolean explicit) {

  /**
   * A provider and its rank.
   *
   * @param id its id
   * @param rank the higher, the sooner
   * @param provider the provider
   * @param <P> the kind of provider
   */
  public record Ranked<P>(String id, int rank, P provider) {}

  /** Copies the lists. */
  public Candidates {
    providers = List.copyOf(providers);
    unusable = List.copyOf(unusable);
  }

  /**
   * Those that fit a request.
   *
   * @param fits whether a provider fits
   * @return the providers, the preferred one first
   */
  public List<P> matching(Predicate<P> fits) {
    return providers.stream().map(Ranked::provider).filter(fits).toList();
  }

  /**
   * Those that fit a request, as candidates of their own.
   *
   * @param fits whether a provider fits
   * @return the rest is left out
   */
  public Candidates<P> fitting(Predicate<P> fits) {
    var fitting = providers.stream().filter(p -> fits.test(p.provider())).toList();
    return new Candidates<>(kind, fitting, unusable, explicit);
  }

  /**
   * The same with some of them before all others.
   *
   * @param first whether a provider comes first
   * @return all of them in another order
   */
  public Candidates<P> preferring(Predicate<P> first) {
    var sorted = new ArrayList<>(providers);
    sorted.sort(Comparator.comparing(p -> !first.test(p.provider())));
    return new Candidates<>(kind, sorted, unusable, explicit);
  }

  /**
   * Whether two of those that fit are equally near and nobody said which.
   *
   * @param fits whether a provider fits
   * @return the ids in question; empty when the choice is clear
   */
  public List<String> undecided(Predicate<P> fits) {
    var fitting = providers.stream().filter(p -> fits.test(p.provider())).toList();
    if (explicit || fitting.size() < 2) {
      return List.of();
    }
    int highest = fitting.get(0).rank();
    var top = fitting.stream().filter(p -> p.rank() == highest).map(Ranked::id).toList();
    return top.size() > 1 ? top : List.of();
  }

  /**
   * The same kind with one provider, chosen on purpose.
   *
   * @param provider the provider
   * @param id its id
   * @return candidates of which there is one
   */
  public Candidates<P> only(P provider, String id) {
    return new Candidates<>(kind, List.of(new Ranked<>(id, 0, provider)), List.of(), true);
  }

  /**
   * All ids there are, for messages.
   *
   * @return the ids in order
   */
  public List<String> ids() {
    return providers.stream().map(Ranked::id).toList();
  }
}
