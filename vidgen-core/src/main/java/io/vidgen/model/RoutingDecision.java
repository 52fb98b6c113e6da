package io.vidgen.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Who does a step, and why not somebody else.
 *
 * @param order by what the candidates were put in order, such as {@code listed} or {@code cheapest}
 * @param considered everybody who was looked at, in the order in which they would be asked; those
 *     who were passed over stand last
 */
public record RoutingDecision(String order, List<Considered> considered) {

  /** Copies the list. */
  public RoutingDecision {
    considered = List.copyOf(considered);
  }

  /** What became of a candidate. */
  public enum Verdict {
    /** Does the step. */
    CHOSEN,
    /** Steps in when those before it cannot serve. */
    FALLBACK,
    /** Was asked and could not serve. */
    FAILED,
    /** Is not asked. */
    PASSED_OVER
  }

  /**
   * A candidate.
   *
   * @param provider its id
   * @param model its model
   * @param verdict what became of it
   * @param reason why, for a person; never blank
   */
  public record Considered(String provider, String model, Verdict verdict, String reason) {
    /**
     * One line for a person.
     *
     * @return such as {@code espeak: fallback: free}
     */
    public String describe() {
      var word = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return provider + ": " + word + ": " + reason;
    }
  }

  /**
   * One line for a person.
   *
   * @return everybody with verdict and reason
   */
  public String describe() {
    return considered.stream().map(Considered::describe).collect(Collectors.joining("; "));
  }
}
