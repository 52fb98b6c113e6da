package io.vidgen.offline.internal.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a picture is set up: its size, its colours, its chance, and the layers from back to front.
 */
final class Stage {
  final int width;
  final int height;

  /** One thousandth and eightieth of the shorter side: a pixel of a 1080x1920 picture. */
  final float unit;

  final Palette palette;
  final Dice dice;
  final Noise noise;
  private final List<Layer> layers = new ArrayList<>();
  private boolean person;

  Stage(int width, int height, Palette palette, long seed) {
    this.width = width;
    this.height = height;
    this.unit = Math.min(width, height) / 1080f;
    this.palette = palette;
    this.dice = new Dice(seed);
    this.noise = new Noise(Dice.mix(seed + 1));
  }

  /** Whether somebody stands in the landscape. */
  void person(boolean there) {
    this.person = there;
  }

  boolean person() {
    return person;
  }

  void add(Layer layer) {
    layers.add(layer);
  }

  void soft(SoftLayer.Paint paint) {
    layers.add(new SoftLayer(paint));
  }

  List<Layer> layers() {
    return List.copyOf(layers);
  }

  float x(double share) {
    return (float) (share * width);
  }

  float y(double share) {
    return (float) (share * height);
  }

  float px(double pixels) {
    return (float) (pixels * unit);
  }

  static float clamp(double value) {
    return (float) Math.max(0, Math.min(1, value));
  }

  static float smooth(double from, double to, double value) {
    float t = clamp((value - from) / (to - from));
    return t * t * (3 - 2 * t);
  }
}
