package io.vidgen.sandbox.internal.google;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video that Google has accepted to make.
 *
 * @param model with which
 * @param prompt what it shows, maybe blank when there is a picture
 * @param seconds new ones
 * @param ratio {@code 16:9} or {@code 9:16}
 * @param resolution {@code 720p}, {@code 1080p} or {@code 4k}
 * @param sound whether it can be heard
 * @param count how many of them
 * @param first its first picture, or null
 * @param last its last picture, or null
 * @param references pictures of what is to be seen
 * @param before the video that it goes on with, or null
 * @param storage bucket for the results of the platform, or null
 */
record VeoOrder(
    Model model,
    String prompt,
    int seconds,
    String ratio,
    String resolution,
    boolean sound,
    int count,
    @Nullable Path first,
    @Nullable Path last,
    List<Path> references,
    @Nullable VeoFile before,
    @Nullable String storage) {
  /** What an extension adds. */
  static final int EXTENSION = 7;

  /** Copies the list. */
  VeoOrder {
    references = List.copyOf(references);
  }

  int width() {
    return ratio.equals("16:9") ? longSide() : longSide() * 9 / 16;
  }

  int height() {
    return ratio.equals("16:9") ? longSide() * 9 / 16 : longSide();
  }

  private int longSide() {
    return switch (resolution) {
      case "4k" -> 3840;
      case "1080p" -> 1920;
      default -> 1280;
    };
  }

  /** What it costs when it succeeds. */
  BigDecimal price() {
    return model
        .price(sound ? resolution : resolution + "-silent")
        .multiply(BigDecimal.valueOf((long) seconds * count));
  }

  /** What is paid for, for the books. */
  String detail() {
    return seconds * count + " s of " + resolution + " by " + model.id();
  }
}
