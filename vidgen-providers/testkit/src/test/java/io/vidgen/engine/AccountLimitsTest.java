package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeCalls;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls of one account, made by several jobs and pipelines. */
@Timeout(300)
class AccountLimitsTest {
  @TempDir Path books;
  private final Studio studio = new Studio();
  private final Studio other = new Studio();

  @AfterEach
  void close() {
    studio.close();
    other.close();
  }

  @Test
  void submit_ownersOfUnequalSize_takeTurns() throws Exception {
    var voice = voice(new AccountLimits(0, 1));
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    try (var pipeline = studio.timed(voice).build()) {
      pipeline.submit(says("The first."), owner("alice"));
      assertThat(hold.awaitEntered()).isTrue();
      var alices = new ArrayList<RenderJob>();
      for (int i = 1; i <= 100; i++) {
        alices.add(pipeline.submit(says("Alice's number " + i + "."), owner("alice")));
      }
      assertThat(Studio.await(() -> alices.stream().allMatch(AccountLimitsTest::waits))).isTrue();
      var bobs = pipeline.submit(says("Bob's one."), owner("bob"));
      assertThat(Studio.await(() -> waits(bobs))).isTrue();

      hold.release();

      assertThat(Studio.await(() -> voice.calls().total() >= 3)).isTrue();
      assertThat(texts(voice.calls()).indexOf("Bob's one.")).as("not the 102nd").isEqualTo(2);
    }
  }

  @Test
  void submit_pipelinesWithOneAccount_neverExceedItTogether() throws Exception {
    var account = account(new AccountLimits(3, 0));
    var vendor = FakeVendor.open(books);
    var voice =
        FakeRemoteSpeechProvider.of(vendor, SubmitSafety.RECONCILABLE)
            .polled(Duration.ofSeconds(5), studio.time)
            .account(account);
    try (var one = studio.timed(voice).build();
        var two = other.timed(voice).clock(studio.time).scheduler(studio.time).build()) {
      var jobs = new ArrayList<RenderJob>();
      for (int i = 0; i < 4; i++) {
        jobs.add(one.submit(says("One " + i + ".")));
        jobs.add(two.submit(says("Two " + i + ".")));
      }
      assertThat(Studio.await(() -> vendor.posts() == 3)).isTrue();
      studio.time.advance(Duration.ofSeconds(60));
      assertThat(vendor.posts()).as("in the first minute").isEqualTo(3);

      assertThat(fly(jobs)).isTrue();
    }
    assertThat(vendor.posts()).isEqualTo(8);
  }

  @Test
  void submit_operationThatRuns_keepsItsPlaceUntilItIsOver() throws Exception {
    var vendor = FakeVendor.open(books).readyAfterPolls(3);
    var voice =
        FakeRemoteSpeechProvider.of(vendor, SubmitSafety.RECONCILABLE)
            .polled(Duration.ofSeconds(5), studio.time)
            .account(account(new AccountLimits(0, 1)));
    try (var pipeline = studio.timed(voice).build()) {
      var first = pipeline.submit(says("First."));
      assertThat(Studio.await(() -> first.state() == JobState.WAITING_REMOTE)).isTrue();
      var second = pipeline.submit(says("Second."));
      studio.time.advance(Duration.ofSeconds(6));
      assertThat(vendor.posts()).isEqualTo(1);

      assertThat(fly(List.of(first, second))).isTrue();
    }
    assertThat(vendor.posts()).isEqualTo(2);
  }

  @Test
  void cancel_jobWhoseOperationRuns_leavesItsPlaceAfterAWhile() throws Exception {
    var vendor = FakeVendor.open(books).readyAfterPolls(99);
    var voice =
        FakeRemoteSpeechProvider.of(vendor, SubmitSafety.RECONCILABLE)
            .polled(Duration.ofSeconds(5), studio.time)
            .account(account(new AccountLimits(0, 1)));
    try (var pipeline = studio.timed(voice).build()) {
      var first = pipeline.submit(says("First."));
      assertThat(Studio.await(() -> first.state() == JobState.WAITING_REMOTE)).isTrue();
      var second = pipeline.submit(says("Second."));
      assertThat(Studio.await(() -> waits(second))).isTrue();

      first.cancel();
      studio.time.advance(Duration.ofMinutes(1));
      assertThat(vendor.posts()).as("it still runs there").isEqualTo(1);
      studio.time.advance(Duration.ofMinutes(2));

      assertThat(Studio.await(() -> vendor.posts() == 2)).isTrue();
    }
  }

  @Test
  void submit_operationOfAnEarlierProcess_countsAtOnce() throws Exception {
    var vendor = FakeVendor.open(books).readyAfterPolls(1);
    var voice =
        FakeRemoteSpeechProvider.of(vendor, SubmitSafety.RECONCILABLE)
            .polled(Duration.ofSeconds(5), studio.time)
            .account(account(new AccountLimits(0, 1)));
    try (var pipeline = studio.timed(voice).build()) {
      var job = pipeline.submit(says("First."));
      assertThat(Studio.await(() -> job.state() == JobState.WAITING_REMOTE)).isTrue();
    }
    try (var pipeline = studio.timed(voice).build()) {
      var jobs = List.of(pipeline.submit(says("First.")), pipeline.submit(says("Second.")));

      assertThat(fly(jobs)).isTrue();
    }
    assertThat(vendor.posts()).isEqualTo(2);
  }

  @Test
  void cancel_jobThatWaitsForItsTurn_leavesTheLine() throws Exception {
    var voice = voice(new AccountLimits(0, 1));
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    try (var pipeline = studio.timed(voice).build()) {
      var first = pipeline.submit(says("First."));
      assertThat(hold.awaitEntered()).isTrue();
      var second = pipeline.submit(says("Second."));
      var third = pipeline.submit(says("Third."));
      assertThat(Studio.await(() -> waits(second) && waits(third))).isTrue();

      second.cancel();
      assertThatThrownBy(() -> second.join(Studio.PATIENCE))
          .isInstanceOfSatisfying(
              VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));
      hold.release();

      assertThat(fly(List.of(first, third))).isTrue();
    }
    assertThat(texts(voice.calls())).containsExactly("First.", "Third.");
  }

  @Test
  void close_whileJobsWait_endsThemAndFreesTheAccount() throws Exception {
    var voice = voice(new AccountLimits(1, 0));
    try (var rest = other.timed(voice).clock(studio.time).scheduler(studio.time).build()) {
      var waiting = new ArrayList<RenderJob>();
      try (var pipeline = studio.timed(voice).build()) {
        for (int i = 0; i < 5; i++) {
          waiting.add(pipeline.submit(says("Number " + i + ".")));
        }
        assertThat(Studio.await(() -> voice.calls().total() == 1)).isTrue();
      }
      assertThat(waiting).filteredOn(job -> job.state() == JobState.CANCELLED).hasSizeBetween(4, 5);

      assertThat(fly(List.of(rest.submit(says("Somebody else."))))).isTrue();
    }
  }

  @Test
  void submit_vendorAsksForAPause_nobodyOfTheAccountSends() throws Exception {
    var voice = voice(new AccountLimits(0, 5));
    voice
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK,
            new VidgenException(
                Failure.of(FailureKind.RATE_LIMITED, "too many", "")
                    .retryAfter(Duration.ofSeconds(30))
                    .charged(false)));
    try (var one = studio.timed(voice).build();
        var two = other.timed(voice).clock(studio.time).scheduler(studio.time).build()) {
      var log = new EventLog();
      var first = one.submit(says("First."), log);
      assertThat(log.await(RenderEvent.StepWaiting.class::isInstance, Studio.PATIENCE)).isTrue();
      var second = two.submit(says("Second."));
      assertThat(Studio.await(() -> waits(second))).isTrue();
      studio.time.advance(Duration.ofSeconds(29));
      assertThat(voice.calls().total()).isEqualTo(1);

      assertThat(fly(List.of(first, second))).isTrue();
    }
    assertThat(voice.calls().total()).isEqualTo(3);
  }

  @Test
  void submit_pauseOfMoreThanAnHour_failsUnsent() throws Exception {
    var voice = voice(new AccountLimits(0, 5));
    voice
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK,
            new VidgenException(
                Failure.of(FailureKind.RATE_LIMITED, "come tomorrow", "")
                    .retryAfter(Duration.ofHours(3))
                    .charged(false)));
    try (var pipeline = studio.timed(voice).build()) {
      assertThatThrownBy(() -> pipeline.render(says("First."))).isInstanceOf(VidgenException.class);

      assertThatThrownBy(() -> pipeline.render(says("Second.")))
          .isInstanceOfSatisfying(
              VidgenException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(FailureKind.RATE_LIMITED);
                assertThat(e.failure().charged()).isFalse();
                assertThat(e.failure().retryAfter()).isEqualTo(Duration.ofHours(3));
              });
    }
    assertThat(voice.calls().total()).isEqualTo(1);
  }

  private boolean fly(List<RenderJob> jobs) throws InterruptedException {
    var all =
        CompletableFuture.allOf(
            jobs.stream()
                .map(job -> job.completion().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    return studio.time.flyUntil(all, Studio.PATIENCE)
        && jobs.stream().allMatch(job -> job.state() == JobState.SUCCEEDED);
  }

  /** Its voice has no turn yet, and everything else of it is done. */
  private static boolean waits(RenderJob job) {
    return !job.waiting().isEmpty() && job.progress() > 0;
  }

  private static List<String> texts(FakeCalls calls) {
    return calls.log().stream().map(FakeCalls.Call::detail).toList();
  }

  private static FakeSpeechProvider voice(AccountLimits limits) {
    return FakeSpeechProvider.builder().account(account(limits)).build();
  }

  private static ProviderAccount account(AccountLimits limits) {
    return new ProviderAccount("fake", limits);
  }

  private static VideoRequest says(String text) {
    return Studio.narrated(text);
  }

  private static RenderOptions owner(String name) {
    return RenderOptions.builder().owner(name).build();
  }
}
