package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Money;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor.Fault;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What goes wrong at vendors, and what it costs. */
class FailureTest extends VendorTest {

  @Test
  void render_remoteVoice_submitsOncePollsAndCollects() throws Exception {
    vendor.readyAfterPolls(3);

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.charges()).hasSize(1);
    assertThat(vendor.polls()).isEqualTo(3);
    assertThat(log.of(RenderEvent.StepStarted.class))
        .filteredOn(event -> event.step().id().equals("speech-1"))
        .hasSize(1);
  }

  @Test
  void render_refusedWithDelay_waitsAsAskedAndChargesOnce() throws Exception {
    vendor.onSubmit(new Fault.Refuse(BUSY), new Fault.Refuse(BUSY));
    var start = studio.time.instant();

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.posts()).isEqualTo(3);
    assertThat(vendor.charges()).hasSize(1);
    assertThat(log.of(RenderEvent.StepFailed.class))
        .hasSize(2)
        .allMatch(event -> event.retried() && event.step().id().equals("speech-1"));
    assertThat(log.of(RenderEvent.StepWaiting.class).get(0).until())
        .isEqualTo(start.plusSeconds(90));
    assertThat(studio.time.instant()).isAfterOrEqualTo(start.plusSeconds(180));
  }

  @Test
  void render_refusedAgainAndAgain_givesUpAfterFiveAttemptsWithoutACharge() throws Exception {
    vendor.onSubmit(repeated(new Fault.Refuse(BUSY), 20));

    var job = end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(vendor.posts()).isEqualTo(5);
    assertThat(vendor.charges()).isEmpty();
    assertThat(record().attempt()).isEqualTo(5);
  }

  @Test
  void render_quickCallRefused_isRetriedFiveTimes() throws Exception {
    var voice = FakeSpeechProvider.builder().price(Money.usd("1")).build();
    var busy = new VidgenException(BUSY);
    voice.calls().failNext(FakeSpeechProvider.SPEAK, busy, busy, busy, busy);

    assertThat(end(voice).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(voice.calls().total()).isEqualTo(5);
    assertThat(record().attempt()).isEqualTo(5);
  }

  @Test
  void render_retryableButCharged_isNotRetried() throws Exception {
    var voice = FakeSpeechProvider.builder().price(Money.usd("1")).build();
    voice.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(DOWN.charged(true)));

    assertThat(end(voice).state()).isEqualTo(JobState.FAILED);

    assertThat(voice.calls().total()).isEqualTo(1);
    assertThat(record().spent()).isEqualTo(Money.usd("1"));
  }

  @Test
  void render_retryableButChargeUnknown_needsAttention() throws Exception {
    var voice = FakeSpeechProvider.builder().price(Money.usd("1")).build();
    voice.calls().failNext(FakeSpeechProvider.SPEAK, new VidgenException(DOWN.charged(null)));

    assertThat(end(voice).state()).isEqualTo(JobState.NEEDS_ATTENTION);

    assertThat(voice.calls().total()).isEqualTo(1);
    assertThat(record().state()).isEqualTo(StepState.UNKNOWN);
  }

  @Test
  void render_freeCallWithUnknownOutcome_isSimplyMadeAgain() throws Exception {
    studio
        .speech
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK,
            VidgenException.of(FailureKind.UNKNOWN_OUTCOME, "no answer", ""));

    assertThat(end(studio.speech).state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void render_failure_saysWhere() throws Exception {
    vendor.onSubmit(new Fault.Refuse(Failure.of(FailureKind.QUOTA, "no credit", "top up")));

    var job = end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    var place = job.failure().orElseThrow().context();
    assertThat(place.stage()).isEqualTo("speech");
    assertThat(place.provider()).isEqualTo("fake-remote-speech");
    assertThat(place.scene()).isEqualTo(1);
    assertThat(place.job()).isEqualTo(job.id());
    assertThat(log.of(RenderEvent.StepFailed.class))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.retried()).isFalse();
              assertThat(event.failure().context()).isEqualTo(place);
            });
    assertThatThrownBy(job::join).hasMessageContaining("no credit").hasMessageContaining("top up");
  }

  @Test
  void render_pollsFail_areRepeatedAndHonourTheDelayAsked() throws Exception {
    vendor.onPoll(new Fault.Refuse(BUSY), new Fault.Refuse(DOWN));

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);

    var waits = log.of(RenderEvent.StepWaiting.class);
    assertThat(Duration.between(waits.get(0).until(), waits.get(1).until()))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_operationFailsUncharged_isSubmittedAnew() throws Exception {
    vendor.onPoll(new Fault.FailOperation(DOWN));

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.posts()).isEqualTo(2);
  }

  @Test
  void render_operationFailsCharged_isNotSubmittedAnew() throws Exception {
    vendor.onPoll(new Fault.FailOperation(DOWN.charged(true)));

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.FAILED);

    assertThat(vendor.posts()).isEqualTo(1);
  }

  @Test
  void render_resultExpired_failsAndIsPlannedAsANewPurchase() throws Exception {
    vendor.expireResults();

    var job = end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.EXPIRED);
    assertThat(record().state()).isEqualTo(StepState.FAILED);
  }

  @Test
  void render_collectedFileIsGone_isFetchedAgainForNothing() throws Exception {
    end(remote(SubmitSafety.AT_MOST_ONCE));
    Files.delete(studio.ledger.artifacts().find(record().artifacts().get(0)).orElseThrow());

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.charges()).hasSize(1);
    assertThat(record().spent()).isEqualTo(Money.usd("0.10"));
  }

  @Test
  void render_neverReady_timesOutAndIsWaitedForAgainLater() throws Exception {
    vendor.readyAfterPolls(Integer.MAX_VALUE);

    var job = end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(job.failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(record().state()).isEqualTo(StepState.SUBMITTED);
    vendor.readyAfterPolls(1);
    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void breaker_opensAfterFailuresAndClosesByTheClock() throws Exception {
    var voice = FakeSpeechProvider.builder().build();
    voice.calls().failNext(FakeSpeechProvider.SPEAK, failures(new VidgenException(DOWN), 5));
    try (var pipeline = studio.timed(voice).addListener(log).build()) {
      var job = pipeline.submit(ONE);
      studio.time.flyUntil(job.completion(), Studio.PATIENCE);
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(voice.calls().total()).isEqualTo(5);

      var next = pipeline.submit(ONE);
      assertThat(studio.time.awaitTimers(1, Studio.PATIENCE)).isTrue();
      assertThat(voice.calls().total()).as("nothing is sent while it is open").isEqualTo(5);
      var opened = studio.time.instant();
      studio.time.flyUntil(next.completion(), Studio.PATIENCE);

      assertThat(next.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(voice.calls().total()).isEqualTo(6);
      assertThat(Duration.between(opened, studio.time.instant()))
          .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(40));
    }
  }

  @Test
  void render_boughtFromAnother_isNotBoughtAgainFromThePreferred() throws Exception {
    var first = FakeSpeechProvider.builder().id("first").price(Money.usd("1")).build();
    var second = FakeSpeechProvider.builder().id("second").price(Money.usd("1")).build();
    try (var pipeline = studio.builder().speech(first, second).build()) {
      var unused = pipeline.render(ONE);
    }

    try (var pipeline = studio.builder().speech(second, first).build()) {
      assertThat(pipeline.render(ONE).redone()).isZero();
    }

    assertThat(second.calls().total()).isZero();
  }

  private static Fault[] repeated(Fault fault, int times) {
    var faults = new Fault[times];
    Arrays.fill(faults, fault);
    return faults;
  }

  private static RuntimeException[] failures(RuntimeException failure, int times) {
    var failures = new RuntimeException[times];
    Arrays.fill(failures, failure);
    return failures;
  }
}
