package io.vidgen.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.TimingSource;
import io.vidgen.model.WordTiming;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SpeechResult;
import io.vidgen.subtitle.Words;
import io.vidgen.testkit.FakeCallContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreeTtsSpeechProviderTest {
  private static final String AWKWARD =
      "Coffee wakes 11 people up, but 20k still sleep — don't they? The U.S. market, “really”, grew"
          + " 3.5% in 2024! 🚀 NASA and Dr. Smith paid $5M for #1. Visit vidgen.io NOW 🎉";

  private final SpeechProvider voice = new FreeTtsSpeechProviderFactory().create(Settings.none());
  private final FakeCallContext call = FakeCallContext.create();

  @AfterEach
  void close() {
    call.close();
  }

  @Test
  void call_awkwardText_timesEveryShownWordInOrder() throws Exception {
    SpeechResult result = Speech.speak(voice, Speech.request(AWKWARD, "en"), call);

    assertThat(Speech.texts(result)).isEqualTo(Words.split(AWKWARD, Locale.ENGLISH));
    Duration before = Duration.ZERO;
    for (WordTiming word : result.words()) {
      assertThat(word.start()).as(word.text()).isGreaterThanOrEqualTo(before);
      assertThat(word.end()).as(word.text()).isGreaterThan(word.start());
      before = word.end();
    }
    assertThat(before).isLessThanOrEqualTo(result.duration());
  }

  @Test
  void call_emoji_isInterpolatedAndWordsAreSynthesised() throws Exception {
    SpeechResult result = Speech.speak(voice, Speech.request(AWKWARD, "en"), call);

    assertThat(result.words())
        .allSatisfy(
            word ->
                assertThat(word.source())
                    .as(word.text())
                    .isEqualTo(
                        word.text().matches(".*\\p{Alnum}.*")
                            ? TimingSource.SYNTHESIS
                            : TimingSource.INTERPOLATED));
  }

  @Test
  void call_sameText_sameBytesOnEveryJvm() throws Exception {
    String text = "The tide decides everything. Wait for it.";
    Speech.speak(voice, Speech.request("Something else comes first, twice.", "en"), call);
    SpeechResult result = Speech.speak(voice, Speech.request(text, "en"), call);

    assertThat(result.audio().digest().hex())
        .isEqualTo("df0d3f02b1660c18bf229ab7218da6515379f33edc3200be22c670b9b67398fb");
  }

  @Test
  void call_twoSentences_hasShortSilenceAroundAndABreathBetween() throws Exception {
    SpeechResult result =
        Speech.speak(voice, Speech.request("Gulls circle above. Nobody hurries.", "en"), call);

    var sound = Speech.sound(result, call);
    double breath = seconds(result.words().get(3).start().minus(result.words().get(2).end()));
    assertThat(sound.rate()).isEqualTo(48_000);
    assertThat(Speech.peak(sound, 0, 0.04)).isLessThan(0.001);
    assertThat(Speech.peak(sound, 0.05, 0.3)).isGreaterThan(0.05);
    assertThat(breath).isBetween(0.25, 0.4);
    assertThat(Speech.peak(sound, 0, 60)).isBetween(0.3, 0.7079);
  }

  @Test
  void call_fasterAndSlower_timesFollow() throws Exception {
    String text = "Every morning the old harbour wakes slowly while gulls circle above.";
    SpeechResult normal = Speech.speak(voice, Speech.request(text, "en"), call);
    SpeechResult fast = Speech.speak(voice, Speech.request(text, "en", null, 1.5), call);
    SpeechResult slow = Speech.speak(voice, Speech.request(text, "en", null, 0.75), call);

    double length = seconds(normal.duration());
    assertThat(seconds(fast.duration()) / length).isBetween(0.62, 0.75);
    assertThat(seconds(slow.duration()) / length).isBetween(1.25, 1.4);
    assertThat(seconds(fast.words().get(10).start()))
        .isBetween(seconds(normal.words().get(10).start()) * 0.6, seconds(fast.duration()));
  }

  @Test
  void call_severalThreads_speaksTheSameForAll() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<String> speak =
          () -> {
            try (FakeCallContext own = FakeCallContext.create()) {
              var request = Speech.request("People wait for the sea.", "en");
              return Speech.speak(voice, request, own).audio().digest().hex();
            }
          };
      List<Future<String>> all = threads.invokeAll(List.of(speak, speak, speak, speak));
      String first = all.get(0).get(100, TimeUnit.SECONDS);
      for (Future<String> one : all) {
        assertThat(one.get(100, TimeUnit.SECONDS)).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void call_deepVoice_soundsDifferent() throws Exception {
    var plain = Speech.speak(voice, Speech.request("Hello there.", "en"), call);
    var deep = Speech.speak(voice, Speech.request("Hello there.", "en", "kevin-deep", null), call);

    assertThat(deep.audio()).isNotEqualTo(plain.audio());
  }

  @Test
  void check_unknownVoiceSpeedAndNothingToSay_namesAllThree() {
    var problems = voice.check(Speech.request("你好 🎉", "en", "susan", 3.0));

    assertThat(problems).extracting("field").containsExactly("speed", "voice", "text");
    assertThat(problems.get(1).remedy()).contains("kevin-bright");
  }

  @Test
  void call_cancelled_stops() {
    call.cancel();

    assertThatThrownBy(() -> Speech.speak(voice, Speech.request("Hello there.", "en"), call))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));
  }

  @Test
  void call_noTimeLeft_isATimeout() {
    call.limit(Duration.ZERO);

    assertThatThrownBy(() -> Speech.speak(voice, Speech.request("Hello there.", "en"), call))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.TIMEOUT));
  }

  @Test
  void call_interrupted_throwsInterruptedException() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Speech.speak(voice, Speech.request("Hello there.", "en"), call))
        .isInstanceOf(InterruptedException.class);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
