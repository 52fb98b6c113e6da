package io.vidgen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuardsTest {
  private static final Failure DOWN = Failure.of(FailureKind.UNAVAILABLE, "down", "");
  private static final Failure BUSY = Failure.of(FailureKind.RATE_LIMITED, "slow down", "");

  private final QuickWork<SpeechRequest, SpeechResult> unused =
      (request, context) -> {
        throw new UnsupportedOperationException();
      };
  private final Speaker speaker = new Speaker(unused);
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final Guards guards = new Guards(() -> now, Duration.ofMinutes(1));

  /** Five that fail, and two that were sent before the breaker opened and have no answer yet. */
  private void rest() {
    assertThat(guards.enter(speaker.step("late"))).isTrue();
    assertThat(guards.enter(speaker.step("later"))).isTrue();
    for (int i = 0; i < 5; i++) {
      var step = speaker.step("failed " + i);
      assertThat(guards.enter(step)).isTrue();
      guards.failed(step, DOWN, Duration.ofSeconds(1));
    }
    assertThat(guards.isResting(speaker.step("next"))).isTrue();
    assertThat(guards.enter(speaker.step("next"))).isFalse();
    now = now.plusSeconds(31);
  }

  @Test
  void enter_afterARest_letsOneCallThroughWhateverEarlierCallsAnswer() {
    rest();
    assertThat(guards.enter(speaker.step("trial"))).isTrue();

    guards.failed(speaker.step("late"), BUSY, Duration.ofSeconds(40));
    guards.notSent(speaker.step("later"));

    assertThat(guards.enter(speaker.step("second"))).isFalse();
    assertThat(guards.enter(speaker.step("third"))).isFalse();
  }

  @Test
  void accepted_callOfBeforeTheRest_doesNotDecideTheTrial() {
    rest();
    assertThat(guards.enter(speaker.step("trial"))).isTrue();

    guards.accepted(speaker.step("late"), Duration.ofSeconds(40));
    assertThat(guards.enter(speaker.step("second"))).isFalse();
    guards.failed(speaker.step("later"), DOWN, Duration.ofSeconds(40));
    assertThat(guards.isResting(speaker.step("second"))).isFalse();

    guards.accepted(speaker.step("trial"), Duration.ofSeconds(1));
    assertThat(guards.enter(speaker.step("second"))).isTrue();
    assertThat(guards.enter(speaker.step("third"))).isTrue();
  }

  @Test
  void failed_trialThatIsRateLimited_letsAnotherThrough() {
    rest();
    assertThat(guards.enter(speaker.step("trial"))).isTrue();

    guards.failed(speaker.step("trial"), BUSY, Duration.ofSeconds(1));

    assertThat(guards.enter(speaker.step("second"))).isTrue();
    assertThat(guards.enter(speaker.step("third"))).isFalse();
  }

  @Test
  void again_vendorAcceptsAndThenFails_countsAllAttempts() {
    var step = speaker.step("accepted");

    for (int i = 1; i < Guards.ATTEMPTS; i++) {
      guards.accepted(step, Duration.ofSeconds(1));
      assertThat(guards.again(step, DOWN, false)).isPresent();
    }

    guards.accepted(step, Duration.ofSeconds(1));
    assertThat(guards.again(step, DOWN, false)).isEmpty();
  }

  @Test
  void fetchAgain_stepThatWasAskedForOften_countsAnew() {
    var step = speaker.step("hard to get");
    for (int i = 1; i < Guards.ATTEMPTS; i++) {
      assertThat(guards.again(step, DOWN, false)).isPresent();
    }

    for (int i = 1; i < Guards.ATTEMPTS; i++) {
      assertThat(guards.fetchAgain(step, DOWN, false)).isPresent();
    }
    assertThat(guards.fetchAgain(step, DOWN, false)).isEmpty();
  }

  @Test
  void done_stepThatWasAskedForOften_isForgotten() {
    var step = speaker.step("made at last");
    for (int i = 1; i < Guards.ATTEMPTS; i++) {
      assertThat(guards.again(step, DOWN, false)).isPresent();
    }

    guards.done(step, Duration.ofSeconds(1));

    assertThat(guards.again(step, DOWN, false)).isPresent();
  }

  @Test
  void accepted_callsWhoseWorkFailsThen_areNoSuccess() {
    for (int i = 0; i < 5; i++) {
      var step = speaker.step("number " + i);
      assertThat(guards.enter(step)).isTrue();
      guards.accepted(step, Duration.ofSeconds(1));
      guards.failed(step, DOWN, Duration.ZERO);
    }

    assertThat(guards.isResting(speaker.step("next"))).isTrue();
  }

  @Test
  void done_workThatTakesLong_isNoReasonToRest() {
    for (int i = 0; i < 20; i++) {
      var step = speaker.step("number " + i);
      assertThat(guards.enter(step)).isTrue();
      guards.done(step, Duration.ofMinutes(5));
    }

    assertThat(guards.isResting(speaker.step("next"))).isFalse();
  }

  @Test
  void again_delayThatNoCalendarHolds_isTooLong() {
    var step = speaker.step("for ever");
    assertThat(guards.again(step, BUSY.retryAfter(Duration.ofSeconds(1)), true)).isPresent();

    assertThat(guards.again(step, BUSY.retryAfter(Duration.ofSeconds(Long.MAX_VALUE)), true))
        .isEmpty();
  }
}
