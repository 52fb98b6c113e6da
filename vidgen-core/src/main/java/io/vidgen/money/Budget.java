package io.vidgen.money;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What may be spent. Immutable; all its limits hold together, and those of a pipeline and a render
 * too.
 *
 * @param limits the limits; the subject of a limit of a render, project or owner is empty here and
 *     filled in for each render
 */
public record Budget(List<SpendLimit> limits) {

  /** Copies the list. */
  public Budget {
    limits = List.copyOf(limits);
  }

  /** No limit. */
  public static final Budget UNLIMITED = new Budget(List.of());

  /**
   * A limit for each render.
   *
   * @param most what one render may spend at most
   * @return a budget
   */
  public static Budget perRender(Money most) {
    return UNLIMITED.and(SpendLimit.Scope.RENDER, most);
  }

  private Budget and(SpendLimit.Scope scope, Money most) {
    return and(new SpendLimit(scope, "", Set.of(), most, null));
  }

  /**
   * The same with one limit more.
   *
   * @param limit the limit
   * @return a new budget
   */
  public Budget and(SpendLimit limit) {
    var more = new ArrayList<>(limits);
    more.add(limit);
    return new Budget(more);
  }

  /**
   * The same with a limit for the spending of some providers in any stretch of time, such as the 10
   * minutes of Google's.
   *
   * @param most what they may cost together at most
   * @param window length of the stretch, more than zero
   * @param providers their ids
   * @return a new budget
   */
  public Budget andWindow(Money most, Duration window, String... providers) {
    return and(new SpendLimit(SpendLimit.Scope.LEDGER, "", Set.of(providers), most, window));
  }
}
