package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.JobState;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor.Fault;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Operations that a vendor accepts, and that then fail for nothing. */
class RetriedOperationTest extends VendorTest {

  @Test
  void render_everyOperationFailsForNothing_endsAfterFive() throws Exception {
    failOperations(40);

    var job = end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(vendor.posts()).isEqualTo(5);
    assertThat(record().spent()).isNull();
  }

  @Test
  void render_anotherCouldDoIt_asksItAfterTwo() throws Exception {
    failOperations(40);
    var other =
        FakeSpeechProvider.builder()
            .id("other")
            .price(Money.usd("1"))
            .voices(Voice.of("anne", VoiceGender.FEMALE))
            .build();

    try (var pipeline =
        studio
            .timed(other)
            .speech(remote(SubmitSafety.AT_MOST_ONCE), other)
            .addListener(log)
            .build()) {
      var job = pipeline.submit(ONE);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    }

    assertThat(vendor.posts()).isEqualTo(2);
    assertThat(other.calls().total()).isEqualTo(1);
  }

  @Test
  void render_afterOneThatEndedSo_triesAsOftenAsEver() throws Exception {
    failOperations(9);
    end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.posts()).isEqualTo(10);
  }

  private void failOperations(int times) {
    vendor.onPoll(Collections.nCopies(times, new Fault.FailOperation(DOWN)).toArray(Fault[]::new));
  }
}
