package io.vidgen.google;

import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.google.internal.image.ImageSettings;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.PriceCards;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds {@link NanoBananaOptions}. */
public final class NanoBananaOptionsBuilder {
  final GoogleOptions google;
  PriceCard prices = PriceCards.builtIn(NanoBananaImageProvider.class, NanoBananaImageProvider.ID);
  @Nullable AccountLimits limits;
  String model = NanoBananaOptions.DEFAULT_MODEL;
  NanoBananaModels models = NanoBananaModels.builtIn();
  int size;
  @Nullable Money price;

  NanoBananaOptionsBuilder(GoogleOptions google) {
    this.google = google;
  }

  NanoBananaOptionsBuilder(NanoBananaOptionsBuilder other) {
    google = other.google;
    prices = other.prices;
    model = other.model;
    models = other.models;
    size = other.size;
    price = other.price;
    limits = other.limits;
  }

  /**
   * The model. The price of one that is not in the table is unknown.
   *
   * @param id its id, such as {@code gemini-2.5-flash-image}
   * @return this
   * @throws IllegalArgumentException if it is no id
   */
  public NanoBananaOptionsBuilder model(String id) {
    this.model = ModelIds.checked(id);
    return this;
  }

  /**
   * What is known of models, to correct or extend it.
   *
   * @param table such as {@code NanoBananaModels.builtIn().with(…)}
   * @return this
   */
  public NanoBananaOptionsBuilder models(NanoBananaModels table) {
    this.models = table;
    return this;
  }

  /**
   * One size for all pictures, instead of the smallest that fills the format.
   *
   * @param kilopixels 1, 2 or 4, for about 1,000, 2,000 or 4,000 pixels on a side
   * @return this
   * @throws IllegalArgumentException if it is none of these
   */
  public NanoBananaOptionsBuilder size(int kilopixels) {
    if (!Set.of(1, 2, 4).contains(kilopixels)) {
      throw new IllegalArgumentException("size must be 1, 2 or 4, not " + kilopixels);
    }
    this.size = kilopixels;
    return this;
  }

  /**
   * A price of your own, whatever the model.
   *
   * @param picture price of a picture, everything included
   * @return this
   */
  public NanoBananaOptionsBuilder price(Money picture) {
    this.price = picture;
    return this;
  }

  /**
   * What models charge, in place of the card of the jar. Settings for prices win over it.
   *
   * @param card such as {@code options.prices().with(…)}
   * @return this
   * @throws IllegalArgumentException if it has no rate
   */
  public NanoBananaOptionsBuilder prices(PriceCard card) {
    this.prices = card.requirePaid();
    return this;
  }

  /**
   * How many requests Google takes in a minute, and how many calls it takes at once, for this key
   * and model. All pipelines of this JVM keep to it together.
   *
   * @param account what the account may do; {@link GoogleOptions#concurrency} at once by default
   * @return this
   */
  public NanoBananaOptionsBuilder limits(AccountLimits account) {
    this.limits = account;
    return this;
  }

  /**
   * Finishes; connects to nothing.
   *
   * @return the options
   * @throws VidgenException if the model does not make the size
   */
  public NanoBananaOptions build() {
    var settings = new ImageSettings(model, models, size, prices, price);
    if (size != 0 && !settings.makes(size)) {
      throw VidgenException.invalid(
          "size",
          List.of(
              Problem.error(
                  "vidgen.nano-banana.size",
                  model + " does not make " + size + "K",
                  "use one of " + settings.sizes())));
    }
    return new NanoBananaOptions(this);
  }
}
