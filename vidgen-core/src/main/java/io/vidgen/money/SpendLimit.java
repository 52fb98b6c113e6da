package io.vidgen.money;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The most that may be spent on something. What is reserved for calls under way counts as spent,
 * and so does what was sent with unknown outcome until that is resolved.
 *
 * @param scope whose spending counts
 * @param subject id of the render, {@link #project(String, String)} of the project with its owner,
 *     or name of the owner; empty for {@link Scope#LEDGER}, and for those who were not named
 * @param providers ids of the providers whose prices count; empty for all. They have to be there
 * @param most the amount; only spending of its currency counts. Zero lets through only what is free
 * @param window how far back spending counts, more than zero; null for ever
 * @param allowsUnpriced whether a call passes whose price nobody knows, or that is priced in
 *     another currency; it is not counted then. What cannot be priced is never taken for zero by
 *     itself
 */
public record SpendLimit(
    Scope scope,
    String subject,
    Set<String> providers,
    Money most,
    @Nullable Duration window,
    boolean allowsUnpriced) {
  private static final char SLASH = '/';

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException if the window is not more than zero, or a limit of the whole
   *     ledger has a subject
   */
  public SpendLimit {
    requireNonNull(scope, "scope");
    requireNonNull(subject, "subject");
    requireNonNull(most, "most");
    providers = Set.copyOf(requireNonNull(providers, "providers"));
    if (window != null && (window.isNegative() || window.isZero())) {
      throw new IllegalArgumentException("window must be more than zero, not " + window);
    }
    if (scope == Scope.LEDGER && !subject.isEmpty()) {
      throw new IllegalArgumentException("the whole ledger has no subject, but this: " + subject);
    }
  }

  /** Whose spending counts. */
  public enum Scope {
    /** One render. */
    RENDER,
    /** All renders of a project of one owner. */
    PROJECT,
    /** All renders of an owner. */
    OWNER,
    /** Everything in the ledger. */
    LEDGER
  }

  /**
   * The subject of a limit of a project. A project belongs to its owner: two owners may use one
   * name and share no budget.
   *
   * @param owner name of the owner, empty for renders of nobody in particular
   * @param project name of the project
   * @return the name alone where there is no owner and no slash in it; else owner, slash and name,
   *     such as {@code ann/spring}. A slash in the name of the owner is {@code %2F} there, and a
   *     percent sign {@code %25}
   */
  public static String project(String owner, String project) {
    return owner.isEmpty() && project.indexOf(SLASH) < 0
        ? project
        : owner.replace("%", "%25").replace("/", "%2F") + SLASH + project;
  }

  /**
   * The same limit for somebody.
   *
   * @param subject id of the render, project with its owner, or name of the owner
   * @return a new limit; this one when it is of the whole ledger
   */
  public SpendLimit of(String subject) {
    return scope == Scope.LEDGER
        ? this
        : new SpendLimit(scope, subject, providers, most, window, allowsUnpriced);
  }

  /**
   * The same limit with another amount.
   *
   * @param amount the most
   * @return a new limit
   */
  public SpendLimit upTo(Money amount) {
    return new SpendLimit(scope, subject, providers, amount, window, allowsUnpriced);
  }

  /**
   * Whether prices of a provider count.
   *
   * @param provider its id
   * @return true if so
   */
  public boolean covers(String provider) {
    return providers.isEmpty() || providers.contains(provider);
  }

  /**
   * The limit in words.
   *
   * @return such as {@code the budget of USD 5.00 for project 'spring'}
   */
  public String describe() {
    return "the budget of " + this;
  }

  /**
   * The limit in short.
   *
   * @return such as {@code USD 10.00 in any 10 minutes with veo}
   */
  @Override
  public String toString() {
    var text = new StringBuilder(most.toString());
    if (window != null) {
      text.append(" in any ").append(words(window));
    }
    text.append(
        switch (scope) {
          case RENDER -> subject.isEmpty() ? " for each render" : " for this render";
          case PROJECT -> " for " + (subject.isEmpty() ? "each project" : named("project"));
          case OWNER -> " for " + (subject.isEmpty() ? "each owner" : named("owner"));
          case LEDGER -> providers.isEmpty() ? " for everything" : "";
        });
    return providers.isEmpty()
        ? text.toString()
        : text.append(" with ").append(String.join(", ", new TreeSet<>(providers))).toString();
  }

  private String named(String what) {
    return what + " '" + subject + "'";
  }

  private static String words(Duration length) {
    long seconds = length.toSeconds();
    if (length.toNanosPart() != 0) {
      return length.toString().substring(2).toLowerCase(Locale.ROOT);
    } else if (seconds % 86_400 == 0) {
      return several(seconds / 86_400, "day");
    } else if (seconds % 3_600 == 0) {
      return several(seconds / 3_600, "hour");
    }
    return seconds % 60 == 0 ? several(seconds / 60, "minute") : several(seconds, "second");
  }

  private static String several(long count, String unit) {
    return count == 1 ? unit : count + " " + unit + "s";
  }
}
