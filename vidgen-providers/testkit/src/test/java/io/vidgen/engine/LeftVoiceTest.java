package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.routing.VideoRouter;
import io.vidgen.routing.VoiceChange;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of operations that run with a voice which cannot go on, and is replaced whole. */
class LeftVoiceTest extends VendorTest {
  private static final Failure NO_CREDIT = Failure.of(FailureKind.QUOTA, "no credit", "");

  private final FakeSpeechProvider second =
      FakeSpeechProvider.builder()
          .id("second")
          .voices(Voice.of("cleo", VoiceGender.FEMALE))
          .price(Money.usd("1"))
          .build();

  private RenderJob render() throws InterruptedException {
    var router = VideoRouter.listed().voiceChange(VoiceChange.REDO_ALL);
    try (var pipeline =
        studio
            .timed(second)
            .speech(remote(SubmitSafety.RECONCILABLE), second)
            .parallelism(1)
            .router(router)
            .build()) {
      var job = pipeline.submit(Studio.narrated("One here.", "Two here."));
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }

  private List<StepRecord> speeches(String provider) {
    return studio.steps().stream()
        .filter(step -> step.kind().equals("speech") && step.provider().equals(provider))
        .toList();
  }

  @Test
  void render_operationUnderWay_isSeenThroughAndBookedBeforeTheOtherVoiceDoesItAnew()
      throws Exception {
    vendor.readyAfterPolls(3).onSubmit(new Fault.None(), new Fault.Refuse(NO_CREDIT));

    var job = render();

    assertThat(job.join().cost()).isEqualTo(Price.exactly(Money.usd("2.10")));
    assertThat(vendor.polls()).isEqualTo(3);
    assertThat(speeches("fake-remote-speech"))
        .extracting(StepRecord::state)
        .containsExactlyInAnyOrder(StepState.COMPLETED, StepState.FAILED);
    assertThat(speeches("second"))
        .extracting(StepRecord::state)
        .containsExactly(StepState.COMPLETED, StepState.COMPLETED);
  }

  @Test
  void render_operationUnderWayEndsUnknown_waitsForAPerson() throws Exception {
    vendor.readyAfterPolls(3).onSubmit(new Fault.None(), new Fault.Refuse(NO_CREDIT));
    vendor.onPoll(
        new Fault.FailOperation(Failure.of(FailureKind.PROTOCOL, "broke", "").charged(null)));

    assertThat(render().state()).isEqualTo(JobState.NEEDS_ATTENTION);

    assertThat(speeches("fake-remote-speech"))
        .extracting(StepRecord::state)
        .contains(StepState.UNKNOWN);
  }
}
