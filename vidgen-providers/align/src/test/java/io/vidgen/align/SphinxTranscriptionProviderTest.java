package io.vidgen.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vidgen.audio.Resampler;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Artifact;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.Capabilities.Feature;
import io.vidgen.spi.TranscriptionProvider;
import io.vidgen.spi.TranscriptionProviderFactory;
import io.vidgen.spi.TranscriptionRequest;
import io.vidgen.testkit.FakeCallContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class SphinxTranscriptionProviderTest {
  private static final String TEXT =
      "The boats went out before the sun was up, and nobody in the village saw them again.";
  private static final String OTHER =
      "Seven hungry children bought purple balloons at my grandmother's favourite shop yesterday.";

  private static TranscriptionProvider aligner;
  private static FakeCallContext call;
  private static Artifact spoken;

  /** Where the words of the recording are, found once. */
  private static List<WordTiming> clean;

  @BeforeAll
  static void start() throws Exception {
    aligner = Recordings.aligner();
    call = FakeCallContext.create();
    spoken = Recordings.speak(TEXT, call).audio();
    clean = Recordings.align(aligner, spoken, TEXT, call);
  }

  @AfterAll
  static void end() {
    call.close();
  }

  @Test
  void factory_onTheClassPath_isFound() {
    assertThat(ServiceLoader.load(TranscriptionProviderFactory.class))
        .extracting(TranscriptionProviderFactory::id)
        .containsExactly("sphinx4");
  }

  @Test
  void capabilities_always_sayWhatItNeeds() {
    assertThat(aligner.capabilities().has(Feature.KNOWN_TEXT)).isTrue();
    assertThat(aligner.capabilities().has(Feature.LOCAL)).isTrue();
    assertThat(aligner.capabilities().speaks(Locale.UK)).isTrue();
    assertThat(aligner.capabilities().speaks(Locale.FRENCH)).isFalse();
  }

  @Test
  void check_badRequest_namesEveryProblem() {
    var mp3 = new Artifact(spoken.digest(), "audio/mpeg", 1);
    var problems = aligner.check(new TranscriptionRequest(mp3, Locale.FRENCH, " ", 0));

    assertThat(problems).extracting("field").containsExactly("knownText", "language", "audio");
    assertThat(aligner.check(new TranscriptionRequest(spoken, null, TEXT, 0))).isEmpty();
  }

  @Test
  void align_withoutText_isAnInvalidRequest() {
    assertFails(spoken, null, FailureKind.INVALID_REQUEST);
  }

  @Test
  void align_textOfAnotherRecording_isRefused() throws Exception {
    assertFails(spoken, OTHER, FailureKind.LOCAL);
    assertFails(Recordings.speak(OTHER, call).audio(), TEXT, FailureKind.LOCAL);
    assertFails(Recordings.jfk(call), TEXT, FailureKind.LOCAL);
  }

  @Test
  void align_aFewWordsOfALongRecording_isRefused() throws Exception {
    assertFails(Recordings.jfk(call), "one two three", FailureKind.LOCAL);
  }

  @Test
  void align_windThatGoesOnAfterTheWords_isNotTakenForSpeech() throws Exception {
    var sound = Recordings.sound(spoken, call);
    var random = new Random(7);
    var windy = new float[sound.samples().length + 8 * sound.rate()];
    System.arraycopy(sound.samples(), 0, windy, 0, sound.samples().length);
    for (int i = 0; i < windy.length; i++) {
      windy[i] += (float) (random.nextGaussian() * 0.004);
    }

    var found = Recordings.align(aligner, Recordings.wav(windy, sound.rate(), call), TEXT, call);

    assertThat(Recordings.errors(clean, found).get(clean.size() / 2)).isLessThan(50);
  }

  @Test
  void align_noiseMusicAndSilence_isRefused() throws Exception {
    var random = new Random(7);
    float[] noise = new float[16_000 * 8];
    float[] music = new float[noise.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (random.nextGaussian() * 0.1);
      double note = 220 * Math.pow(2, (i / 4000 * 7 % 12) / 12.0);
      for (int k = 1; k < 6; k++) {
        music[i] += (float) (0.2 / k * Math.sin(2 * Math.PI * k * note * i / 16_000));
      }
    }

    assertFails(Recordings.wav(noise, 16_000, call), TEXT, FailureKind.LOCAL);
    assertFails(Recordings.wav(music, 16_000, call), TEXT, FailureKind.LOCAL);
    assertFails(Recordings.wav(new float[noise.length], 16_000, call), TEXT, FailureKind.LOCAL);
    assertFails(Recordings.wav(new float[0], 16_000, call), TEXT, FailureKind.LOCAL);
    assertFails(Recordings.wav(new float[100], 16_000, call), TEXT, FailureKind.LOCAL);
  }

  @Test
  void align_noWav_isALocalFailure() {
    assertFails(call.input("no sound".getBytes(), "audio/*"), TEXT, FailureKind.LOCAL);
  }

  @Test
  void align_onlySymbols_isRefused() {
    assertFails(spoken, "🎉 🎉", FailureKind.LOCAL);
  }

  @Test
  void align_otherRates_givesTheSameTimes() throws Exception {
    var sound = Recordings.sound(spoken, call);
    for (int rate : List.of(8_000, 22_050, 44_100)) {
      var samples = new Resampler(sound.rate(), rate).resample(sound.samples());
      var words = Recordings.align(aligner, Recordings.wav(samples, rate, call), TEXT, call);

      assertThat(Recordings.errors(clean, words).get(words.size() / 2))
          .as("%d Hz", rate)
          .isLessThanOrEqualTo(20);
    }
  }

  @Test
  void align_manySentences_staysInItsBounds() throws Exception {
    assertInBounds(3, Duration.ofSeconds(20));
  }

  @Test
  @Tag("soak")
  void align_twoMinutes_staysInItsBounds() throws Exception {
    assertInBounds(14, Duration.ofSeconds(110));
  }

  private static void assertInBounds(int times, Duration atLeast) throws Exception {
    var text = (TEXT + " " + OTHER + " ").repeat(times).strip();
    var spokenLong = Recordings.speak(text, call);
    assertThat(spokenLong.duration()).isGreaterThan(atLeast);
    int reported = call.reported().size();

    long start = System.nanoTime();
    var words = Recordings.align(aligner, spokenLong.audio(), text, call);
    var took = Duration.ofNanos(System.nanoTime() - start);

    var errors = Recordings.errors(spokenLong.words(), words);
    assertThat(errors.get(errors.size() / 2)).isLessThanOrEqualTo(30);
    assertThat(errors.get(errors.size() - 1)).isLessThanOrEqualTo(300);
    assertThat(took).isLessThan(spokenLong.duration());
    assertThat(call.reported())
        .hasSizeGreaterThanOrEqualTo(reported + (int) (atLeast.toSeconds() / 10));
  }

  @Test
  void align_severalThreads_givesTheSame() throws Exception {
    var fresh = Recordings.aligner();
    var text = "The boats went out.";
    var audio = Recordings.speak(text, call).audio();
    var expected = Recordings.align(aligner, audio, text, call);
    var pool = Executors.newFixedThreadPool(6);
    try {
      List<Future<List<WordTiming>>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Callable<List<WordTiming>> one = () -> Recordings.align(fresh, audio, text, call);
        all.add(pool.submit(one));
      }
      for (var one : all) {
        assertThat(one.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void align_cancelledOrOutOfTime_endsAtOnce() {
    try (var cancelled = FakeCallContext.create().cancel();
        var late = FakeCallContext.create().limit(Duration.ZERO)) {
      var one = cancelled.input(call.bytes(spoken), "audio/wav");
      assertThatThrownBy(() -> Recordings.align(aligner, one, TEXT, cancelled))
          .asInstanceOf(type(VidgenException.class))
          .extracting(VidgenException::kind)
          .isEqualTo(FailureKind.CANCELLED);
      var other = late.input(call.bytes(spoken), "audio/wav");
      assertThatThrownBy(() -> Recordings.align(aligner, other, TEXT, late))
          .asInstanceOf(type(VidgenException.class))
          .extracting(VidgenException::kind)
          .isEqualTo(FailureKind.TIMEOUT);
    }
  }

  @Test
  void align_interrupted_isNotSwallowed() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> Recordings.align(aligner, spoken, TEXT, call))
          .isInstanceOf(InterruptedException.class);
    } finally {
      Thread.interrupted();
    }
  }

  private static void assertFails(Artifact audio, String text, FailureKind kind) {
    assertThatThrownBy(() -> Recordings.align(aligner, audio, text, call))
        .asInstanceOf(type(VidgenException.class))
        .extracting(VidgenException::kind)
        .isEqualTo(kind);
  }
}
