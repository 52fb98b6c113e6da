package io.vidgen.rest.internal.elevenlabs;

import java.util.ArrayList;
import java.util.Optional;

/**
 * Finds reported times that cannot be true. Known faults of the vendor: all characters at one time
 * after a minute (elevenlabs-python issues 707 and 760), and times that drift away towards the end
 * (issue 772).
 */
final class TimeCheck {
  /** Rounding of the vendor's encoder; times may go back so far. */
  private static final double SLACK = 0.03;

  /** So many letters are never spoken in a tenth of a second. */
  private static final int RUN = 12;

  private static final double SHORTEST_RUN = 0.1;

  /** Sound may be padded by its codec, and a last sound may be cut. */
  private static final double BEYOND = 0.25;

  private static final double LONGEST_TAIL = 1.5;
  private static final double TAIL_SHARE = 0.05;

  private TimeCheck() {}

  /**
   * Looks at times.
   *
   * @param times times of characters
   * @param seconds length of the sound
   * @return what is wrong; empty when they can be believed
   */
  static Optional<String> flaw(CharacterTimes times, double seconds) {
    var spoken = new ArrayList<Integer>();
    double last = 0;
    for (int i = 0; i < times.size(); i++) {
      double start = times.start(i);
      double end = times.end(i);
      if (!(start >= -SLACK && end >= start - SLACK && end < Double.MAX_VALUE)) {
        return Optional.of("a time is negative or ends before it begins");
      }
      if (start < last - SLACK) {
        return Optional.of("the times are not in order");
      }
      last = Math.max(last, start);
      if (CharacterTimes.isSpoken(times.text(i))) {
        spoken.add(i);
      }
    }
    if (spoken.isEmpty()) {
      return Optional.of("no letter has a time");
    }
    int first = spoken.get(0);
    int end = spoken.get(spoken.size() - 1);
    if (times.end(end) - times.start(first) <= SHORTEST_RUN / RUN * spoken.size()) {
      return Optional.of("all letters have one time");
    }
    for (int i = 0; i + RUN <= spoken.size(); i++) {
      double run = times.end(spoken.get(i + RUN - 1)) - times.start(spoken.get(i));
      if (run < SHORTEST_RUN) {
        return Optional.of("many letters have one time");
      }
    }
    return edges(times.end(end), seconds);
  }

  private static Optional<String> edges(double end, double seconds) {
    if (end > seconds + BEYOND) {
      return Optional.of("times go on after the sound");
    }
    if (seconds - end > LONGEST_TAIL + TAIL_SHARE * seconds) {
      return Optional.of("times end long before the sound");
    }
    return Optional.empty();
  }
}
