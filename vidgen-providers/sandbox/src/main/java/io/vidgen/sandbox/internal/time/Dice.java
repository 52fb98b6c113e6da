package io.vidgen.sandbox.internal.time;

import io.vidgen.sandbox.Vendor;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Everything random: ids and latencies. Each name has a row of its own, so that the n-th value of a
 * name depends on the seed alone and not on what else goes on.
 */
public final class Dice {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final long seed;
  private final double scale;
  private final Map<String, AtomicLong> rows = new ConcurrentHashMap<>();

  /**
   * Dice.
   *
   * @param seed decides everything
   * @param scale what latencies are multiplied with
   */
  public Dice(long seed, double scale) {
    this.seed = seed;
    this.scale = scale;
  }

  /** The next source of randomness of a row. */
  public SplittableRandom next(String row) {
    long number = rows.computeIfAbsent(row, r -> new AtomicLong()).getAndIncrement();
    long mixed = seed * 0x9E3779B97F4A7C15L + row.hashCode() * 0xC2B2AE3D27D4EB4FL + number;
    return new SplittableRandom(new SplittableRandom(mixed).nextLong());
  }

  /** A new id: the prefix and letters and digits. */
  public String id(String prefix, int length) {
    var random = next("id " + prefix);
    var id = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /** A new id: the prefix and lower-case hexadecimal digits. */
  public String hexId(String prefix, int length) {
    var random = next("id " + prefix);
    var id = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      id.append(Character.forDigit(random.nextInt(16), 16));
    }
    return id.toString();
  }

  /** How long an operation takes: between the two, times the sandbox's scale. */
  public Duration latency(Vendor vendor, String operation, Duration least, Duration most) {
    double share = next(vendor.prefix() + " " + operation).nextDouble();
    double nanos = least.toNanos() + share * most.minus(least).toNanos();
    return scaled(Duration.ofNanos((long) nanos));
  }

  /** A time at the vendor's as it is here. */
  public Duration scaled(Duration time) {
    return Duration.ofNanos((long) (time.toNanos() * scale));
  }
}
