package io.vidgen.examples.storm;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.google.GoogleOptions;
import io.vidgen.google.NanoBananaImageProvider;
import io.vidgen.google.NanoBananaOptions;
import io.vidgen.google.VeoOptions;
import io.vidgen.google.VeoVideoProvider;
import io.vidgen.money.Money;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.rest.coqui.CoquiOptions;
import io.vidgen.rest.coqui.CoquiSpeechProvider;
import io.vidgen.rest.did.DidAvatarProvider;
import io.vidgen.rest.did.DidOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsOptions;
import io.vidgen.rest.elevenlabs.ElevenLabsSpeechProvider;
import io.vidgen.routing.VideoRouter;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.Secret;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** Vendors, and a pipeline whose providers talk to them by HTTP. */
final class Studio implements AutoCloseable {
  /** Who films when Veo cannot. */
  static final String SECOND = "second-films";

  static final Money CREDIT_OF_DID = Money.usd("0.1475");

  /** Of engine time in real time: a rest of 30 s takes 150 ms. */
  private static final int FAST = 200;

  final FastTime time = new FastTime(FAST);
  final Sandbox sandbox;
  final FakeVendor second;
  final FakeVideoProvider secondFilms;
  final VideoPipeline pipeline;
  private final Door door;

  Studio(Path directory, long seed, Duration silence) throws IOException {
    sandbox =
        Sandbox.builder().seed(seed).scale(0).credits(BigDecimal.valueOf(100_000_000)).start();
    door = Door.to(sandbox.address());
    second = FakeVendor.open(directory.resolve("second"));
    secondFilms =
        FakeVideoProvider.of(second, SubmitSafety.RECONCILABLE)
            .named(SECOND)
            .polled(Duration.ofSeconds(5), time);
    pipeline = builder(silence).build();
  }

  /** Over the same ledger, for vendors that have to warm up: it listens for long. */
  VideoPipeline patient() {
    return builder(Duration.ofMinutes(2)).ledger(pipeline.ledger()).build();
  }

  private VideoPipelineBuilder builder(Duration silence) {
    return VideoPipeline.builder()
        .clock(time)
        .scheduler(time)
        .parallelism(8)
        .speech(elevenLabs(silence), coqui())
        .router(VideoRouter.listed().standIn("", "coqui", ""))
        .images(nanoBanana(), FakeImageProvider.create())
        .videos(veo(), secondFilms)
        .avatar(did())
        .transcription(FakeTranscriptionProvider.aligner())
        .composer(FakeComposer.create());
  }

  /** Lets a phase begin. */
  void begin(Phase phase) {
    phase.faults().forEach(sandbox::inject);
    if (phase.shut()) {
      door.shut();
    }
  }

  /** Everybody is well again. */
  void mend() {
    sandbox.clearFaults();
    door.open();
  }

  private ElevenLabsSpeechProvider elevenLabs(Duration silence) {
    return ElevenLabsSpeechProvider.create(
        ElevenLabsOptions.builder(Secret.of("storm-elevenlabs"))
            .url(URI.create(door.address() + "/" + Vendor.ELEVENLABS.prefix()))
            .format("pcm_16000")
            .seed(0L) // so that takes differ in the books
            .timeout(silence)
            .build());
  }

  private CoquiSpeechProvider coqui() {
    return new CoquiSpeechProvider(
        CoquiOptions.builder(URI.create(sandbox.url(Vendor.COQUI))).parallel(4).build());
  }

  private NanoBananaImageProvider nanoBanana() {
    return new NanoBananaImageProvider(NanoBananaOptions.builder(google()).build());
  }

  private VeoVideoProvider veo() {
    return new VeoVideoProvider(
        VeoOptions.builder(google()).extensionBilling(VeoOptions.ExtensionBilling.ADDED).build());
  }

  private GoogleOptions google() {
    var key = Objects.requireNonNull(sandbox.environment().get("GEMINI_API_KEY"), "a key");
    return GoogleOptions.builder(Secret.of(key))
        .url(URI.create(sandbox.url(Vendor.GOOGLE)))
        .concurrency(8)
        .build();
  }

  private DidAvatarProvider did() {
    return new DidAvatarProvider(
        DidOptions.builder(Secret.of("storm@example:password"))
            .address(URI.create(sandbox.url(Vendor.DID)))
            .prices(PriceCard.own(Rate.of(PriceUnit.CREDIT, CREDIT_OF_DID)))
            .reconcile(true, Duration.ZERO)
            .build());
  }

  @Override
  public void close() {
    pipeline.close();
    door.close();
    sandbox.close();
    time.close();
  }
}
