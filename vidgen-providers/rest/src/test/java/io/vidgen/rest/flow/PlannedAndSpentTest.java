package io.vidgen.rest.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.audio.WavWriter;
import io.vidgen.model.Artifact;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.rest.did.DidAvatarProvider;
import io.vidgen.rest.did.DidOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProvider;
import io.vidgen.rest.whisper.WhisperTranscriptionProviderFactory;
import io.vidgen.sandbox.Charge;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.AvatarRequest;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.Provider;
import io.vidgen.spi.ProviderRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.Secret;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.FakeProviderConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** For random requests: what a plan says is what the sandbox charges, converted by the card. */
@Timeout(300)
class PlannedAndSpentTest {
  private static final long SEED = 20_261_121;
  private static final Currency USD = Currency.getInstance("USD");
  private static final Money CREDIT_OF_DID = Money.usd("0.1475");
  private static final List<String> MODELS =
      List.of("eleven_v3", "eleven_multilingual_v2", "eleven_flash_v2_5", "eleven_turbo_v2_5");

  /** Its voice comes without times, so that they are repaired. */
  private static final String WITHOUT_TIMES = "WithoutTimes00000000";

  private static final String FLAT = "pcm_16000";

  @TempDir static Path directory;

  private static Sandbox sandbox;

  private final Random dice = new Random(SEED);

  @BeforeAll
  static void start() {
    sandbox = Sandbox.builder().scale(0).credits(BigDecimal.valueOf(1_000_000)).start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void elevenLabs_randomTexts_costExactlyWhatIsPlanned() throws Exception {
    say(30);
  }

  @Test
  @Tag("soak")
  void elevenLabs_manyRandomTexts_costExactlyWhatIsPlanned() throws Exception {
    say(300);
  }

  private void say(int requests) throws Exception {
    for (int i = 0; i < requests; i++) {
      var voice = elevenLabs().model(any(MODELS)).build();
      try (var call = FakeCallContext.create()) {
        var text = text(i % 10 == 0 ? 12 : 3);
        var request = new SpeechRequest(text, Locale.ENGLISH, null, null, i);
        var bought = called(ElevenLabsSpeechProvider.create(voice), request, call, this::ofCredits);
        assertThat(bought.low()).as("%s", request).isEqualTo(bought.high());
        assertThat(bought.spent()).isEqualTo(bought.charged());
      }
    }
  }

  @Test
  void elevenLabs_partsAndRepairs_areBookedAtWhatTheyWereCharged() throws Exception {
    buyInParts(6);
  }

  @Test
  @Tag("soak")
  void elevenLabs_manyPartsAndRepairs_areBookedAtWhatTheyWereCharged() throws Exception {
    buyInParts(60);
  }

  private void buyInParts(int requests) throws Exception {
    for (int i = 0; i < requests; i++) {
      var options = elevenLabs().model(any(MODELS)).partLength(100).repair(i % 3 == 0);
      var voice = ElevenLabsSpeechProvider.create(options.build());
      try (var call = FakeCallContext.create()) {
        var asked = i % 3 == 0 ? WITHOUT_TIMES : null;
        var request = new SpeechRequest(text(60), Locale.ENGLISH, asked, null, i);
        var bought = called(voice, request, call, this::ofCredits);
        assertThat(bought.spent()).as("%s", request).isEqualTo(bought.charged());
      }
    }
  }

  @Test
  void whisper_randomRecordings_areBookedAtWhatTheyWereCharged() throws Exception {
    hear(20);
  }

  @Test
  @Tag("soak")
  void whisper_manyRandomRecordings_areBookedAtWhatTheyWereCharged() throws Exception {
    hear(200);
  }

  private void hear(int recordings) throws Exception {
    var whisper =
        new WhisperTranscriptionProviderFactory()
            .create(
                FakeProviderConfig.of(
                    Map.of(
                        "OPENAI_API_KEY",
                        "sk-test-0123456789",
                        "vidgen.whisper.openai-url",
                        sandbox.url(Vendor.WHISPER) + "/v1",
                        "vidgen.whisper.max-kilobytes",
                        "300")));
    for (int i = 0; i < recordings; i++) {
      try (var call = FakeCallContext.create()) {
        int millis = 200 + dice.nextInt(i % 5 == 0 ? 20_000 : 5000);
        var request =
            new TranscriptionRequest(
                recording(call, millis), Locale.ENGLISH, null, i, Duration.ofMillis(millis));
        var bought =
            called(
                whisper,
                request,
                call,
                charge -> charge.amount().multiply(new BigDecimal("0.006")));
        assertThat(bought.spent()).as("%s", request).isEqualTo(bought.charged());
      }
    }
  }

  @Test
  void did_randomTexts_areChargedWhatIsPlanned() throws Exception {
    submitTexts(20);
  }

  @Test
  @Tag("soak")
  void did_manyRandomTexts_areChargedWhatIsPlanned() throws Exception {
    submitTexts(200);
  }

  /** Time stands still there, so that nothing is ever filmed or corrected. */
  private void submitTexts(int texts) throws Exception {
    try (var still =
        Sandbox.builder()
            .virtualTime(Instant.parse("2026-11-21T12:00:00Z"))
            .ffmpeg(Path.of("no-ffmpeg-is-here"))
            .start()) {
      var did = did(still);
      for (int i = 0; i < texts; i++) {
        try (var call = FakeCallContext.create()) {
          var request = talk(text(60), null, null, i);
          submitted(still, did, request, call);
        }
      }
    }
  }

  @Test
  void did_randomRecordings_costExactlyWhatIsPlanned() throws Exception {
    try (var still = Sandbox.builder().virtualTime(Instant.parse("2026-11-21T12:00:00Z")).start()) {
      var did = did(still);
      for (int i = 0; i < 8; i++) {
        try (var call = FakeCallContext.create()) {
          int millis = 500 + dice.nextInt(35_000);
          var length = Duration.ofMillis(millis);
          var request = talk(null, recording(call, millis), length, i);
          var bought = submitted(still, did, request, call);
          assertThat(bought.low()).isEqualTo(bought.high()).isEqualTo(bought.charged());
        }
      }
    }
  }

  @Test
  void did_textsToTheEnd_areBookedAtWhatTheyWereCharged() throws Exception {
    var did = did(sandbox);
    @SuppressWarnings("unchecked") // D-ID's work
    var work = (LongRunningWork<AvatarRequest, ?>) did.work();
    for (int i = 0; i < 3; i++) {
      try (var call = FakeCallContext.create()) {
        var request = talk(text(4 + 20 * i), null, null, i);
        int before = sandbox.charges(Vendor.DID).size();
        var operation = work.submit(request, call);
        while (!(work.poll(operation, call) instanceof Poll.Ready)) {
          LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        var unused = work.collect(operation, request, call);
        var bought = bought(sandbox, did, request, call, before, Vendor.DID, this::ofDid);
        assertThat(bought.spent()).as("%s", request).isEqualTo(bought.charged());
      }
    }
  }

  /** What was planned, what the provider says, and what the sandbox has in its books. */
  private record Bought(Money low, Money high, Money spent, Money charged) {}

  private Bought submitted(
      Sandbox at, DidAvatarProvider did, AvatarRequest request, FakeCallContext call)
      throws Exception {
    int before = at.charges(Vendor.DID).size();
    var unused = did.work().submit(request, call);
    return bought(at, did, request, call, before, Vendor.DID, this::ofDid);
  }

  private static <Q extends ProviderRequest> Bought called(
      Provider<Q, ?> provider, Q request, FakeCallContext call, Function<Charge, BigDecimal> worth)
      throws Exception {
    var vendor = provider.id().equals("whisper") ? Vendor.WHISPER : Vendor.ELEVENLABS;
    int before = sandbox.charges(vendor).size();
    var unused = ((QuickWork<Q, ?>) provider.work()).call(request, call);
    return bought(sandbox, provider, request, call, before, vendor, worth);
  }

  /** As the engine books it: what the vendor says, else the most. */
  private static <Q extends ProviderRequest> Bought bought(
      Sandbox at,
      Provider<Q, ?> provider,
      Q request,
      FakeCallContext call,
      int before,
      Vendor vendor,
      Function<Charge, BigDecimal> worth) {
    var price = (Price.Range) provider.price(request);
    var spent = call.charged().orElse(price.high());
    var charges = at.charges(vendor);
    var sum =
        charges.subList(before, charges.size()).stream()
            .map(worth)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var charged = new Money(sum.setScale(6, RoundingMode.HALF_UP), USD);
    assertThat(charged).as("%s", request).isBetween(price.low(), price.high());
    assertThat(spent).as("%s", request).isBetween(price.low(), price.high());
    return new Bought(price.low(), price.high(), spent, charged);
  }

  /** A credit is a character of the full price; an alignment is billed by the second. */
  private BigDecimal ofCredits(Charge charge) {
    return charge.unit().equals("seconds")
        ? charge
            .amount()
            .multiply(new BigDecimal("0.22"))
            .divide(BigDecimal.valueOf(3600), 9, RoundingMode.HALF_UP)
        : charge.amount().multiply(new BigDecimal("0.0001"));
  }

  private BigDecimal ofDid(Charge charge) {
    return charge.amount().multiply(CREDIT_OF_DID.amount());
  }

  private static io.vidgen.rest.elevenlabs.ElevenLabsOptionsBuilder elevenLabs() {
    return ElevenLabsOptions.builder(Secret.of("flow-elevenlabs"))
        .url(URI.create(sandbox.url(Vendor.ELEVENLABS)))
        .format(FLAT);
  }

  private static DidAvatarProvider did(Sandbox at) {
    return new DidAvatarProvider(
        DidOptions.builder(Secret.of("flow@example:password"))
            .address(URI.create(at.url(Vendor.DID)))
            .textLimit(2000)
            .prices(PriceCard.own(Rate.of(PriceUnit.CREDIT, CREDIT_OF_DID)))
            .build());
  }

  private static AvatarRequest talk(
      @org.jspecify.annotations.Nullable String text,
      @org.jspecify.annotations.Nullable Artifact speech,
      @org.jspecify.annotations.Nullable Duration length,
      int take) {
    return new AvatarRequest(
        null, "amy-jcwCkr1grs", text, speech, Locale.ENGLISH, null, take, length);
  }

  /** Quiet noise, different each time, so that nothing is known already. */
  private Artifact recording(FakeCallContext call, int millis) throws IOException {
    var file = Files.createTempFile(directory, "noise", ".wav");
    var samples = new float[16 * millis];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.01 * dice.nextGaussian());
    }
    try (var wav = new WavWriter(file, 16_000)) {
      wav.write(samples, samples.length);
    }
    return call.input(Files.readAllBytes(file), "audio/wav");
  }

  private String text(int most) {
    var words = List.of("lighthouse", "storm", "boat", "Mia", "été", "night.", "bread,", "1,250");
    var text = new StringBuilder("A tale");
    for (int i = dice.nextInt(most); i >= 0; i--) {
      text.append(' ').append(any(words));
    }
    return text.append('.').toString();
  }

  private <T> T any(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}
