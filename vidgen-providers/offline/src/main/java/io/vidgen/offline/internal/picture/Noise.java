package io.vidgen.offline.internal.picture;

/** Smooth chance in one and two dimensions, from 0 to 1. */
final class Noise {
  private final int seed;

  Noise(long seed) {
    this.seed = (int) (seed ^ (seed >>> 32));
  }

  float at(double x, double y) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    float fx = ease((float) (x - ix));
    float fy = ease((float) (y - iy));
    float upper = corner(ix, iy) + (corner(ix + 1, iy) - corner(ix, iy)) * fx;
    float lower = corner(ix, iy + 1) + (corner(ix + 1, iy + 1) - corner(ix, iy + 1)) * fx;
    return upper + (lower - upper) * fy;
  }

  float at(double x) {
    int ix = (int) Math.floor(x);
    float fx = ease((float) (x - ix));
    return corner(ix, 17) + (corner(ix + 1, 17) - corner(ix, 17)) * fx;
  }

  /** Several octaves, each half as strong and twice as fine. */
  float cloud(double x, double y, int octaves) {
    float sum = 0;
    float weight = 0.5f;
    double fx = x;
    double fy = y;
    for (int i = 0; i < octaves; i++) {
      sum += weight * at(fx + 31 * i, fy + 17 * i);
      weight /= 2;
      fx *= 2.03;
      fy *= 2.03;
    }
    return sum / (1 - weight * 2);
  }

  float line(double x, int octaves) {
    float sum = 0;
    float weight = 0.5f;
    double fx = x;
    for (int i = 0; i < octaves; i++) {
      sum += weight * at(fx + 53 * i);
      weight /= 2;
      fx *= 2.07;
    }
    return sum / (1 - weight * 2);
  }

  /** Sharp crests, as mountains have. */
  float crest(double x, int octaves) {
    float sum = 0;
    float weight = 0.5f;
    double fx = x;
    for (int i = 0; i < octaves; i++) {
      float value = 1 - Math.abs(2 * at(fx + 71 * i) - 1);
      sum += weight * value;
      weight *= 0.46f;
      fx *= 2.11;
    }
    return sum;
  }

  /** A fixed chance for a cell. */
  float corner(int x, int y) {
    int h = x * 0x27D4EB2D ^ y * 0x165667B1 ^ seed;
    h = (h ^ (h >>> 15)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return ((h ^ (h >>> 16)) >>> 8) * 0x1p-24f;
  }

  private static float ease(float t) {
    return t * t * (3 - 2 * t);
  }
}
