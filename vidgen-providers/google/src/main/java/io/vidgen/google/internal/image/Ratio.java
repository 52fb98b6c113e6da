package io.vidgen.google.internal.image;

import io.vidgen.model.VideoFormat;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shape of picture that the service makes (ai.google.dev/gemini-api/docs/image-generation, read
 * 2026-10).
 *
 * @param width width in parts
 * @param height height in parts
 */
record Ratio(int width, int height) {

  /** Those of all models. */
  static final List<Ratio> USUAL =
      List.of(
          new Ratio(1, 1),
          new Ratio(2, 3),
          new Ratio(3, 2),
          new Ratio(3, 4),
          new Ratio(4, 3),
          new Ratio(4, 5),
          new Ratio(5, 4),
          new Ratio(9, 16),
          new Ratio(16, 9),
          new Ratio(21, 9));

  /** Those that only newer models make. */
  static final List<Ratio> EXTREME =
      List.of(new Ratio(1, 4), new Ratio(4, 1), new Ratio(1, 8), new Ratio(8, 1));

  /** All that a model makes. */
  static List<Ratio> all(boolean isWide) {
    return isWide ? Stream.concat(USUAL.stream(), EXTREME.stream()).toList() : USUAL;
  }

  /** The nearest to a format, by how much of the picture is cut off. */
  static Ratio nearest(VideoFormat format, List<Ratio> ratios) {
    double wanted = Math.log(format.width() / (double) format.height());
    return ratios.stream()
        .min(
            Comparator.comparingDouble(
                ratio -> Math.abs(Math.log(ratio.width / (double) ratio.height) - wanted)))
        .orElseThrow();
  }

  /** As the service writes it. */
  @Override
  public String toString() {
    return width + ":" + height;
  }
}
