package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.VidgenException;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeSpeechProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose prices hold: settings, then code, then files, then the jar. */
class PriceOverridesTest {
  private static final VideoRequest REQUEST =
      VideoRequest.narrated(
              new Script(
                  "Hello",
                  Locale.ENGLISH,
                  List.of(
                      new Scene(
                          "",
                          List.of(DialogueLine.narrator("Hello.")),
                          "A hill",
                          "",
                          null,
                          null,
                          null,
                          1))))
          .format(new VideoFormat(270, 480))
          .build();

  @TempDir Path directory;

  @Test
  void plan_nothingSaid_takesTheCardOfTheJar() {
    assertThat(low(builder())).isEqualTo(Money.usd("0.0336"));
  }

  @Test
  void plan_file_winsOverTheJar() throws Exception {
    var file = file("2");

    assertThat(low(builder().prices(file))).isEqualTo(Money.usd("2"));
    assertThat(low(builder().option("vidgen.prices", file.toString()))).isEqualTo(Money.usd("2"));
    assertThat(low(builder().option("VIDGEN_PRICES", file.toString()))).isEqualTo(Money.usd("2"));
  }

  @Test
  void plan_fileOfTheBuilder_winsOverTheOneThatIsSet() throws Exception {
    var set = Files.move(file("2"), directory.resolve("set.json"));

    var builder = builder().option("vidgen.prices", set.toString()).prices(file("3"));

    assertThat(low(builder)).isEqualTo(Money.usd("3"));
  }

  @Test
  void plan_code_winsOverFiles() throws Exception {
    assertThat(low(builder().prices(file("2")).prices("nano-banana", card("4"))))
        .isEqualTo(Money.usd("4"));
  }

  @Test
  void plan_settingOfTheProvider_winsOverAll() throws Exception {
    var builder =
        builder()
            .prices(file("2"))
            .prices("nano-banana", card("4"))
            .option("vidgen.nano-banana.usd-per-image", "5");

    assertThat(low(builder)).isEqualTo(Money.usd("5"));
  }

  @Test
  void plan_options_haveTheirOwn() {
    var google = GoogleOptions.builder(Secret.of(FakeGoogle.KEY)).build();
    var options = NanoBananaOptions.builder(google).prices(card("6")).build();

    assertThat(low(builder().images(new NanoBananaImageProvider(options))))
        .isEqualTo(Money.usd("6"));
  }

  @Test
  void build_pricesForAGivenProvider_areRefused() {
    var google = GoogleOptions.builder(Secret.of(FakeGoogle.KEY)).build();
    var given = new NanoBananaImageProvider(NanoBananaOptions.builder(google).build());

    assertThatThrownBy(() -> builder().images(given).prices("nano-banana", card("1")).build())
        .hasMessageContaining("prices of nano-banana")
        .hasMessageContaining("give them to the provider's options");
  }

  @Test
  void build_pricesOfNobody_areRefusedWithTheNames() {
    assertThatThrownBy(() -> builder().prices("nano-bananas", card("1")).build())
        .hasMessageContaining("prices of nano-bananas")
        .hasMessageContaining("veo");
  }

  @Test
  void build_brokenFile_isRefusedWithItsLine() throws Exception {
    var file = file("free");

    assertThatThrownBy(() -> builder().prices(file).build())
        .hasMessageContaining(file + ", line 1, rates[0].amount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tier | 1080P | write \"1080p\"",
        "tier | 4K | write \"4k\"",
        "tier | HD | use one of [1080p, 4k, 720p], or leave it out for all",
        "condition | Silent | write \"silent\"",
        "condition | at night | use one of [silent]"
      })
  void build_wordThatTheProviderNeverLooksFor_isRefused(String field, String word, String remedy)
      throws Exception {
    var file = veo("\"" + field + "\": \"" + word + "\"");

    assertThatThrownBy(() -> builder().prices(file).build().close())
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("prices of veo in " + file)
        .hasMessageContaining(field + " \"" + word + "\" is not known for second")
        .hasMessageContaining(remedy);
  }

  @Test
  void build_wordOfAnotherUnit_isRefused() {
    var token = Rate.of(PriceUnit.INPUT_TOKEN, Money.usd("1")).perMillion().forTier("1K");

    assertThatThrownBy(() -> builder().prices("nano-banana", PriceCard.own(token)).build().close())
        .hasMessageContaining("tier \"1K\" is not known for input-token")
        .hasMessageContaining("leave it out");
  }

  @Test
  void build_wordsOfTheJarAndNewModel_areTaken() throws Exception {
    var file = veo("\"model\": \"veo-4\", \"tier\": \"1080p\", \"condition\": \"silent\"");

    builder().prices(file).build().close();
  }

  @Test
  void build_noPrices_isOneErrorWithoutABrokenProvider() throws Exception {
    var file =
        Files.writeString(
            directory.resolve("none.json"), "{\"provider\": \"nano-banana\", \"rates\": []}");

    assertThatThrownBy(() -> builder().prices(file).build().close())
        .hasMessageContaining("prices of nano-banana in " + file)
        .hasMessageContaining("give amounts of 0")
        .hasMessageNotContaining("broken");
  }

  @Test
  void build_cardInCodeOfADayToCome_isRefused() {
    var later = LocalDate.now(ZoneOffset.UTC).plusDays(2);
    var card = PriceCard.of(later, "slip", Rate.of(PriceUnit.IMAGE, Money.usd("1")));

    assertThatThrownBy(() -> builder().prices("nano-banana", card).build().close())
        .hasMessageContaining("in the future: " + later);
  }

  @Test
  void plan_priceThatIsNotInTheFile_namesTheFile() throws Exception {
    var file =
        Files.writeString(
            directory.resolve("other.json"),
            "{\"provider\": \"nano-banana\", \"source\": \"our contract\", \"rates\": [{\"unit\":"
                + " \"image\", \"tier\": \"4K\", \"amount\": \"1\"}]}");

    try (var pipeline = builder().prices(file).build()) {
      assertThat(((Price.Unknown) pipeline.plan(REQUEST).price()).reason())
          .contains("no price of gemini-nano-banana-2.1 at 1K is in the prices of our contract in ")
          .contains(file.toString())
          .contains("vidgen.nano-banana.usd-per-image");
    }
  }

  private Path veo(String words) throws IOException {
    return Files.writeString(
        directory.resolve("veo.json"),
        "{\"provider\": \"veo\", \"rates\": [{\"unit\": \"second\", \"amount\": \"0.10\"}, {"
            + words
            + ", \"unit\": \"second\", \"amount\": \"0.60\"}]}");
  }

  private Path file(String amount) throws IOException {
    return Files.writeString(
        directory.resolve("prices.json"),
        "{\"provider\": \"nano-banana\", \"rates\": [{\"unit\": \"image\", \"amount\": \""
            + amount
            + "\"}]}");
  }

  private static PriceCard card(String amount) {
    return PriceCard.own(Rate.of(PriceUnit.IMAGE, Money.usd(amount)));
  }

  private static VideoPipelineBuilder builder() {
    return VideoPipeline.builder()
        .option("GEMINI_API_KEY", FakeGoogle.KEY)
        .speech(FakeSpeechProvider.create())
        .images("nano-banana")
        .composer(FakeComposer.create());
  }

  private static Money low(VideoPipelineBuilder builder) {
    RenderPlan plan;
    try (var pipeline = builder.build()) {
      plan = pipeline.plan(REQUEST);
    }
    assertThat(plan.isRunnable()).as("%s", plan.problems()).isTrue();
    return ((Price.Range) plan.price()).low();
  }
}
