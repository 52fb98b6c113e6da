package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a voice that stepped in was paid for is kept, however the first one fares afterwards. */
@Timeout(300)
class StandInKeptTest {
  private static final Voice ANNE = Voice.of("anne", VoiceGender.FEMALE);
  private static final Voice BERT = Voice.of("bert", VoiceGender.MALE);
  private static final Voice CLEO = Voice.of("cleo", VoiceGender.FEMALE);
  private static final VideoRequest THREE =
      Studio.narrated("One here.", "Two here.", "Three here.");

  private final Studio studio = new Studio();
  private final FakeSpeechProvider a = voice("a", ANNE);
  private final FakeSpeechProvider b = voice("b", BERT, CLEO);

  @AfterEach
  void close() {
    studio.close();
  }

  private static FakeSpeechProvider voice(String id, Voice... voices) {
    return FakeSpeechProvider.builder().id(id).voices(voices).price(Money.usd("1")).build();
  }

  private RenderJob end(VideoPipeline pipeline, VideoRequest request) throws InterruptedException {
    var job = pipeline.submit(request);
    assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
    return job;
  }

  private static void fails(FakeSpeechProvider voice, FailureKind kind) {
    voice.calls().failNext(FakeSpeechProvider.SPEAK, VidgenException.of(kind, "not now", ""));
  }

  /** From now on it is taken to be down, after a few failures. */
  private void rests(FakeSpeechProvider voice) {
    for (int i = 0; i < 5; i++) {
      var down = Failure.of(FailureKind.UNAVAILABLE, "down", "").retryAfter(Duration.ofMillis(1));
      voice.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(down));
    }
  }

  @Test
  void render_againWhileTheFirstRests_buysNothing() throws Exception {
    rests(a);
    try (var pipeline = studio.timed(a).speech(a, b).build()) {
      end(pipeline, THREE).join();
      int paid = b.calls().total();

      end(pipeline, THREE).join();

      assertThat(b.calls().total()).isEqualTo(paid);
    }
  }

  @Test
  void render_standInsAnswerWasLostAndTheFirstRests_needsAttentionAgain() throws Exception {
    fails(a, FailureKind.QUOTA);
    fails(b, FailureKind.UNKNOWN_OUTCOME);
    var request = Studio.narrated("One here.");
    try (var pipeline = studio.timed(a).speech(a, b).build()) {
      assertThat(end(pipeline, request).state()).isEqualTo(JobState.NEEDS_ATTENTION);
      rests(a);
      end(pipeline, Studio.narrated("Other one.", "Other two.", "Other three.")).join();
      int paid = b.calls().total();

      var again = end(pipeline, request);

      assertThat(again.state()).isEqualTo(JobState.NEEDS_ATTENTION);
      assertThat(b.calls().total()).isEqualTo(paid);
    }
  }

  @Test
  void submit_firstRestsForOneJobOnly_isPaidOnce() throws Exception {
    rests(a);
    try (var pipeline = studio.timed(a).speech(a, b).build()) {
      end(pipeline, THREE).join();
      var busy =
          Failure.of(FailureKind.RATE_LIMITED, "busy", "").retryAfter(Duration.ofSeconds(45));
      b.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(busy));
      var same = Studio.narrated("The same sentence.");
      var one = pipeline.submit(same);
      assertThat(Studio.await(() -> one.state() == JobState.WAITING_REMOTE)).isTrue();
      studio.time.advance(Duration.ofSeconds(35));
      a.calls().clear();

      var two = pipeline.submit(same);
      assertThat(Studio.await(() -> two.completion().toCompletableFuture().isDone())).isTrue();
      assertThat(studio.time.flyUntil(one.completion(), Studio.PATIENCE)).isTrue();

      assertThat(one.state()).isEqualTo(JobState.SUCCEEDED);
    }
    assertThat(studio.steps())
        .filteredOn(step -> step.kind().equals("speech"))
        .filteredOn(step -> step.state() == StepState.COMPLETED)
        .extracting(StepRecord::slot)
        .doesNotHaveDuplicates();
  }
}
