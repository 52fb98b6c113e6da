package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderJob;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.model.RemoteOperation;
import io.vidgen.money.Money;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVendor.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong at vendors, and what it costs. */
@Timeout(60)
class FailureTest {
  private static final Narrated ONE = Studio.narrated("Only one sentence.");
  private static final Failure BUSY =
      Failure.of(FailureKind.RATE_LIMITED, "slow down", "").retryAfter(Duration.ofSeconds(90));
  private static final Failure DOWN = Failure.of(FailureKind.UNAVAILABLE, "down", "");

  @TempDir Path books;
  private final Studio studio = new Studio();
  private final EventLog log = new EventLog();
  private FakeVendor vendor;

  @BeforeEach
  void open() {
    vendor = FakeVendor.open(books);
  }

  @AfterEach
  void close() {
    studio.close();
  }

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

  @ParameterizedTest
  @EnumSource(SubmitSafety.class)
  void render_answerLost_chargesOnceHoweverOftenItIsRendered(SubmitSafety safety) throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());

    var job = end(remote(safety));

    boolean unknown = safety == SubmitSafety.AT_MOST_ONCE;
    assertThat(job.state()).isEqualTo(unknown ? JobState.NEEDS_ATTENTION : JobState.SUCCEEDED);
    end(remote(safety));
    end(remote(safety));
    assertThat(vendor.charges()).hasSize(1);
    assertThat(vendor.posts()).isEqualTo(safety == SubmitSafety.IDEMPOTENT_KEY ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource(SubmitSafety.class)
  void render_connectionBreaksAfterTheCharge_chargesOnce(SubmitSafety safety) throws Exception {
    vendor.onSubmit(new Fault.BreakOff());

    end(remote(safety));
    end(remote(safety));

    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_resentWithTheSameKeyAndRefused_keepsTheKey() throws Exception {
    // The refusal says nothing about the first time: a new key could be charged a second time.
    vendor.onSubmit(new Fault.LoseAnswer(), new Fault.Refuse(BUSY), new Fault.Refuse(DOWN));

    assertThat(end(remote(SubmitSafety.IDEMPOTENT_KEY)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.posts()).isEqualTo(4);
    assertThat(vendor.charges()).hasSize(1);
    assertThat(record().attempt()).isEqualTo(1);
  }

  @Test
  void render_reconciliationFailsAtFirst_isTriedAgain() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer()).failFinds(2);

    assertThat(end(remote(SubmitSafety.RECONCILABLE)).state()).isEqualTo(JobState.SUCCEEDED);

    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void render_reconciliationNeverWorks_needsAttentionAndSendsNothing() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer()).failFinds(1000);

    assertThat(end(remote(SubmitSafety.RECONCILABLE)).state()).isEqualTo(JobState.NEEDS_ATTENTION);

    assertThat(vendor.posts()).isEqualTo(1);
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
  void needsAttention_afterALostAnswer_listsTheStep() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));

    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      assertThat(pipeline.needsAttention()).containsExactly(record());
      assertThat(record().failure().kind()).isEqualTo(FailureKind.UNKNOWN_OUTCOME);
    }
  }

  @Test
  void resolve_adopt_collectsWithoutASecondCharge() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));
    var operation =
        new RemoteOperation(
            "fake-remote-speech",
            vendor.charges().get(0).operation(),
            studio.time.instant(),
            Map.of());

    resolve(new Resolution.Adopt(operation));

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(vendor.charges()).hasSize(1);
  }

  @Test
  void resolve_resubmit_sendsANewAttempt() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(resolve(new Resolution.Resubmit()).spent()).isNull();

    assertThat(end(remote(SubmitSafety.AT_MOST_ONCE)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(record().attempt()).isEqualTo(2);
    assertThat(vendor.posts()).isEqualTo(2);
  }

  @Test
  void resolve_giveUp_countsTheMoneyAsSpent() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));

    assertThat(resolve(new Resolution.GiveUp()).spent()).isEqualTo(Money.usd("0.10"));

    assertThat(studio.ledger.all()).noneMatch(step -> step.state() == StepState.UNKNOWN);
  }

  @Test
  void resolve_whatIsNotUnknown_isRefused() throws Exception {
    end(remote(SubmitSafety.AT_MOST_ONCE));

    var refused =
        catchThrowableOfType(VidgenException.class, () -> resolve(new Resolution.Resubmit()));

    assertThat(refused.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(record().state()).isEqualTo(StepState.COMPLETED);
  }

  @Test
  void resolve_operationOfAnotherProvider_isRefused() throws Exception {
    vendor.onSubmit(new Fault.LoseAnswer());
    end(remote(SubmitSafety.AT_MOST_ONCE));
    var foreign = new RemoteOperation("other", "1", studio.time.instant(), Map.of());

    assertThatThrownBy(() -> resolve(new Resolution.Adopt(foreign)))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("other");
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

  private RenderJob end(SpeechProvider voice) throws InterruptedException {
    try (var pipeline = studio.timed(voice).addListener(log).build()) {
      var job = pipeline.submit(ONE);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }

  private StepRecord resolve(Resolution resolution) {
    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      return pipeline.resolve(record().fingerprint(), resolution);
    }
  }

  private FakeRemoteSpeechProvider remote(SubmitSafety safety) {
    return FakeRemoteSpeechProvider.of(vendor, safety).polled(Duration.ofSeconds(5), studio.time);
  }

  private StepRecord record() {
    return studio.ledger.all().stream()
        .filter(step -> step.kind().equals("speech"))
        .findFirst()
        .orElseThrow();
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
