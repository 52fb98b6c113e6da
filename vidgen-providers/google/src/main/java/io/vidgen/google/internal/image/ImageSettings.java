package io.vidgen.google.internal.image;

import io.vidgen.google.NanoBananaModel;
import io.vidgen.google.NanoBananaModels;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How pictures are asked for.
 *
 * @param model id of the model, known or not
 * @param models what is known of models
 * @param size 1 for 1K, 2 for 2K, 4 for 4K, 0 for what the format needs
 * @param prices what models charge
 * @param price the user's own price of a picture, null for that of the card
 */
public record ImageSettings(
    String model, NanoBananaModels models, int size, PriceCard prices, @Nullable Money price) {

  /** What a model that nobody knows is taken for. */
  static final NanoBananaModel STANDARD = NanoBananaModels.builtIn().all().get(0);

  /** Pixels of the long side of a 1K picture at 9:16; the table of sizes is the vendor's. */
  private static final int LONG_SIDE = 1376;

  /** What may be missing before a larger size is worth its price. */
  private static final double SLACK = 1.1;

  /** What the model can do; a model that nobody knows is taken for one that has the least. */
  NanoBananaModel known() {
    return models
        .find(model)
        .orElseGet(() -> new NanoBananaModel(model, Set.of(1), STANDARD.references(), false));
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
    return !isKnown() || known().sizes().contains(kilopixels);
  }

  /**
   * The sizes that the model makes.
   *
   * @return such as {@code 1K, 2K}
   */
  public String sizes() {
    return known().sizes().stream().map(k -> k + "K").collect(Collectors.joining(", "));
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
    return known().sizes().stream()
        .filter(k -> k * LONG_SIDE * SLACK >= side)
        .findFirst()
        .orElseGet(() -> known().sizes().last());
  }
}
