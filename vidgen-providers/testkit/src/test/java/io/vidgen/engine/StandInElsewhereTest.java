package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.spi.Voice;
import io.vidgen.spi.VoiceGender;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A render waits for the first choice while another has the same from who steps in. */
@Timeout(300)
class StandInElsewhereTest {
  private static final Duration WAIT = Duration.ofSeconds(20);

  private final Studio studio = new Studio();
  private final FakeSpeechProvider first = voice("first").price(Money.usd("1")).build();

  @AfterEach
  void close() {
    studio.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void submit_standInHasDoneItForAnother_takesThat(boolean free) throws Exception {
    var second = voice("second");
    if (!free) {
      second.price(Money.usd("2"));
    }
    var stepsIn = second.build();
    try (var pipeline = studio.timed(first).speech(first, stepsIn).build()) {
      var waiting = waiting(pipeline);
      fail(Failure.of(FailureKind.QUOTA, "no credit", ""));

      var other = pipeline.submit(Studio.narrated("Shared.", "Its own."));
      assertThat(other.join(Studio.PATIENCE)).isPresent();
      studio.time.advance(WAIT);

      assertThat(waiting.join(Studio.PATIENCE)).isPresent();
    }
    assertThat(stepsIn.calls().total()).isEqualTo(2);
    assertThat(first.calls().total()).isEqualTo(2);
    assertThat(studio.ledger.all())
        .filteredOn(step -> step.kind().equals("speech"))
        .filteredOn(step -> step.state() == StepState.COMPLETED)
        .extracting(step -> step.provider())
        .containsExactly("second", "second");
  }

  @Test
  void submit_standInIsAtItForAnother_waitsForItAndTurnsInNoCircles() throws Exception {
    var second = voice("second").price(Money.usd("2")).build();
    try (var pipeline = studio.timed(first).speech(first, second).build();
        var hold = second.calls().hold(FakeSpeechProvider.SPEAK)) {
      var waiting = waiting(pipeline);
      fail(Failure.of(FailureKind.QUOTA, "no credit", ""));
      var other = pipeline.submit(Studio.narrated("Shared.", "Its own."));
      assertThat(hold.awaitEntered()).isTrue();

      studio.time.advance(WAIT);
      hold.release();

      assertThat(studio.time.flyUntil(waiting.completion(), Studio.PATIENCE)).isTrue();
      assertThat(other.join(Studio.PATIENCE)).isPresent();
    }
    assertThat(second.calls().total()).isEqualTo(2);
    assertThat(first.calls().total()).isEqualTo(2);
  }

  /** Refused once, and asked to come again later. */
  private RenderJob waiting(VideoPipeline pipeline) throws InterruptedException {
    fail(Failure.of(FailureKind.RATE_LIMITED, "busy", "").retryAfter(WAIT));
    var log = new EventLog();
    var job = pipeline.submit(Studio.narrated("Shared."), log);
    assertThat(log.await(e -> e instanceof RenderEvent.StepWaiting, Studio.PATIENCE)).isTrue();
    return job;
  }

  private void fail(Failure failure) {
    first.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(failure.charged(false)));
  }

  private static FakeSpeechProvider.Builder voice(String id) {
    return FakeSpeechProvider.builder().id(id).voices(Voice.of("anne", VoiceGender.FEMALE));
  }
}
