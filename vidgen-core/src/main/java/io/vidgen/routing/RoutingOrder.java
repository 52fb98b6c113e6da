package io.vidgen.routing;

import java.util.List;

/** Puts those who can do a step in order. Called while planning, so it has to be quick and pure. */
@FunctionalInterface
public interface RoutingOrder {

  /**
   * Puts candidates in order.
   *
   * @param kind what kind of work, such as {@code speech}, {@code image}, {@code clip}, {@code
   *     avatar}, {@code lip-sync}, {@code script} or {@code transcription}
   * @param candidates those who can do it now, as they are listed; at least one, and not to be
   *     changed
   * @return those of them that may be asked, the preferred one first; who is left out is not asked,
   *     unless all are: then the first listed one is
   */
  List<Candidate> order(String kind, List<Candidate> candidates);

  /**
   * By what a candidate has its place, for people; decisions show it. As quick and pure as {@link
   * #order}.
   *
   * @param kind what kind of work
   * @param candidates those among whom it has its place
   * @param one one of them
   * @return such as {@code score 0.50}; empty, the default, when there is nothing to say
   */
  default String explain(String kind, List<Candidate> candidates, Candidate one) {
    return "";
  }
}
