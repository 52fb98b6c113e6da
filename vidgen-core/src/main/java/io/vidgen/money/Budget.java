package io.vidgen.money;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent. Immutable; all its limits hold together, and those of a pipeline and a render
 * too. A limit of zero lets through only what is free. What cannot be priced is refused while there
 * is any limit that it falls under, unless {@link #allowUnpriced()} says otherwise.
 *
 * <pre>{@code
 * var budget = Budget.perRender(Money.usd("5")).and(Budget.perOwner(Money.usd("50"), DAY));
 * }</pre>
 *
 * @param limits the limits; the subject of a limit of a render, project or owner is empty here and
 *     filled in for each render
 */
public record Budget(List<SpendLimit> limits) {
  /** No limit. */
  public static final Budget UNLIMITED = new Budget(List.of());

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** Copies the list. */
  public Budget {
    limits = List.copyOf(limits);
  }

  /**
   * A limit for each render.
   *
   * @param most what one render may spend at most
   * @return a budget
   */
  public static Budget perRender(Money most) {
    return of(SpendLimit.Scope.RENDER, most, null);
  }

  /**
   * A limit for each project of each owner.
   *
   * @param most what all renders of one project of one owner may spend together, ever
   * @return a budget
   */
  public static Budget perProject(Money most) {
    return of(SpendLimit.Scope.PROJECT, most, null);
  }

  /**
   * A limit for each project of each owner and stretch of time.
   *
   * @param most what all renders of one project of one owner may spend together in any stretch
   * @param window length of the stretch, more than zero
   * @return a budget
   * @throws IllegalArgumentException if the window is not more than zero
   */
  public static Budget perProject(Money most, Duration window) {
    return of(SpendLimit.Scope.PROJECT, most, checked(window));
  }

  /**
   * A limit for each owner.
   *
   * @param most what all renders of one owner may spend together, ever
   * @return a budget
   */
  public static Budget perOwner(Money most) {
    return of(SpendLimit.Scope.OWNER, most, null);
  }

  /**
   * A limit for each owner and stretch of time.
   *
   * @param most what all renders of one owner may spend together in any stretch
   * @param window length of the stretch, more than zero
   * @return a budget
   * @throws IllegalArgumentException if the window is not more than zero
   */
  public static Budget perOwner(Money most, Duration window) {
    return of(SpendLimit.Scope.OWNER, most, checked(window));
  }

  /**
   * A limit for everything in the ledger.
   *
   * @param most what all renders may spend together, ever
   * @return a budget
   */
  public static Budget total(Money most) {
    return of(SpendLimit.Scope.LEDGER, most, null);
  }

  /**
   * A limit for everything in the ledger in a stretch of time.
   *
   * @param most what all renders may spend together in any stretch
   * @param window length of the stretch, more than zero
   * @return a budget
   * @throws IllegalArgumentException if the window is not more than zero
   */
  public static Budget total(Money most, Duration window) {
    return of(SpendLimit.Scope.LEDGER, most, checked(window));
  }

  /**
   * What Google lets an account of tier 1 spend in any 10 minutes, USD 10. Beyond it Google answers
   * 429; with this budget nothing is sent until there is room. It counts what this ledger knows of;
   * whoever shares the account with others sets a limit of their own with {@link #andWindow}.
   *
   * @return a budget for Veo, Nano Banana and Gemini (limits as read in November 2026 at
   *     ai.google.dev/gemini-api/docs/rate-limits)
   */
  public static Budget googleTier1() {
    return google("10");
  }

  /**
   * What Google lets an account of tier 2 spend in any 10 minutes, USD 50.
   *
   * @return a budget, see {@link #googleTier1()}
   */
  public static Budget googleTier2() {
    return google("50");
  }

  /**
   * What Google lets an account of tier 3 spend in any 10 minutes, USD 200.
   *
   * @return a budget, see {@link #googleTier1()}
   */
  public static Budget googleTier3() {
    return google("200");
  }

  private static Budget google(String most) {
    return UNLIMITED.andWindow(Money.usd(most), TEN_MINUTES, "veo", "nano-banana", "gemini");
  }

  /** No window would mean for ever, which the methods without one say. */
  private static Duration checked(Duration window) {
    return requireNonNull(window, "window");
  }

  private static Budget of(SpendLimit.Scope scope, Money most, @Nullable Duration window) {
    return UNLIMITED.and(new SpendLimit(scope, "", Set.of(), most, window, false));
  }

  /**
   * The same with one limit more.
   *
   * @param limit the limit
   * @return a new budget
   */
  public Budget and(SpendLimit limit) {
    return and(new Budget(List.of(limit)));
  }

  /**
   * Both together: whoever spends has to keep to all limits of both.
   *
   * @param other another budget
   * @return a new budget
   */
  public Budget and(Budget other) {
    var more = new ArrayList<>(limits);
    more.addAll(other.limits);
    return new Budget(more.stream().distinct().toList());
  }

  /**
   * The same with a limit for the spending of some providers in any stretch of time, such as the 10
   * minutes of Google's.
   *
   * @param most what they may cost together at most
   * @param window length of the stretch, more than zero
   * @param providers their ids, such as {@code veo}; none for all. An id of nobody is an error when
   *     the pipeline is built, or when it is asked to plan or render with this budget
   * @return a new budget
   * @throws IllegalArgumentException if the window is not more than zero
   */
  public Budget andWindow(Money most, Duration window, String... providers) {
    return and(
        new SpendLimit(
            SpendLimit.Scope.LEDGER, "", Set.of(providers), most, checked(window), false));
  }

  /**
   * The same limits, under which calls pass whose price nobody knows, or that are priced in another
   * currency. They are not counted, so more may be spent than the limits say. Limits that are added
   * afterwards are strict again.
   *
   * @return a new budget
   */
  public Budget allowUnpriced() {
    return new Budget(
        limits.stream()
            .map(
                limit ->
                    new SpendLimit(
                        limit.scope(),
                        limit.subject(),
                        limit.providers(),
                        limit.most(),
                        limit.window(),
                        true))
            .toList());
  }

  /**
   * Whether it limits nothing.
   *
   * @return true if it has no limit
   */
  public boolean isUnlimited() {
    return limits.isEmpty();
  }

  /**
   * The limits in words.
   *
   * @return such as {@code USD 5.00 for each render}
   */
  @Override
  public String toString() {
    return limits.isEmpty()
        ? "no limit"
        : limits.stream().map(SpendLimit::toString).collect(Collectors.joining(" and "));
  }
}
