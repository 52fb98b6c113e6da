package io.vidgen.subtitle;

import java.time.Duration;
import java.util.Locale;

/** ASS times, {@code h:mm:ss.cc}: the format knows hundredths of a second. */
final class AssTime {

  private AssTime() {}

  /** Rounded to the nearest hundredth. */
  static long centis(Duration time) {
    return Math.floorDiv(time.toMillis() + 5, 10L);
  }

  static String write(long centis) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d.%02d",
        centis / 360_000,
        centis / 6_000 % 60,
        centis / 100 % 60,
        centis % 100);
  }
}
