package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.error.Problem;
import io.vidgen.google.GoogleOptions;
import io.vidgen.google.NanoBananaImageProvider;
import io.vidgen.google.NanoBananaOptions;
import io.vidgen.google.VeoModel.Resolution;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.job.Narrated;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.Artifact;
import io.vidgen.model.DialogueLine;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.ClipRequest;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.ImageRequest;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Secret;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeSpeechProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** What these tests share. */
@Timeout(600)
abstract class PlannedAndSpentFixture {
  static final long SEED = 20_261_121;

  static final Currency USD = Currency.getInstance("USD");

  static final List<String> VEO =
      List.of(
          "veo-3.1-generate-preview",
          "veo-3.1-fast-generate-preview",
          "veo-3.1-lite-generate-preview");

  static final List<String> VEO_OF_THE_PLATFORM =
      List.of("veo-3.1-generate-001", "veo-3.1-fast-generate-001", "veo-3.1-lite-generate-001");

  static final List<String> BANANAS =
      List.of(
          "gemini-nano-banana-2.1",
          "gemini-3-pro-image",
          "gemini-3.1-flash-image",
          "gemini-3.1-flash-lite-image",
          "gemini-2.5-flash-image");

  static final List<String> WRITERS =
      List.of(
          "gemini-3.8-flash",
          "gemini-3.5-flash",
          "gemini-3.5-flash-lite",
          "gemini-3.1-pro-preview",
          "gemini-2.5-flash",
          "gemini-2.5-flash-lite");

  /** Videos are charged when they are ordered, so that nothing has to be filmed. */
  static Sandbox unfilmed;

  final Random dice = new Random(SEED);

  @BeforeAll
  static void start() {
    unfilmed =
        Sandbox.builder()
            .scale(0)
            .credits(BigDecimal.valueOf(1_000_000))
            .ffmpeg(Path.of("no-ffmpeg-is-here"))
            .start();
  }

  @AfterAll
  static void stop() {
    unfilmed.close();
  }

  void draw(int pictures) throws Exception {
    for (int i = 0; i < pictures; i++) {
      var options = NanoBananaOptions.builder(google(unfilmed, false)).model(any(BANANAS));
      var bananas = new NanoBananaImageProvider(options.build());
      try (var call = FakeCallContext.create()) {
        var references = new ArrayList<Artifact>();
        for (int r = dice.nextInt(3); r > 0; r--) {
          references.add(picture(call));
        }
        var format = any(List.of("270x480", "480x270", "256x256", "1080x1920"));
        var size = i % 10 == 0 ? format : any(List.of("270x480", "480x270", "256x256"));
        var request =
            new ImageRequest(
                text(),
                dice.nextBoolean() ? "" : text(),
                VideoFormat.parse(size),
                references,
                null,
                i);
        assertThat(isSent(bananas, request)).isTrue();
        var bought = called(bananas, request, call);
        assertThat(bought.spent()).isEqualTo(bought.charged());
      }
    }
  }

  void render(int requests) {
    try (var ledger = Ledgers.inMemory();
        var pipeline = pipeline(ledger)) {
      for (int i = 0; i < requests; i++) {
        var request = story(i);
        var planned = (Price.Range) pipeline.plan(request).price();
        var before = spent(ledger);
        int charges = unfilmed.charges(Vendor.GOOGLE).size();

        var render = pipeline.render(request);

        var spent = new Money(spent(ledger).subtract(before), USD);
        assertThat(spent).as("%s", request).isBetween(planned.low(), planned.high());
        assertThat(spent).isEqualTo(charged(unfilmed, charges));
        assertThat(render.cost()).isEqualTo(Price.exactly(spent));
      }
      assertThat(spent(ledger)).isPositive();
    }
  }

  VideoPipeline pipeline(Ledger ledger) {
    var builder =
        VideoPipeline.builder()
            .ledger(ledger)
            .images("nano-banana")
            .speech(FakeSpeechProvider.create())
            .composer(FakeComposer.create())
            .parallelism(2);
    unfilmed.environment().forEach(builder::option);
    return builder.build();
  }

  /** One to three scenes, of which one may have been seen before. */
  Narrated story(int number) {
    var scenes = new ArrayList<Scene>();
    for (int i = dice.nextInt(3); i >= 0; i--) {
      boolean old = i > 0 && dice.nextInt(4) == 0;
      var visual = old ? "A hill in the rain" : "Number " + number + ", " + i + ": " + text();
      var said = List.of(DialogueLine.narrator("And this is it."));
      scenes.add(new Scene("", said, visual, "", null, null, null, 1));
    }
    return VideoRequest.narrated(new Script("Number " + number, Locale.ENGLISH, scenes))
        .format(new VideoFormat(270, 480))
        .build();
  }

  static BigDecimal spent(Ledger ledger) {
    return ledger.all().stream()
        .map(StepRecord::spent)
        .filter(Objects::nonNull)
        .map(Money::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static Money charged(Sandbox sandbox, int before) {
    var charges = sandbox.charges(Vendor.GOOGLE);
    return new Money(
        charges.subList(before, charges.size()).stream()
            .map(charge -> charge.amount().setScale(6, RoundingMode.HALF_UP))
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        USD);
  }

  /** What was planned, what the provider says, and what the sandbox has in its books. */
  record Bought(Money low, Money high, Money spent, Money charged) {}

  Bought submitted(Sandbox sandbox, VeoVideoProvider veo, ClipRequest request, FakeCallContext call)
      throws Exception {
    int before = sandbox.charges(Vendor.GOOGLE).size();
    var unused = ((LongRunningWork<ClipRequest, ?>) veo.work()).submit(request, call);
    var bought = bought(sandbox, veo, request, call, before);
    boolean exact = bought.low().equals(bought.high());
    assertThat(exact ? bought.spent() : bought.low()).as("%s", request).isEqualTo(bought.charged());
    return bought;
  }

  static <Q extends ProviderRequest> Bought called(
      Provider<Q, ?> provider, Q request, FakeCallContext call) throws Exception {
    int before = unfilmed.charges(Vendor.GOOGLE).size();
    var unused = ((QuickWork<Q, ?>) provider.work()).call(request, call);
    return bought(unfilmed, provider, request, call, before);
  }

  /** As the engine books it: what the vendor says, else the most. */
  static <Q extends ProviderRequest> Bought bought(
      Sandbox sandbox, Provider<Q, ?> provider, Q request, FakeCallContext call, int before) {
    var price = (Price.Range) provider.price(request);
    var spent = call.charged().orElse(price.high());
    var charged = charged(sandbox, before);
    assertThat(charged)
        .as("%s for %s", provider.model(), request)
        .isBetween(price.low(), price.high());
    assertThat(spent).isBetween(price.low(), price.high());
    return new Bought(price.low(), price.high(), spent, charged);
  }

  static VendorVideo filmed(VeoVideoProvider veo) throws Exception {
    try (var call = FakeCallContext.create()) {
      var request =
          new ClipRequest(
              "A quiet sea.",
              "",
              Duration.ofSeconds(4),
              Resolution.P720.format(false),
              List.of(),
              null,
              null,
              null,
              true,
              null,
              0,
              0);
      @SuppressWarnings("unchecked") // Veo's work
      var work = (LongRunningWork<ClipRequest, ClipResult>) veo.work();
      var operation = work.submit(request, call);
      while (work.poll(operation, call) instanceof Poll.Running) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
      var own = work.collect(operation, request, call).source();
      assertThat(own).isNotNull();
      return own;
    }
  }

  ClipRequest clip(FakeCallContext call, @Nullable VendorVideo before) throws IOException {
    var resolution = before == null ? any(List.of(Resolution.values())) : Resolution.P720;
    boolean fresh = before == null;
    return new ClipRequest(
        text(),
        "",
        Duration.ofSeconds(fresh ? any(List.of(4, 6, 8)) : 7),
        resolution.format(fresh && dice.nextBoolean()),
        List.of(),
        fresh && dice.nextInt(8) == 0 ? picture(call) : null,
        null,
        before,
        !fresh || dice.nextBoolean(),
        null,
        0,
        0);
  }

  static <Q extends ProviderRequest> boolean isSent(Provider<Q, ?> provider, Q request) {
    return provider.check(request).stream()
        .noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }

  static GoogleOptions google(Sandbox sandbox, boolean platform) {
    var key = sandbox.environment().get("GEMINI_API_KEY");
    var address = URI.create(sandbox.url(Vendor.GOOGLE));
    return platform
        ? GoogleOptions.platform("films", "us-central1")
            .accessTokens(() -> Secret.of(key))
            .url(address)
            .build()
        : GoogleOptions.builder(Secret.of(key)).url(address).build();
  }

  Artifact picture(FakeCallContext call) throws IOException {
    var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    image.setRGB(dice.nextInt(64), dice.nextInt(64), dice.nextInt());
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "png", bytes)).isTrue();
    return call.input(bytes.toByteArray(), "image/png");
  }

  String text() {
    var words = List.of("lighthouse", "storm", "a red boat", "Mia", "海", "été", "night", "bread");
    var text = new StringBuilder("A tale");
    for (int i = dice.nextInt(30); i >= 0; i--) {
      text.append(' ').append(any(words));
    }
    return text.toString();
  }

  <T> T any(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}
