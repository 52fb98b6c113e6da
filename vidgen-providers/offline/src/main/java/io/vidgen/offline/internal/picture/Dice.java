package io.vidgen.offline.internal.picture;

import java.nio.charset.StandardCharsets;

/** Repeatable chance: SplitMix64 (Steele, Lea and Flood, 2014). */
final class Dice {
  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /** FNV-1a over UTF-8, well mixed. */
  static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** From 0 to below 1. */
  float unit() {
    return (next() >>> 40) * 0x1p-24f;
  }

  float range(double from, double to) {
    return (float) (from + unit() * (to - from));
  }

  int below(int bound) {
    return (int) (unit() * bound);
  }

  boolean chance(double share) {
    return unit() < share;
  }

  /** A sign. */
  int side() {
    return chance(0.5) ? 1 : -1;
  }
}
