package io.vidgen.google.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.google.NanoBananaImageProvider;
import io.vidgen.google.NanoBananaModel;
import io.vidgen.google.NanoBananaModels;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.PriceCards;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSettingsTest {
  private static final PriceCard CARD =
      PriceCards.builtIn(NanoBananaModel.class, NanoBananaImageProvider.ID);

  @ParameterizedTest
  @CsvSource({
    "1080x1920, 9:16",
    "1920x1080, 16:9",
    "1080x1080, 1:1",
    "1080x1350, 4:5",
    "1280x720, 16:9",
    "1440x1080, 4:3",
    "2560x1080, 21:9",
    "400x1600, 1:4",
    "4000x500, 8:1",
    "1000x1080, 1:1"
  })
  void ratioFor_format_isTheNearest(String format, String ratio) {
    assertThat(settings("gemini-nano-banana-2.1", 0).ratioFor(VideoFormat.parse(format)))
        .hasToString(ratio);
  }

  @Test
  void ratioFor_modelWithoutExtremes_isTheTallestItHas() {
    assertThat(settings("gemini-2.5-flash-image", 0).ratioFor(VideoFormat.parse("400x1600")))
        .hasToString("9:16");
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-nano-banana-2.1, 0, 720x1280, 1",
    "gemini-nano-banana-2.1, 0, 1080x1920, 2",
    "gemini-nano-banana-2.1, 0, 2160x3840, 4",
    "gemini-nano-banana-2.1, 0, 4320x7680, 4",
    "gemini-nano-banana-2.1, 1, 1080x1920, 1",
    "gemini-2.5-flash-image, 0, 1080x1920, 1",
    "gemini-9-image, 0, 1080x1920, 1"
  })
  void sizeFor_format_isTheSmallestThatFillsIt(String model, int size, String format, int asked) {
    assertThat(settings(model, size).sizeFor(VideoFormat.parse(format))).isEqualTo(asked);
  }

  @Test
  void price_knownModel_isThatOfTheSizeAndAtMostTheThoughtsMore() {
    var price = (Price.Range) new ImagePrices(settings(NanoBananaModels.DEFAULT, 0)).of(request());
    assertThat(price.low()).isEqualTo(Money.usd("0.0504"));
    assertThat(price.high()).isBetween(Money.usd("0.0654"), Money.usd("0.07"));
    var old = (Price.Range) new ImagePrices(settings("gemini-2.5-flash-image", 0)).of(request());
    assertThat(old.low()).isEqualTo(Money.usd("0.039"));
  }

  @Test
  void price_unknownModel_isUnknownUntilOneIsSet() {
    assertThat(new ImagePrices(settings("gemini-9-image", 0)).of(request()))
        .isInstanceOf(Price.Unknown.class);
    assertThat(new ImagePrices(settings("gemini-9-image", 0)).card().isFree()).isFalse();
    var own =
        new ImagePrices(
            new ImageSettings(
                "gemini-9-image", NanoBananaModels.builtIn(), 0, CARD, Money.usd("0.05")));
    assertThat(own.of(request())).isEqualTo(Price.exactly(Money.usd("0.05")));
  }

  @Test
  void settings_modelOfTheUsersTable_hasItsSizesRatiosAndPrices() {
    var own = new NanoBananaModel("gemini-9-image", Set.of(2, 4), 20, true);
    var card =
        PriceCard.of(
            LocalDate.of(2026, 11, 1),
            "the user",
            Rate.of(PriceUnit.IMAGE, Money.usd("0.02")).forModel("gemini-9-image").forTier("2K"));
    var table = NanoBananaModels.builtIn().with(own);
    var settings = new ImageSettings("gemini-9-image", table, 0, card, null);

    assertThat(settings.sizeFor(VideoFormat.parse("720x1280"))).isEqualTo(2);
    assertThat(settings.makes(1)).isFalse();
    assertThat(settings.sizes()).isEqualTo("2K, 4K");
    assertThat(settings.ratioFor(VideoFormat.parse("400x1600"))).hasToString("1:4");
    assertThat(((Price.Range) new ImagePrices(settings).of(request())).low())
        .isEqualTo(Money.usd("0.02"));
    assertThat(new ImagePrices(settings).card().asOf()).isEqualTo("2026-11-01");
  }

  private static ImageSettings settings(String model, int size) {
    return new ImageSettings(model, NanoBananaModels.builtIn(), size, CARD, null);
  }

  private static ImageRequest request() {
    return new ImageRequest("A banana", "", VideoFormat.PORTRAIT, List.of(), null, 0);
  }
}
