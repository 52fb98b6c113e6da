package io.vidgen.internal.routing;

import io.vidgen.money.Price;
import io.vidgen.routing.Candidate;
import io.vidgen.routing.VideoRouter;
import java.time.Duration;
import java.util.Locale;

/** Why somebody was chosen, or stands behind another, in words. */
final class Words {
  private Words() {}

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
  static String chosen(Candidate first, int many, VideoRouter policy) {
    if (many == 1) {
      return "the only one that can";
    }
    return switch (policy.toString()) {
      case "listed" -> first.position() == 0 ? "listed first" : "first of those listed that can";
      case "cheapest" -> "cheapest of " + many + " (" + first.price() + ")";
      case "fastest" -> "fastest of " + many + " (about " + time(first.expected()) + ")";
      case "best-quality" -> "best of " + many + " (quality " + first.quality() + ")";
      default -> "first of " + many + " by order '" + policy + "'";
    };
  }

  /** How somebody who steps in compares with the one before. */
  static String behind(Candidate next, Candidate first, VideoRouter policy) {
    return switch (policy.toString()) {
      case "fastest" ->
          versus("slower", "as fast", time(next.expected()), "about " + time(first.expected()));
      case "best-quality" ->
          versus(
              "worse", "as good", "quality " + next.quality(), Integer.toString(first.quality()));
      default -> price(next.price(), first.price());
    };
  }

  private static String versus(String more, String same, String one, String other) {
    return one.equals(other) ? same : more + " (" + one + " against " + other + ")";
  }

  private static String price(Price next, Price first) {
    if (next.equals(first)) {
      return next instanceof Price.Free ? "free too" : "at the same price, " + next;
    } else if (next instanceof Price.Free) {
      return "free";
    } else if (first instanceof Price.Free) {
      return "dearer (" + next + " against nothing)";
    } else if (next instanceof Price.Range a
        && first instanceof Price.Range b
        && a.high().currency().equals(b.high().currency())) {
      boolean dearer = a.high().compareTo(b.high()) > 0;
      return (dearer ? "dearer (" : "cheaper (") + next + " against " + first + ")";
    }
    return "price " + next;
  }
}
