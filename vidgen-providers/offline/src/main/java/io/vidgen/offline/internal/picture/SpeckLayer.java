package io.vidgen.offline.internal.picture;

import java.util.ArrayList;
import java.util.List;

/** Small lights: stars, dust, snow, sparks, and lights out of focus. */
final class SpeckLayer implements Layer {

  /**
   * A light.
   *
   * @param x its centre
   * @param y its centre
   * @param radius of the disc, or to where a soft one has faded to a seventh
   * @param colour its light
   * @param disc true for an even disc with a brighter edge, false for a soft spot
   */
  private record Speck(float x, float y, float radius, Rgb colour, boolean disc) {}

  private final List<Speck> specks = new ArrayList<>();

  void soft(double x, double y, double radius, Rgb colour) {
    specks.add(new Speck((float) x, (float) y, (float) radius, colour, false));
  }

  void disc(double x, double y, double radius, Rgb colour) {
    specks.add(new Speck((float) x, (float) y, (float) radius, colour, true));
  }

  @Override
  public void paint(Strip strip) {
    for (Speck speck : specks) {
      float reach = speck.disc ? speck.radius + 1 : speck.radius * 2.2f;
      int first = Math.max(0, (int) Math.floor(speck.y - reach) - strip.top);
      int last = Math.min(strip.rows, (int) Math.ceil(speck.y + reach) + 1 - strip.top);
      int left = Math.max(0, (int) Math.floor(speck.x - reach));
      int right = Math.min(strip.width, (int) Math.ceil(speck.x + reach) + 1);
      for (int y = first; y < last; y++) {
        float dy = strip.top + y + 0.5f - speck.y;
        for (int x = left; x < right; x++) {
          float dx = x + 0.5f - speck.x;
          float share = speck.disc ? disc(speck, dx, dy) : soft(speck, dx, dy);
          if (share > 0.002f) {
            strip.add(y * strip.width + x, speck.colour, share);
          }
        }
      }
    }
  }

  private static float soft(Speck speck, float dx, float dy) {
    float d = (dx * dx + dy * dy) / (speck.radius * speck.radius);
    return d > 4.84f ? 0 : (float) Math.exp(-2 * d);
  }

  private static float disc(Speck speck, float dx, float dy) {
    float d = (float) Math.sqrt(dx * dx + dy * dy);
    float edge = Math.max(0, Math.min(1, speck.radius - d + 0.5f));
    float ring = d / speck.radius;
    return edge * (0.72f + 0.28f * ring * ring * ring * ring);
  }
}
