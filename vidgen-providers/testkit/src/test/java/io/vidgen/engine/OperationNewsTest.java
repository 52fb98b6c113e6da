package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeVendor.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What polls and downloads tell beside how far an operation is, or do not. */
class OperationNewsTest extends VendorTest {
  private static final HookedVoice.Hook NOTHING = context -> {};

  @ParameterizedTest
  @CsvSource({"0.35, 0.35", "0.05, 0.10"})
  void render_chargeToldWhileItRuns_raisesWhatIsBooked(String told, String booked)
      throws Exception {
    var polls = new AtomicInteger();
    vendor.readyAfterPolls(3);

    end(
        polled(
            context -> {
              if (polls.getAndIncrement() == 0) {
                context.charged(Money.usd(told));
              }
            }));

    assertThat(record().spent()).isEqualTo(Money.usd(booked));
  }

  @Test
  void render_chargeToldByAPollThatBreaks_isBooked() throws Exception {
    var polls = new AtomicInteger();

    end(
        polled(
            context -> {
              if (polls.getAndIncrement() == 0) {
                context.charged(Money.usd("0.35"));
                throw new IOException("broken off");
              }
            }));

    assertThat(record().spent()).isEqualTo(Money.usd("0.35"));
  }

  @Test
  void resolve_pollThatCannotBeRead_canBeGivenUp() throws Exception {
    var voice =
        polled(
            context -> {
              throw new IllegalStateException("cannot read the answer");
            });

    var job = end(voice);

    assertThat(job.failure().orElseThrow().message()).contains("cannot read the answer");
    assertThat(attention(voice)).isEqualTo(1);
    assertThat(resolve(new Resolution.GiveUp()).spent()).isEqualTo(Money.usd("0.10"));
  }

  @Test
  void resolve_resultThatCannotBeRead_canBeGivenUp() throws Exception {
    var voice =
        new HookedVoice(
            remote(SubmitSafety.AT_MOST_ONCE),
            NOTHING,
            context -> {
              throw new NumberFormatException("cannot read the file");
            });

    var job = end(voice);

    assertThat(job.failure().orElseThrow().message()).contains("cannot read the file");
    assertThat(attention(voice)).isEqualTo(1);
    assertThat(resolve(new Resolution.GiveUp()).state()).isEqualTo(StepState.FAILED);
  }

  @Test
  void needsAttention_jobWasCancelled_listsItsOperationWhenItsTimeIsOver() throws Exception {
    cancelled();

    studio.time.advance(Duration.ofMinutes(34));
    assertThat(attention(polled(NOTHING))).isZero();
    studio.time.advance(Duration.ofMinutes(2));
    assertThat(attention(polled(NOTHING))).isEqualTo(1);

    assertThat(resolve(new Resolution.Resubmit()).state()).isEqualTo(StepState.FAILED);
  }

  @Test
  void resolve_jobWasCancelledLongAgo_freesTheBudget() throws Exception {
    cancelled();
    studio.time.advance(Duration.ofDays(60));

    resolve(new Resolution.Resubmit());

    vendor.readyAfterPolls(1);
    try (var pipeline =
        studio.timed(polled(NOTHING)).budget(Budget.total(Money.usd("0.15"))).build()) {
      var job = pipeline.submit(Studio.narrated("Other words."));
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {300L * 86_400, Long.MAX_VALUE})
  void render_pollAsksForALongDelay_isAskedAgainInTime(long seconds) throws Exception {
    var later = BUSY.retryAfter(Duration.ofSeconds(seconds));
    vendor.onPoll(new Fault.Refuse(later), new Fault.Refuse(later));
    var began = studio.time.instant();

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(Duration.between(began, studio.time.instant()))
        .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(21));
  }

  @Test
  void render_everyPollAsksForALongDelay_endsWithItsTime() throws Exception {
    var later = new Fault.Refuse(BUSY.retryAfter(Duration.ofDays(300)));
    vendor.onPoll(Collections.nCopies(99, later).toArray(Fault[]::new));
    var began = studio.time.instant();

    var job = end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(Duration.between(began, studio.time.instant()))
        .isBetween(Duration.ofMinutes(35), Duration.ofMinutes(36));
  }

  @Test
  void health_operationsThatFail_areSeen() throws Exception {
    vendor.onPoll(
        Collections.nCopies(5, new Fault.FailOperation(DOWN.charged(true))).toArray(Fault[]::new));
    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      for (int i = 1; i <= 5; i++) {
        var job = pipeline.submit(Studio.narrated("Number " + i + "."));
        assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      }

      assertThat(pipeline.health())
          .filteredOn(health -> health.kind().equals("speech"))
          .singleElement()
          .satisfies(
              health -> {
                assertThat(health.resting()).isTrue();
                assertThat(health.failureRate()).isEqualTo(1);
                assertThat(health.calls()).isEqualTo(5);
              });
    }
  }

  private void cancelled() {
    vendor.readyAfterPolls(99);
    try (var pipeline = studio.timed(polled(NOTHING)).build()) {
      RenderJob job = pipeline.submit(ONE);
      assertThat(Studio.await(() -> job.state() == JobState.WAITING_REMOTE)).isTrue();
      job.cancel();
      assertThat(Studio.await(() -> job.completion().toCompletableFuture().isDone())).isTrue();
    }
  }

  private HookedVoice polled(HookedVoice.Hook onPoll) {
    return new HookedVoice(remote(SubmitSafety.AT_MOST_ONCE), onPoll, NOTHING);
  }

  private int attention(HookedVoice voice) {
    try (var pipeline = studio.timed(voice).build()) {
      return pipeline.needsAttention().size();
    }
  }
}
