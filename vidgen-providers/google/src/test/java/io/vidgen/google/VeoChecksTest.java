package io.vidgen.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models, prices and limits; what a request may hold is in {@link VeoMatrixTest}. */
class VeoChecksTest {
  private static final String FILE =
      "https://generativelanguage.googleapis.com/v1beta/files/abc:download?alt=media";
  private static final String LITE = "veo-3.1-lite-generate-preview";
  private static final String FAST = "veo-3.1-fast-generate-preview";
  private static final String STANDARD = VeoModels.DEFAULT;
  private static final String PLATFORM = VeoModels.PLATFORM_DEFAULT;
  private static final VideoFormat FULL = new VideoFormat(1920, 1080);
  private static final VideoFormat FOUR_K = new VideoFormat(3840, 2160);
  private static final Artifact PNG =
      new Artifact(new Fingerprint("ab".repeat(32)), "image/png", 1000);

  @Test
  void check_modelOfTheOtherService_isAnError() {
    assertThat(errors(check(options(STANDARD, PLATFORM, false), c -> {})))
        .containsExactly("vidgen.veo.model");
  }

  @Test
  void check_unknownModel_warnsAndHasNoPrice() {
    var provider = new VeoVideoProvider(options(STANDARD, "veo-9", false).build());

    assertThat(provider.check(Clips.clip().request()))
        .extracting(Problem::severity)
        .containsExactly(Severity.WARNING);
    assertThat(provider.price(Clips.clip().request())).isInstanceOf(Price.Unknown.class);
  }

  /** Files end a little after the last whole second; twenty paid clips hang on the last one. */
  @ParameterizedTest
  @ValueSource(longs = {141_000, 141_001, 141_020, 141_333, 141_999})
  void check_lastExtensionOfAVideoThatEndsUnevenly_isTaken(long millis) {
    var uneven =
        new VendorVideo(
            "veo",
            FILE,
            Instant.now().plusSeconds(3600),
            Duration.ofMillis(millis),
            Clips.WIDE,
            19);

    assertThat(errors(check(options(STANDARD, STANDARD, false), extension(c -> c.extend = uneven))))
        .isEmpty();
  }

  @Test
  void price_clips_areSecondsTimesTheRate() {
    assertThat(price(STANDARD, with(Clips.WIDE, 8))).isEqualTo(usd("3.20"));
    assertThat(price(STANDARD, with(FOUR_K, 8))).isEqualTo(usd("4.80"));
    assertThat(price(FAST, with(FULL, 8))).isEqualTo(usd("0.96"));
    assertThat(price(LITE, with(Clips.TALL, 4))).isEqualTo(usd("0.20"));
    assertThat(price(PLATFORM, c -> c.audio = false)).isEqualTo(usd("1.60"));
  }

  @Test
  void price_extension_isBetweenWhatIsAddedAndAll() {
    var extension = extension(c -> c.extend = Clips.video(FILE, 8, 0));

    assertThat(price(STANDARD, extension))
        .isEqualTo(new Price.Range(Money.usd("2.80"), Money.usd("6.00")));
    var added =
        options(STANDARD, STANDARD, false).extensionBilling(VeoOptions.ExtensionBilling.ADDED);
    var clip = Clips.clip();
    extension.accept(clip);
    assertThat(new VeoVideoProvider(added.build()).price(clip.request())).isEqualTo(usd("2.80"));
  }

  @Test
  void price_ownModel_followsTheTable() {
    var own =
        VeoModel.builder("veo-4")
            .features()
            .notExtending()
            .resolutions(VeoModel.Resolution.P720)
            .build();
    var card =
        PriceCard.of(
            LocalDate.of(2026, 11, 1),
            "the user",
            Rate.of(PriceUnit.SECOND, Money.usd("1")).forModel("veo-4").forTier("720p"));
    var options =
        options(STANDARD, "veo-4", false).models(VeoModels.builtIn().with(own)).prices(card);
    var provider = new VeoVideoProvider(options.build());

    assertThat(provider.price(Clips.clip().request())).isEqualTo(usd("8"));
    assertThat(provider.limits().extendable()).isFalse();
    assertThat(provider.priceCard().asOf()).isEqualTo("2026-11-01");
  }

  /** Google allows more one day, and the table is not ours alone. */
  @Test
  void models_ownOne_isPlannedAndCheckedByItsOwnLimits() {
    var own =
        VeoModel.builder("veo-3.2-generate", VeoModels.builtIn().find(STANDARD).orElseThrow())
            .lengths(Duration.ofSeconds(12), Duration.ofSeconds(5))
            .extension(Duration.ofSeconds(10), 30, Duration.ofSeconds(302))
            .extended(VeoModel.Resolution.P720, VeoModel.Resolution.P1080)
            .references(5)
            .retention(Duration.ofDays(7))
            .promptTokens(2000)
            .build();
    var options =
        options(STANDARD, "veo-3.2-generate", false).models(VeoModels.builtIn().with(own));
    var provider = new VeoVideoProvider(options.build());

    var limits = provider.limits();
    assertThat(limits.lengths()).containsExactly(Duration.ofSeconds(12), Duration.ofSeconds(5));
    assertThat(limits.extension()).isEqualTo(Duration.ofSeconds(10));
    assertThat(limits.maxExtensions()).isEqualTo(30);
    assertThat(limits.maxLength()).isEqualTo(Duration.ofSeconds(312));
    assertThat(limits.maxReferences()).isEqualTo(5);
    assertThat(limits.retention()).isEqualTo(Duration.ofDays(7));
    assertThat(provider.capabilities().maxTextLength()).isEqualTo(8000);
    assertThat(provider.capabilities().maxDuration()).isEqualTo(Duration.ofSeconds(12));
    assertThat(errors(check(options, with(FULL, 5)))).isEmpty();
    assertThat(errors(check(options, with(FULL, 12).andThen(c -> c.prompt = "x".repeat(8000)))))
        .isEmpty();
    assertThat(errors(check(options, c -> c.seconds = 8))).containsExactly("duration");
    var tenMore = extension(c -> c.extend = Clips.video(FILE, 302, 29));
    assertThat(errors(check(options, tenMore.andThen(c -> c.seconds = 10)))).isEmpty();
    assertThat(errors(check(options, tenMore))).containsExactly("duration");
  }

  @Test
  void model_ofNoKnownPrice_makesAllSizesAndHasNoPrice() {
    var own = VeoModel.builder("veo-4").build();
    var options = options(STANDARD, "veo-4", false).models(VeoModels.builtIn().with(own));
    var provider = new VeoVideoProvider(options.build());
    var clip = Clips.clip();
    clip.format = FOUR_K;

    assertThat(provider.check(clip.request())).isEmpty();
    assertThat(provider.price(clip.request())).isInstanceOf(Price.Unknown.class);
    assertThat(provider.priceCard().isFree()).isFalse();
  }

  @Test
  void price_ownOne_isOfAnyModel() {
    var options = options(STANDARD, "veo-9", false).price(Money.usd("0.25"));
    var provider = new VeoVideoProvider(options.build());

    assertThat(provider.price(Clips.clip().request())).isEqualTo(usd("2.00"));
    assertThat(provider.priceCard().source()).isEqualTo("your own options");
  }

  /** What is wrong with it for any Veo that is known is said, and that it is sent. */
  @Test
  void check_unknownModel_warnsOfWhatOthersRefuse() {
    var gone = extension(c -> {}).andThen(c -> c.extend = expired(200, 30));

    assertThat(warnings("veo-9", c -> c.seconds = 5)).contains("duration");
    assertThat(warnings("veo-9", c -> c.lastFrame = PNG)).contains("lastFrame");
    assertThat(warnings("veo-9", gone).stream().filter("extend"::equals)).hasSize(3);
  }

  @Test
  void check_retiredModel_namesCurrentOnes() {
    var problems = check(options(STANDARD, "veo-3.0-generate-001", false), c -> {});

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).remedy())
        .contains("veo-3.1-generate-preview")
        .contains("veo-3.1-fast-generate-preview");
  }

  private static List<String> warnings(String model, Consumer<Clips> change) {
    var problems = check(options(STANDARD, model, false), change);
    assertThat(errors(problems)).isEmpty();
    return problems.stream().map(Problem::field).toList();
  }

  private static VendorVideo expired(int seconds, int extensions) {
    return new VendorVideo(
        "veo",
        FILE,
        Instant.now().minusSeconds(60),
        Duration.ofSeconds(seconds),
        Clips.WIDE,
        extensions);
  }

  /** Google has looked at English only; a plan then warns once. */
  @Test
  void capabilities_languages_areEnglishUntilTheModelIsUnknown() {
    var known = new VeoVideoProvider(options(STANDARD, STANDARD, false).build()).capabilities();
    var other = new VeoVideoProvider(options(STANDARD, "veo-9", false).build()).capabilities();

    assertThat(known.speaks(Locale.US)).isTrue();
    assertThat(known.speaks(Locale.FRENCH)).isFalse();
    assertThat(other.speaks(Locale.FRENCH)).isTrue();
  }

  @Test
  void limits_byModel_sayWhatCanBePlanned() {
    var standard = new VeoVideoProvider(options(STANDARD, STANDARD, false).build()).limits();
    var lite = new VeoVideoProvider(options(LITE, LITE, false).build()).limits();

    assertThat(standard.lengths().get(0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(standard.extension()).isEqualTo(Duration.ofSeconds(7));
    assertThat(standard.maxExtensions()).isEqualTo(20);
    assertThat(standard.maxLength()).isEqualTo(Duration.ofSeconds(148));
    assertThat(standard.retention()).isEqualTo(Duration.ofDays(2));
    assertThat(lite.extendable()).isFalse();
    assertThat(lite.maxReferences()).isZero();
  }

  private static Price price(String model, Consumer<Clips> change) {
    var clip = Clips.clip();
    change.accept(clip);
    return new VeoVideoProvider(options(model, model, false).build()).price(clip.request());
  }

  private static Price usd(String amount) {
    return Price.exactly(Money.usd(amount));
  }

  private static List<Problem> check(VeoOptionsBuilder options, Consumer<Clips> change) {
    var clip = Clips.clip();
    change.accept(clip);
    return new VeoVideoProvider(options.build()).check(clip.request());
  }

  private static VeoOptionsBuilder options(String like, String model, boolean unchecked) {
    var google =
        like.endsWith("-001")
            ? GoogleOptions.platform("films", "us-central1")
            : GoogleOptions.builder(Secret.of(FakeGoogle.KEY));
    return VeoOptions.builder(google.build()).model(model).unchecked(unchecked);
  }

  private static List<String> errors(List<Problem> problems) {
    return problems.stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(Problem::field)
        .toList();
  }

  private static Consumer<Clips> with(VideoFormat format, int seconds) {
    return clip -> {
      clip.format = format;
      clip.seconds = seconds;
    };
  }

  private static Consumer<Clips> extension(Consumer<Clips> change) {
    return clip -> {
      clip.seconds = 7;
      clip.extend = Clips.video(FILE, 8, 0);
      change.accept(clip);
    };
  }
}
