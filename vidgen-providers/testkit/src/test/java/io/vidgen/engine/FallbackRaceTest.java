package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many jobs want the same of two providers, one of which fails now and then: one is paid, once. */
@Timeout(300)
class FallbackRaceTest {
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void submit_sameRequestsWhileProvidersFail_buysEachSentenceOnce() throws Exception {
    race();
  }

  @RepeatedTest(20)
  @Tag("soak")
  void submit_sameRequestsAgainAndAgain_buysEachSentenceOnce() throws Exception {
    race();
  }

  private void race() throws Exception {
    var one = voice("one");
    var other = voice("other");
    for (int i = 0; i < 6; i++) {
      var down = Failure.of(FailureKind.UNAVAILABLE, "down", "").retryAfter(Duration.ofMillis(1));
      var quota = Failure.of(FailureKind.QUOTA, "no credit", "");
      one.calls()
          .failNext(FakeSpeechProvider.SPEAK, new VidgenException(i % 2 == 0 ? quota : down));
    }
    try (var pipeline = studio.builder().speech(one, other).parallelism(8).build()) {
      var jobs = new ArrayList<RenderJob>();
      for (int i = 0; i < 40; i++) {
        var request = Studio.narrated("Sentence " + i % 4 + ".", "Sentence " + (i + 1) % 4 + ".");
        jobs.add(pipeline.submit(request));
      }
      for (var job : jobs) {
        assertThat(Studio.await(() -> job.completion().toCompletableFuture().isDone())).isTrue();
      }
      assertThat(jobs).extracting(RenderJob::state).containsOnly(JobState.SUCCEEDED);
    }

    assertThat(studio.ledger.all())
        .filteredOn(step -> step.kind().equals("speech"))
        .filteredOn(step -> step.state() == StepState.COMPLETED)
        .extracting(step -> step.slot())
        .doesNotHaveDuplicates();
  }

  @Test
  void submit_whatIsBeingRefusedToAnother_fallsBackToo() throws Exception {
    var one = voice("one");
    var other = voice("other");
    // More often than once: the second may come just after the first was refused.
    for (int i = 0; i < 9; i++) {
      var quota = new VidgenException(Failure.of(FailureKind.QUOTA, "no credit", ""));
      one.calls().failNext(FakeSpeechProvider.SPEAK, quota);
    }
    var log = new EventLog();
    try (var pipeline = studio.builder().speech(one, other).build();
        var hold = one.calls().hold(FakeSpeechProvider.SPEAK)) {
      var first = pipeline.submit(Studio.narrated("Only one sentence."));
      assertThat(hold.awaitEntered()).isTrue();
      var second = pipeline.submit(Studio.narrated("Only one sentence."), log);
      assertThat(log.await(FallbackRaceTest::isSpeaking, Studio.PATIENCE)).isTrue();
      hold.release();

      assertThat(first.join(Studio.PATIENCE)).isPresent();
      assertThat(second.join(Studio.PATIENCE)).isPresent();
    }
    assertThat(other.calls().total()).isEqualTo(1);
  }

  private static boolean isSpeaking(RenderEvent event) {
    return event instanceof RenderEvent.StepStarted started
        && started.step().kind().equals("speech");
  }

  private static FakeSpeechProvider voice(String id) {
    return FakeSpeechProvider.builder()
        .id(id)
        .voices(Voice.of("anne", VoiceGender.FEMALE))
        .price(Money.usd("1"))
        .build();
  }
}
