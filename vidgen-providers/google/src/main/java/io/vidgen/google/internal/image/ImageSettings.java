package io.vidgen.google.internal.image;

import io.vidgen.google.NanoBananaModel;
import io.vidgen.google.NanoBananaModels;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How pictures are asked for.
 *
 * @param model id of the model, known or not
 * @param models what is known of models
 * @param size 1 for 1K, 2 for 2K, 4 for 4K, 0 for what the format needs
 * @param price the user's own price of a picture, null for the table's
 */
public record ImageSettings(
    String model, NanoBananaModels models, int size, @Nullable Money price) {

  /** What is shown in place of a model whose price is not known. */
  static final NanoBananaModel STANDARD = NanoBananaModels.builtIn().all().get(0);

  /** Pixels of the long side of a 1K picture at 9:16; the table of sizes is the vendor's. */
  private static final int LONG_SIDE = 1376;

  /** What may be missing before a larger size is worth its price. */
  private static final double SLACK = 1.1;

  /** What the model can do; a model that nobody knows is taken for one that has the least. */
  NanoBananaModel known() {
    return models
        .find(model)
        .orElseGet(
            () ->
                new NanoBananaModel(
                    model,
                    LocalDate.EPOCH,
                    new TreeMap<>(Map.of(1, Money.usd("0"))),
                    STANDARD.references(),
                    false,
                    Money.usd("0"),
                    Money.usd("0")));
  }

  boolean isKnown() {
    return models.find(model).isPresent();
  }

  Ratio ratioFor(VideoFormat format) {
    return Ratio.nearest(format, Ratio.all(known().wide()));
  }

  /**
   * Whether the model makes a size; one that nobody knows may.
   *
   * @param kilopixels 1, 2 or 4
   * @return true if so
   */
  public boolean makes(int kilopixels) {
    return !isKnown() || known().prices().containsKey(kilopixels);
  }

  /**
   * The sizes that the model makes.
   *
   * @return such as {@code 1K, 2K}
   */
  public String sizes() {
    return known().prices().keySet().stream().map(k -> k + "K").collect(Collectors.joining(", "));
  }

  /**
   * The size to ask for: the smallest that fills the format, unless it was set.
   *
   * @param format what the picture is for
   * @return 1, 2 or 4
   */
  public int sizeFor(VideoFormat format) {
    if (size != 0) {
      return size;
    }
    int side = Math.max(format.width(), format.height());
    return known().prices().keySet().stream()
        .filter(k -> k * LONG_SIDE * SLACK >= side)
        .findFirst()
        .orElseGet(() -> known().prices().lastKey());
  }
}
