package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.error.Problem;
import io.vidgen.error.Problem.Severity;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.PriceCard;
import io.vidgen.money.PriceUnit;
import io.vidgen.money.Rate;
import io.vidgen.spi.Capabilities;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.spi.TranscriptionResult;
import io.vidgen.spi.Work;
import io.vidgen.testkit.FakeTranscriptionProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finished recordings: what is planned for them, and who listens. */
class RecordingTest extends TalkingTest {
  private static final String BROWSER_FILE = "\u001aE\u00df\u00a3";

  private Path recording;

  @BeforeEach
  void record() throws IOException {
    recording = Files.writeString(directory.resolve("said.wav"), "RIFF....WAVE and so on");
  }

  private StrictAvatar strict(long mostBytes) {
    return StrictAvatar.of(avatar(SubmitSafety.RECONCILABLE), mostBytes);
  }

  @Test
  void plan_recordingThatStatesNoLength_isRefusedBeforeAnythingIsBought() throws Exception {
    var said = browserFile("said.webm");

    for (var request :
        List.of(
            VideoRequest.avatar("Hello.").face(face).speech(said).build(),
            VideoRequest.lipSync(face).say("Hello.").speech(said).build())) {
      assertThat(plan(request).problems())
          .filteredOn(p -> p.severity() == Severity.ERROR)
          .singleElement()
          .satisfies(p -> assertThat(p.field()).isEqualTo("speech"))
          .satisfies(p -> assertThat(p.message()).contains("does not say how long it is"))
          .satisfies(p -> assertThat(p.remedy()).isNotBlank());
    }
  }

  @Test
  void plan_videoThatStatesNoLength_saysSo() throws Exception {
    var srt = Files.writeString(directory.resolve("a.srt"), "1\n00:00:00,0 --> 00:00:01,0\nA\n");
    var request = VideoRequest.captioned(browserFile("film.webm")).captions(srt).build();

    assertThat(plan(request).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("does not say how long it is"));
  }

  private Path browserFile(String name) throws IOException {
    var bytes = BROWSER_FILE.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    return Files.write(directory.resolve(name), bytes);
  }

  @Test
  void plan_recording_isPricedByItsOwnLength() throws Exception {
    var request = VideoRequest.avatar("Two words.").face(face).speech(recording).build();

    var plan = plan(b -> b.avatar(strict(1_000)), request);

    assertThat(plan.problems()).filteredOn(p -> p.severity() == Severity.ERROR).isEmpty();
    assertThat(plan.price()).isEqualTo(Price.exactly(Money.usd("4")));
  }

  @Test
  void plan_recordingThatIsTooLarge_isAnErrorOfItsRealSize() throws Exception {
    var request = VideoRequest.avatar("Two words.").face(face).speech(recording).build();

    assertThat(plan(b -> b.avatar(strict(20)), request).problems())
        .anyMatch(p -> p.severity() == Severity.ERROR && p.message().startsWith("22 bytes"));
  }

  @Test
  void plan_voiceThatMayBecomeTooLarge_isOnlyAWarning() {
    var request = VideoRequest.avatar("Two words.").face(face).build();

    var plan = plan(b -> b.avatar(strict(20)), request);

    assertThat(plan.isRunnable()).isTrue();
    assertThat(plan.problems()).anyMatch(p -> p.message().contains("bytes are too many"));
  }

  @Test
  void render_unknownLanguage_isTheOneThatWasHeard() throws Exception {
    var french = FakeTranscriptionProvider.recogniser("Bonjour").hearing(Locale.FRENCH);

    for (var request :
        List.of(
            VideoRequest.avatar(recording).face(face).build(),
            VideoRequest.lipSync(face).speech(recording).build())) {
      var render = render(b -> b.transcription(french), request);

      assertThat(Files.readString(render.file(Render.WORDS))).contains("\"fr\"");
    }
  }

  @Test
  void render_languageThatWasSaid_isAskedFor() throws Exception {
    var french = FakeTranscriptionProvider.recogniser("Hallo").hearing(Locale.FRENCH);
    var request = VideoRequest.avatar(recording).face(face).language(Locale.GERMAN).build();

    var render = render(b -> b.transcription(french), request);

    assertThat(Files.readString(render.file(Render.WORDS))).contains("\"de\"");
  }

  @Test
  void render_captionsOffAndNobodyHears_doesWithoutWords() throws Exception {
    var deaf = FakeTranscriptionProvider.recogniser("Hello");
    deaf.calls()
        .failNext(
            FakeTranscriptionProvider.LISTEN,
            VidgenException.of(FailureKind.LOCAL, "it heard nothing", ""));
    var request = VideoRequest.avatar(recording).face(face).withoutCaptions().build();

    var render = render(b -> b.transcription(deaf), request);

    assertThat(Files.readString(render.file(Render.SRT))).isBlank();
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void plan_listenerThatCannotTakeIt_isFoundBeforeTheClipIsBought() {
    var request = VideoRequest.avatar(recording).face(face).build();

    var plan = plan(b -> b.transcription(new Picky()), request);

    assertThat(plan.problems())
        .anyMatch(p -> p.severity() == Severity.ERROR && p.message().equals("PT4S is too long"))
        .anyMatch(p -> p.severity() == Severity.WARNING && p.message().contains("not known"));
  }

  /** Takes no sound of more than a second, for a price that it does not tell. */
  private static final class Picky implements TranscriptionProvider {
    private final TranscriptionProvider other = FakeTranscriptionProvider.recogniser("Hello");

    @Override
    public String id() {
      return "picky";
    }

    @Override
    public String model() {
      return "1";
    }

    @Override
    public Capabilities capabilities() {
      return other.capabilities();
    }

    @Override
    public PriceCard priceCard() {
      return PriceCard.own(Rate.of(PriceUnit.REQUEST, Money.usd("1")));
    }

    @Override
    public Price price(TranscriptionRequest request) {
      return new Price.Unknown("nobody says");
    }

    @Override
    public List<Problem> check(TranscriptionRequest request) {
      var length = request.length();
      return length == null || length.compareTo(Duration.ofSeconds(1)) <= 0
          ? List.of()
          : List.of(Problem.error("audio", length + " is too long", "shorten it"));
    }

    @Override
    public Work<TranscriptionRequest, TranscriptionResult> work() {
      return other.work();
    }
  }
}
