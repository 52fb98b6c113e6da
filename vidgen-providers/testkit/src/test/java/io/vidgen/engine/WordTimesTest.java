package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.VideoPipelineBuilder;
import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.Narrated;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.money.Money;
import io.vidgen.spi.Availability;
import io.vidgen.spi.ProviderConfig;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionProviderFactory;
import io.vidgen.subtitle.CaptionStyle;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeAvatarProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the times of words come from. */
@Timeout(300)
class WordTimesTest {
  private static final Narrated ONE = Studio.narrated("It cost 20 euros.");

  @TempDir Path directory;
  private final Studio studio = new Studio();
  private final FakeSpeechProvider untimed = FakeSpeechProvider.builder().untimed().build();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void render_voiceThatTellsTimes_isBelieved() throws Exception {
    var aligner = FakeTranscriptionProvider.aligner();

    var render = render(studio.builder().transcription(aligner));

    assertThat(sources(render)).contains("SYNTHESIS");
    assertThat(aligner.calls().total()).isZero();
  }

  @Test
  void render_untimedVoiceAndAligner_isAligned() throws Exception {
    var aligner = FakeTranscriptionProvider.aligner("en");
    var builder = studio.builder().speech(untimed).transcription(aligner);
    var planned = plan(builder);

    var render = render(builder);

    assertThat(sources(render)).contains("ALIGNED");
    assertThat(planned).isEqualTo(render.redone());
  }

  @Test
  void render_alignerOfAnotherLanguage_isLeftOut() throws Exception {
    var aligner = FakeTranscriptionProvider.aligner("fr");

    var render = render(studio.builder().speech(untimed).transcription(aligner));

    assertThat(sources(render)).contains("INTERPOLATED");
    assertThat(aligner.calls().total()).isZero();
  }

  @Test
  void render_recogniserThatWasChosen_givesTimesToTheSpellingOfTheScript() throws Exception {
    var recogniser = FakeTranscriptionProvider.recogniser("it cost twenty euros");

    var render = render(studio.builder().speech(untimed).transcription(recogniser));

    assertThat(sources(render)).contains("RECOGNISED");
    assertThat(Files.readString(render.file(Render.SRT))).contains("It cost 20 euros.");
  }

  @Test
  void render_recogniserThatNobodyChose_isNotBoughtForAKnownText() throws Exception {
    withService(
        PaidRecogniser.class,
        () ->
            assertThat(sources(render(studio.builder().speech(untimed)))).contains("INTERPOLATED"));
  }

  @Test
  void plan_recordingWithoutCaptions_paysNobodyWhomNobodyChose() throws Exception {
    var face = Files.writeString(directory.resolve("face.png"), "a face");
    var said = Files.writeString(directory.resolve("said.wav"), "sound");
    var avatar =
        FakeAvatarProvider.of(
            FakeVendor.open(directory.resolve("vendor")), SubmitSafety.RECONCILABLE);
    var request = VideoRequest.avatar(said).face(face);

    withService(
        PaidRecogniser.class,
        () -> {
          try (var pipeline = studio.builder().avatar(avatar).build()) {
            var plain = pipeline.plan(request.withoutCaptions().build());
            assertThat(plain.isRunnable()).isTrue();
            assertThat(plain.steps()).noneMatch(step -> step.kind().equals("transcription"));
            var captioned = request.captions(CaptionStyle.defaults()).build();
            assertThat(pipeline.plan(captioned).steps())
                .anyMatch(step -> step.kind().equals("transcription"));
          }
        });
  }

  @Test
  void render_freeAlignerThatNobodyChose_isUsed() throws Exception {
    withService(
        FreeAligner.class,
        () -> assertThat(sources(render(studio.builder().speech(untimed)))).contains("ALIGNED"));
  }

  @Test
  void render_alignerFails_estimatesAndSaysSo() throws Exception {
    var aligner = FakeTranscriptionProvider.aligner();
    aligner
        .calls()
        .failNext(
            FakeTranscriptionProvider.LISTEN,
            VidgenException.of(FailureKind.LOCAL, "it did not understand", ""));
    var log = new EventLog();

    var render = render(studio.builder().speech(untimed).transcription(aligner).addListener(log));

    assertThat(sources(render)).contains("INTERPOLATED");
    assertThat(log.of(RenderEvent.Warning.class))
        .extracting(RenderEvent.Warning::problem)
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("it did not understand"));
    var again = render(studio.builder().speech(untimed).transcription(aligner));
    assertThat(sources(again)).contains("ALIGNED");
  }

  @Test
  void render_paidRecogniserFails_failsTheJob() {
    var paid = FakeTranscriptionProvider.recogniser("x").priced(Money.usd("0.02"));
    paid.calls()
        .failNext(
            FakeTranscriptionProvider.LISTEN,
            VidgenException.of(FailureKind.QUOTA, "no money left", ""));

    try (var pipeline = studio.builder().speech(untimed).transcription(paid).build()) {
      var job = pipeline.submit(ONE);
      assertThat(Studio.await(() -> job.failure().isPresent())).isTrue();
      assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.QUOTA);
    }
  }

  private Render render(VideoPipelineBuilder builder) {
    try (VideoPipeline pipeline = builder.build()) {
      return pipeline.render(ONE);
    }
  }

  private static int plan(VideoPipelineBuilder builder) {
    try (VideoPipeline pipeline = builder.build()) {
      return pipeline.plan(ONE).steps().size();
    }
  }

  private static String sources(Render render) throws Exception {
    var manifest = Files.readString(render.files().get(Render.MANIFEST));
    int begin = manifest.indexOf("\"wordTimes\"");
    return manifest.substring(begin, manifest.indexOf(']', begin));
  }

  private interface Body {
    void run() throws Exception;
  }

  private void withService(Class<?> factory, Body body) throws Exception {
    var services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(TranscriptionProviderFactory.class.getName()), factory.getName());
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    try (var loader =
        new java.net.URLClassLoader(new java.net.URL[] {directory.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      body.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Found, and for money. */
  public static final class PaidRecogniser implements TranscriptionProviderFactory {
    @Override
    public String id() {
      return "fake-recogniser";
    }

    @Override
    public Availability availability(ProviderConfig config) {
      return Availability.available();
    }

    @Override
    public TranscriptionProvider create(ProviderConfig config) {
      return FakeTranscriptionProvider.recogniser("wrong").priced(Money.usd("9"));
    }
  }

  /** Found, and for nothing. */
  public static final class FreeAligner implements TranscriptionProviderFactory {
    @Override
    public String id() {
      return "fake-aligner";
    }

    @Override
    public Availability availability(ProviderConfig config) {
      return Availability.available();
    }

    @Override
    public TranscriptionProvider create(ProviderConfig config) {
      return FakeTranscriptionProvider.aligner();
    }
  }
}
