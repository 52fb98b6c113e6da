package io.vidgen.internal.limits;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many calls an account seems to take at once, found out as networks do it: more with each call
 * that is taken, half after a refusal, and from then on more only slowly. After a refusal nothing
 * is sent for a while. Calls that were under way at a refusal teach nothing more.
 */
final class Learned {
  static final int ANY = Integer.MAX_VALUE;

  /** What every plan that was ever seen takes, or nearly so. */
  private static final int BEGIN = 8;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private int places = BEGIN;
  private boolean refusedOnce;
  private long lastWave = -1;
  private int waves;
  private int taken;

  int places() {
    return places;
  }

  /** What is known needs no care. */
  void known() {
    places = ANY;
    refusedOnce = true;
  }

  /** Nobody says any more how many there are; a few that were found out still hold. */
  void forgotten() {
    if (places > BEGIN) {
      places = BEGIN;
      refusedOnce = false;
      taken = 0;
    }
  }

  void accepted(int running) {
    waves = 0;
    if (places == ANY || running < places) {
      return;
    }
    if (!refusedOnce || ++taken >= places) {
      places++;
      taken = 0;
    }
  }

  /**
   * Learns from a refusal.
   *
   * @param turn its number
   * @param newest the newest number
   * @param running how many ran, this one included
   * @param asked the pause that the vendor asked for, if any
   * @return how long to send nothing
   */
  Duration refused(long turn, long newest, int running, @Nullable Duration asked) {
    if (turn <= lastWave) {
      return asked == null ? Duration.ZERO : asked;
    }
    lastWave = newest;
    waves++;
    // A delay means that there were too many in a time; only if that does not help, at a time.
    if (asked == null || waves > 1) {
      places = Math.max(1, Math.min(places, running) / 2);
      refusedOnce = true;
      taken = 0;
    }
    if (asked != null) {
      return asked;
    }
    var pause = SHORTEST.multipliedBy(1L << Math.min(waves - 1, 6));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
