package io.vidgen.subtitle;

import java.time.Duration;

/** ASS times, {@code h:mm:ss.cc}: the format knows hundredths of a second. */
final class AssTime {

  private AssTime() {}

  /** Rounded to the nearest hundredth. */
  static long centis(Duration time) {
    return Math.floorDiv(time.toMillis() + 5, 10L);
  }

  static String write(long centis) {
    return centis / 360_000
        + ":"
        + two(centis / 6_000 % 60)
        + ":"
        + two(centis / 100 % 60)
        + "."
        + two(centis % 100);
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
