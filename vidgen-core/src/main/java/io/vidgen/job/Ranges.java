package io.vidgen.job;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the values of a request may be. */
final class Ranges {
  /** How many scenes there are when nobody knows yet. */
  static final int ANY = Integer.MAX_VALUE;

  private Ranges() {}

  private static String numbered(int last) {
    return last == ANY ? "scenes are numbered from 1" : "there are scenes 1 to " + last;
  }

  static void speed(@Nullable Double speed) {
    if (speed != null && !(speed >= 0.5 && speed <= 2)) {
      throw new IllegalArgumentException("speed must be 0.5 to 2.0, not " + speed);
    }
  }

  static void musicGain(double gain) {
    if (!(gain >= -40 && gain <= 10)) {
      throw new IllegalArgumentException("musicGainDb must be -40 to 10, not " + gain);
    }
  }

  static void time(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", not " + value);
    }
  }

  static void takes(Map<Integer, Integer> takes, int scenes) {
    takes.forEach(
        (scene, take) -> {
          if (scene < 0 || scene > scenes || take < 0) {
            throw new IllegalArgumentException(
                "take "
                    + take
                    + " of scene "
                    + scene
                    + ": "
                    + numbered(scenes)
                    + ", and takes from 0");
          }
        });
  }

  static void scenes(String name, Set<Integer> numbers, int first, int last) {
    for (int number : numbers) {
      if (number < first || number > last) {
        throw new IllegalArgumentException(name + " names scene " + number + ": " + numbered(last));
      }
    }
  }

  static void take(int take) {
    if (take < 0) {
      throw new IllegalArgumentException("take must be 0 or more, not " + take);
    }
  }

  /** At most one of several ways to say the same thing. */
  static void oneOf(String names, @Nullable Object... given) {
    if (Stream.of(given).filter(Objects::nonNull).count() > 1) {
      throw new IllegalArgumentException(names + " contradict each other: give one of them");
    }
  }
}
