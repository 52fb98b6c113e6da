package io.vidgen.internal.routing;

import io.vidgen.routing.Candidate;
import io.vidgen.routing.RoutingOrder;
import io.vidgen.routing.VideoRouter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Why somebody was chosen, or stands behind another, in words.
 *
 * @param policy how it was chosen
 * @param kind kind of the step
 * @param asked those who were put in order
 * @param first who comes before all others whatever the order says
 */
record Words(VideoRouter policy, String kind, List<Candidate> asked, Precedence first) {

  static String time(Duration time) {
    if (time.compareTo(Duration.ofMinutes(2)) >= 0) {
      return Math.round(time.toSeconds() / 60.0) + " min";
    }
    double seconds = time.toMillis() / 1000.0;
    return seconds >= 10 || seconds == Math.rint(seconds)
        ? Math.round(seconds) + " s"
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** Why the first of several was chosen. */
  String chosen(Candidate one, List<Candidate> ordered) {
    int many = ordered.size();
    if (first.has(one)) {
      return first.why();
    } else if (is(VideoRouter.listed())) {
      return one.position() == 0 ? "listed first" : "first of those listed that can";
    } else if (is(VideoRouter.cheapest())) {
      return Prices.cheapest(one.price(), ordered.stream().map(Candidate::price).toList());
    } else if (is(VideoRouter.fastest())) {
      return "fastest of " + many + " (about " + time(one.expected()) + ")";
    } else if (is(VideoRouter.bestQuality())) {
      return one.quality() == 0
          ? "listed first, since nobody's quality is known"
          : "best of " + many + " (quality " + one.quality() + ")";
    }
    var score = explain(one);
    return "first of " + many + " by order '" + policy + "'" + score;
  }

  /** How somebody who steps in compares with the one who is asked first. */
  String behind(Candidate next, Candidate chosen) {
    var too = first.has(chosen) ? " too" : "";
    return (first.has(next) ? first.why() + too + "; " : "") + compared(next, chosen);
  }

  private String compared(Candidate next, Candidate chosen) {
    if (is(VideoRouter.fastest())) {
      return time(next.expected(), chosen.expected());
    } else if (is(VideoRouter.bestQuality())) {
      return quality(next.quality(), chosen.quality());
    }
    var price = Prices.behind(next.price(), chosen.price());
    if (is(VideoRouter.listed()) || is(VideoRouter.cheapest())) {
      return price;
    }
    var score = explain(next);
    return "next by order '" + policy + "'" + (score.isEmpty() ? ", " + price : score);
  }

  /** An order of the user's may have the name of another. */
  private boolean is(VideoRouter known) {
    return policy.order() == known.order();
  }

  private String explain(Candidate one) {
    RoutingOrder order = policy.order();
    var text = asked.contains(one) ? order.explain(kind, asked, one) : "";
    return text == null || text.isBlank() ? "" : " (" + text + ")";
  }

  private static String time(Duration next, Duration chosen) {
    var one = time(next);
    var other = time(chosen);
    if (one.equals(other)) {
      return "as fast (about " + one + ")";
    }
    var word = next.compareTo(chosen) > 0 ? "slower" : "faster";
    return word + " (" + one + " against about " + other + ")";
  }

  private static String quality(int next, int chosen) {
    if (next == 0) {
      return "of unknown quality";
    } else if (chosen == 0) {
      return "of quality " + next + ", which is not known of the first";
    } else if (next == chosen) {
      return "as good (quality " + next + ")";
    }
    return (next < chosen ? "worse" : "better") + " (quality " + next + " against " + chosen + ")";
  }
}
