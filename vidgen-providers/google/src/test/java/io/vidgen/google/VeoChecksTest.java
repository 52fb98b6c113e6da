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
import io.vidgen.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what Veo 3.1 takes, row by row, and what it costs. */
class VeoChecksTest {
  private static final String FILE =
      "https://generativelanguage.googleapis.com/v1beta/files/abc:download?alt=media";
  private static final String LITE = "veo-3.1-lite-generate-preview";
  private static final String FAST = "veo-3.1-fast-generate-preview";
  private static final String STANDARD = VeoModels.DEFAULT;
  private static final String PLATFORM = VeoModels.PLATFORM_DEFAULT;
  private static final String PLATFORM_LITE = "veo-3.1-lite-generate-001";
  private static final Artifact PNG = picture("image/png", 1000);
  private static final VideoFormat FULL = new VideoFormat(1920, 1080);
  private static final VideoFormat FOUR_K = new VideoFormat(3840, 2160);

  static Stream<Arguments> refused() {
    return Stream.of(
        row(STANDARD, "duration", c -> c.seconds = 5),
        row(STANDARD, "duration", c -> c.seconds = 9),
        row(STANDARD, "duration", with(FULL, 6)),
        row(STANDARD, "duration", with(FOUR_K, 4)),
        row(
            STANDARD,
            "duration",
            c -> {
              c.references = List.of(PNG);
              c.seconds = 6;
            }),
        row(
            PLATFORM,
            "duration",
            c -> {
              c.references = List.of(PNG);
              c.seconds = 6;
            }),
        row(STANDARD, "duration", c -> c.extend = Clips.video(FILE, 8, 0)),
        row(STANDARD, "format", c -> c.format = VideoFormat.SQUARE),
        row(STANDARD, "format", c -> c.format = VideoFormat.FEED),
        row(LITE, "format", c -> c.format = FOUR_K),
        row(PLATFORM_LITE, "format", c -> c.format = FOUR_K),
        row(STANDARD, "format", extension(c -> c.format = FULL)),
        row(LITE, "references", c -> c.references = List.of(PNG)),
        row(PLATFORM_LITE, "references", c -> c.references = List.of(PNG)),
        row(STANDARD, "references", c -> c.references = Collections.nCopies(4, PNG)),
        row(
            STANDARD,
            "references",
            c -> {
              c.references = List.of(PNG);
              c.firstFrame = PNG;
            }),
        row(STANDARD, "references", extension(c -> c.references = List.of(PNG))),
        row(STANDARD, "references[0]", c -> c.references = List.of(picture("image/webp", 10))),
        row(STANDARD, "firstFrame", c -> c.firstFrame = picture("image/png", 21 << 20)),
        row(STANDARD, "firstFrame", extension(c -> c.firstFrame = PNG)),
        row(STANDARD, "lastFrame", c -> c.lastFrame = PNG),
        row(LITE, "extend", extension(c -> {})),
        row(STANDARD, "extend", extension(c -> c.extend = Clips.video(FILE, 142, 0))),
        row(STANDARD, "extend", extension(c -> c.extend = Clips.video(FILE, 100, 20))),
        row(STANDARD, "extend", extension(c -> c.extend = Clips.video("gs://films/a.mp4", 8, 0))),
        row(STANDARD, "extend", extension(c -> c.extend = foreign())),
        row(STANDARD, "extend", extension(c -> c.extend = expired())),
        row(PLATFORM, "extend", extension(c -> c.extend = Clips.video(FILE, 8, 0))),
        row(PLATFORM, "extend", extension(c -> c.extend = Clips.video("gs://films/a.mp4", 31, 0))),
        row(LITE, "negativePrompt", c -> c.negativePrompt = "rain"),
        row(STANDARD, "seed", c -> c.seed = 7L),
        row(PLATFORM, "seed", c -> c.seed = -1L),
        row(PLATFORM, "seed", c -> c.seed = 1L << 32),
        row(STANDARD, "audio", c -> c.audio = false),
        row(STANDARD, "prompt", c -> c.prompt = " "),
        row(STANDARD, "prompt", c -> c.prompt = "x".repeat(4097)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void check_rowOfTheTable_namesTheField(String model, String field, Consumer<Clips> change) {
    assertThat(errors(check(model, change, false))).contains(field);
  }

  static Stream<Arguments> taken() {
    return Stream.of(
        row(STANDARD, "", c -> c.seconds = 4),
        row(STANDARD, "", c -> c.format = Clips.TALL),
        row(STANDARD, "", with(FOUR_K, 8)),
        row(FAST, "", c -> c.references = List.of(PNG, PNG, PNG)),
        row(
            STANDARD,
            "",
            c -> {
              c.firstFrame = PNG;
              c.lastFrame = PNG;
            }),
        row(LITE, "", c -> c.firstFrame = PNG),
        row(LITE, "", with(FULL, 8)),
        row(STANDARD, "", extension(c -> c.extend = Clips.video(FILE, 141, 19))),
        row(STANDARD, "", c -> c.negativePrompt = "rain"),
        row(PLATFORM, "", with(FULL, 4)),
        row(PLATFORM, "", c -> c.seed = 0xffff_ffffL),
        row(PLATFORM, "", c -> c.audio = false),
        row(PLATFORM_LITE, "", extension(c -> c.extend = Clips.video("gs://films/a.mp4", 30, 0))));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void check_whatTheTableAllows_findsNoError(String model, String none, Consumer<Clips> change) {
    assertThat(errors(check(model, change, false))).isEmpty();
  }

  @Test
  void check_everyRowUnchecked_onlyWarnsExceptForForeignVideos() {
    var rows = refused().toList();

    assertThat(rows).hasSize(36);
    for (var row : rows) {
      @SuppressWarnings("unchecked") // as the rows are made
      var change = (Consumer<Clips>) row.get()[2];
      var problems = check((String) row.get()[0], change, true);

      assertThat(problems).isNotEmpty();
      assertThat(errors(problems)).isSubsetOf("extend");
    }
  }

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

  @Test
  void check_peopleByMode_takesTheModesOwnWordOnly() {
    var all = options(STANDARD, STANDARD, false).personGeneration("allow_all");
    var adult = options(STANDARD, STANDARD, false).personGeneration("allow_adult");

    assertThat(errors(check(all, c -> {}))).isEmpty();
    assertThat(errors(check(adult, c -> {}))).hasSize(1);
    assertThat(errors(check(adult, c -> c.firstFrame = PNG))).isEmpty();
    assertThat(errors(check(all, c -> c.references = List.of(PNG)))).hasSize(1);
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
        new VeoModel(
            "veo-4",
            false,
            java.time.LocalDate.of(2026, 11, 1),
            EnumSet.noneOf(VeoModel.Feature.class),
            Map.of(VeoModel.Resolution.P720, Money.usd("1")),
            Map.of());
    var options = options(STANDARD, "veo-4", false).models(VeoModels.builtIn().with(own));
    var provider = new VeoVideoProvider(options.build());

    assertThat(provider.price(Clips.clip().request())).isEqualTo(usd("8"));
    assertThat(provider.limits().extendable()).isFalse();
    assertThat(provider.priceCard().asOf()).isEqualTo("2026-11-01");
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

  private static List<Problem> check(String model, Consumer<Clips> change, boolean unchecked) {
    return check(options(model, model, unchecked), change);
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

  private static Arguments row(String model, String field, Consumer<Clips> change) {
    return Arguments.of(model, field, change);
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

  private static Artifact picture(String type, int size) {
    return new Artifact(new Fingerprint("ab".repeat(32)), type, size);
  }

  private static VendorVideo foreign() {
    return new VendorVideo(
        "other", FILE, Instant.now().plusSeconds(60), Duration.ofSeconds(8), Clips.WIDE, 0);
  }

  private static VendorVideo expired() {
    return new VendorVideo(
        "veo", FILE, Instant.now().minusSeconds(60), Duration.ofSeconds(8), Clips.WIDE, 0);
  }
}
