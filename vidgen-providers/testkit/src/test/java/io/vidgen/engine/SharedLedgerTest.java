package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.VideoPipeline;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two pipelines over one ledger that want the same step in the same moment. */
class SharedLedgerTest extends VendorTest {

  @ParameterizedTest
  @EnumSource(SubmitSafety.class)
  void submit_stepThatAnotherPipelineSubmits_isBoughtOnceForBoth(SubmitSafety safety)
      throws Exception {
    var first = live(safety);
    var hold = first.calls().hold(FakeRemoteSpeechProvider.SUBMIT);
    try (var one = pipeline(first);
        var two = pipeline(live(safety))) {
      var buyer = one.submit(ONE);
      assertThat(hold.awaitEntered()).isTrue();
      var other = two.submit(ONE);
      assertThat(Studio.await(() -> isWaitingOrOver(other))).isTrue();
      hold.release();

      assertThat(buyer.join()).isNotNull();
      assertThat(other.join()).isNotNull();
    }
    assertThat(vendor.posts()).isEqualTo(1);
    assertThat(vendor.charges()).hasSize(1);
    assertThat(record().spent()).isEqualTo(Money.usd("0.10"));
  }

  @Test
  void submit_callThatAnotherPipelineMakes_isMadeOnceForBoth() throws Exception {
    var voice = FakeSpeechProvider.builder().price(Money.usd("1")).build();
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    try (var one = pipeline(voice);
        var two = pipeline(voice)) {
      var buyer = one.submit(ONE);
      assertThat(hold.awaitEntered()).isTrue();
      var other = two.submit(ONE);
      assertThat(Studio.await(() -> isWaitingOrOver(other))).isTrue();
      hold.release();

      assertThat(buyer.join()).isNotNull();
      assertThat(other.join()).isNotNull();
    }
    assertThat(voice.calls().total()).isEqualTo(1);
    assertThat(record().spent()).isEqualTo(Money.usd("1"));
  }

  @Test
  void submit_allStepsOfAnotherPipeline_areDoneOnce() throws Exception {
    for (int i = 0; i < 10; i++) {
      var request = Studio.narrated("Sentence " + i + ".", "And another.");
      try (var one = pipeline(studio.speech);
          var two = pipeline(studio.speech)) {
        var first = one.submit(request);
        var second = two.submit(request);

        assertThat(first.join().redone() + second.join().redone())
            .as("of run %s", i)
            .isLessThanOrEqualTo(studio.steps().size());
      }
    }
  }

  @Test
  void resolve_stepThatAnotherPipelineSubmits_isRefused() throws Exception {
    var voice = live(SubmitSafety.AT_MOST_ONCE);
    var hold = voice.calls().hold(FakeRemoteSpeechProvider.SUBMIT);
    try (var one = pipeline(voice);
        var two = pipeline(voice)) {
      var job = one.submit(ONE);
      assertThat(hold.awaitEntered()).isTrue();
      var step = record().fingerprint();

      assertThatThrownBy(() -> two.resolve(step, new Resolution.Resubmit()))
          .isInstanceOf(VidgenException.class)
          .hasMessageContaining("is being worked on");
      assertThat(record().state()).isEqualTo(StepState.INTENT);

      hold.release();
      assertThat(job.join()).isNotNull();
    }
  }

  private VideoPipeline pipeline(SpeechProvider voice) {
    return studio.builder().speech(voice).build();
  }

  private FakeRemoteSpeechProvider live(SubmitSafety safety) {
    return FakeRemoteSpeechProvider.of(vendor, safety)
        .polled(Duration.ofMillis(50), InstantSource.system());
  }

  private static boolean isWaitingOrOver(RenderJob job) {
    return job.state() == JobState.WAITING_REMOTE
        || job.completion().toCompletableFuture().isDone();
  }
}
