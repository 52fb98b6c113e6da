package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderOptions;
import io.vidgen.ledger.StepState;
import io.vidgen.money.Budget;
import io.vidgen.money.Money;
import io.vidgen.money.Price;
import io.vidgen.money.SpendLimit;
import io.vidgen.money.SpendLimit.Scope;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeCalls;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several jobs at once, cancelling, closing, listening. */
@Timeout(300)
class SharingTest {
  private static final Narrated TWO = Studio.narrated("First sentence.", "Second sentence.");

  @TempDir Path books;
  private final Studio studio = new Studio();
  private final EventLog log = new EventLog();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void submit_sameRequestTwice_sharesOneRun() throws Exception {
    var hold = studio.speech.calls().hold(FakeSpeechProvider.SPEAK);
    try (var pipeline = studio.builder().build()) {
      var one = pipeline.submit(TWO);
      assertThat(hold.awaitEntered()).isTrue();
      var joined = new EventLog();
      var two = pipeline.submit(TWO, joined);
      assertThat(joined.await(started("speech-2"), Studio.PATIENCE)).isTrue();
      hold.release();

      var first = one.join();
      var second = two.join();

      assertThat(studio.speech.calls().total()).isEqualTo(2);
      assertThat(studio.images.calls().total()).isEqualTo(2);
      assertThat(studio.composer.calls().count(FakeComposer.SEGMENT)).isEqualTo(3);
      assertThat(studio.composer.calls().count(FakeComposer.FINISH)).isEqualTo(1);
      assertThat(first.redone() + second.redone())
          .as("work counts once")
          .isEqualTo(studio.steps().size());
    }
  }

  @Test
  void submit_jobsThatShareAScene_shareItsStepsAndItsCost() throws Exception {
    var voice = FakeSpeechProvider.builder().price(Money.usd("1")).build();
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    try (var pipeline = studio.builder().speech(voice).build()) {
      var one = pipeline.submit(TWO);
      assertThat(hold.awaitEntered()).isTrue();
      var two = pipeline.submit(Studio.narrated("First sentence.", "Another sentence."), log);
      assertThat(log.await(started("speech-2"), Studio.PATIENCE)).isTrue();
      hold.release();

      var cost = one.join().cost().plus(two.join().cost());

      assertThat(voice.calls().total()).isEqualTo(3);
      assertThat(cost).isEqualTo(Price.exactly(Money.usd("3")));
    }
  }

  @Test
  void cancel_whileRunning_stopsEverything() throws Exception {
    var hold = studio.images.calls().hold(FakeImageProvider.DRAW);
    try (var pipeline = studio.builder().addListener(log).build()) {
      var job = pipeline.submit(TWO);
      assertThat(hold.awaitEntered()).isTrue();

      assertThat(job.cancel()).isTrue();

      // Nobody releases the pictures: they can only end because they are interrupted.
      assertThatThrownBy(() -> job.join(Studio.PATIENCE))
          .isInstanceOfSatisfying(
              VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));
      assertThat(job.state()).isEqualTo(JobState.CANCELLED);
      assertThat(job.failure()).isPresent();
      assertThat(job.cancel()).isFalse();
      assertThat(log.of(RenderEvent.Finished.class)).hasSize(1);
      assertThat(log.all().get(log.all().size() - 1)).isInstanceOf(RenderEvent.Finished.class);
    }
  }

  @Test
  void cancel_stepThatAnotherJobWants_goesOn() throws Exception {
    var hold = studio.images.calls().hold(FakeImageProvider.DRAW);
    try (var pipeline = studio.builder().build()) {
      var one = pipeline.submit(TWO);
      assertThat(hold.awaitEntered()).isTrue();
      var two = pipeline.submit(TWO, log);
      // Its steps begin one after the other: it has joined the first by then.
      assertThat(log.await(started("image-2"), Studio.PATIENCE)).isTrue();
      one.cancel();
      assertThatThrownBy(one::join).isInstanceOf(VidgenException.class);
      hold.release();

      assertThat(two.join().redone() + two.join().reused()).isPositive();
      assertThat(studio.images.calls().log())
          .extracting(FakeCalls.Call::detail)
          .containsOnlyOnce("picture 1");
    }
  }

  @Test
  void cancel_beforeItsCallIsSent_isBoughtOnTheTermsOfWhoWaitsStill() throws Exception {
    var voice =
        FakeSpeechProvider.builder()
            .price(Money.usd("1"))
            .account(new ProviderAccount("fake of " + books, new AccountLimits(0, 1)))
            .build();
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    var budget =
        Budget.UNLIMITED.and(
            new SpendLimit(Scope.OWNER, "bob", Set.of(), Money.usd("3"), null, false));
    var wanted = Studio.narrated("Wanted by both.");
    try (var pipeline = studio.builder().speech(voice).budget(budget).build()) {
      pipeline.submit(Studio.narrated("The first in the line."));
      assertThat(hold.awaitEntered()).isTrue();
      var ann = pipeline.submit(wanted, RenderOptions.builder().owner("ann").build());
      assertThat(Studio.await(() -> !ann.waiting().isEmpty())).isTrue();
      var bob = pipeline.submit(wanted, RenderOptions.builder().owner("bob").build());
      assertThat(Studio.await(() -> !bob.waiting().isEmpty())).isTrue();

      ann.cancel();
      assertThatThrownBy(ann::join).isInstanceOf(VidgenException.class);
      hold.release();

      assertThat(bob.join().cost()).isEqualTo(Price.exactly(Money.usd("1")));
      assertThat(pipeline.spending().byOwner().get("bob").spent()).containsExactly(Money.usd("1"));
      assertThat(pipeline.spending().byOwner()).doesNotContainKey("ann");
      assertThat(voice.calls().total()).isEqualTo(2);
    }
  }

  @Test
  void cancel_thenRenderAgainAtOnce_neverRunsAStepTwiceAtATime() throws Exception {
    try (var pipeline = studio.builder().build()) {
      for (int i = 0; i < 20; i++) {
        pipeline.submit(TWO).cancel();
      }

      assertThat(pipeline.render(TWO).video()).exists();
    }
  }

  @Test
  void cancel_paidCallUnderWay_isSeenThroughAndSharedByTheNextJob() throws Exception {
    var voice = FakeSpeechProvider.builder().price(Money.usd("1")).build();
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    var one = Studio.narrated("Only one sentence.");
    try (var pipeline = studio.builder().speech(voice).build()) {
      var first = pipeline.submit(one);
      assertThat(hold.awaitEntered()).isTrue();
      first.cancel();
      var second = pipeline.submit(one, log);
      assertThat(log.await(started("speech-1"), Studio.PATIENCE)).isTrue();
      hold.release();

      second.join();

      assertThat(voice.calls().total()).isEqualTo(1);
      assertThat(studio.ledger.all()).noneMatch(step -> step.state() == StepState.UNKNOWN);
    }
  }

  @Test
  void cancel_waitingForAVendor_endsAtOnceAndKeepsTheOperation() throws Exception {
    var vendor = FakeVendor.open(books);
    var voice =
        FakeRemoteSpeechProvider.of(vendor, SubmitSafety.AT_MOST_ONCE)
            .polled(Duration.ofHours(1), studio.time);
    try (var pipeline = studio.timed(voice).build()) {
      var job = waiting(pipeline.submit(TWO));

      job.cancel();

      assertThatThrownBy(() -> job.join(Studio.PATIENCE)).isInstanceOf(VidgenException.class);
      assertThat(job.state()).isEqualTo(JobState.CANCELLED);
      var again = pipeline.submit(TWO);
      studio.time.flyUntil(again.completion(), Studio.PATIENCE);
      assertThat(again.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(vendor.charges()).hasSize(2);
    }
  }

  @Test
  void close_jobsThatWaitOrRun_endAsCancelled() throws Exception {
    var vendor = FakeVendor.open(books);
    var voice =
        FakeRemoteSpeechProvider.of(vendor, SubmitSafety.AT_MOST_ONCE)
            .polled(Duration.ofHours(1), studio.time);
    var pipeline = studio.timed(voice).build();
    var waiting = waiting(pipeline.submit(TWO));
    var hold = studio.images.calls().hold(FakeImageProvider.DRAW);
    var running = pipeline.submit(Studio.narrated(r -> r.take(7), "First sentence."));
    assertThat(hold.awaitEntered()).isTrue();

    pipeline.close();

    assertThat(waiting.state()).isEqualTo(JobState.CANCELLED);
    assertThat(running.state()).isEqualTo(JobState.CANCELLED);
    assertThat(waiting.completion().toCompletableFuture()).isCompletedExceptionally();
    assertThatThrownBy(() -> pipeline.submit(TWO)).isInstanceOf(VidgenException.class);
  }

  @Test
  void close_paidCallUnderWay_waitsForItsAnswer() throws Exception {
    var voice = FakeSpeechProvider.builder().price(Money.usd("1")).build();
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    var pipeline = studio.builder().speech(voice).build();
    var unused = pipeline.submit(Studio.narrated("Only one sentence."));
    assertThat(hold.awaitEntered()).isTrue();
    var closing = CompletableFuture.runAsync(pipeline::close);

    hold.release();
    closing.get(100, TimeUnit.SECONDS);

    assertThat(studio.ledger.all())
        .filteredOn(step -> step.kind().equals("speech"))
        .singleElement()
        .satisfies(step -> assertThat(step.state()).isEqualTo(StepState.COMPLETED));
  }

  @Test
  void render_stepFails_stopsWhatRunsBesideIt() throws Exception {
    var pictures = studio.images.calls().hold(FakeImageProvider.DRAW);
    var voice = studio.speech.calls().hold(FakeSpeechProvider.SPEAK);
    studio
        .speech
        .calls()
        .failNext(
            FakeSpeechProvider.SPEAK, VidgenException.of(FailureKind.AUTHENTICATION, "no key", ""));
    try (var pipeline = studio.builder().build()) {
      var job = pipeline.submit(Studio.narrated("Only one sentence."));
      assertThat(pictures.awaitEntered()).isTrue();
      voice.release();

      assertThatThrownBy(() -> job.join(Studio.PATIENCE)).hasMessageContaining("no key");
    }
  }

  @Test
  void listener_thatThrows_hurtsNobody() {
    try (var pipeline =
        studio
            .builder()
            .addListener(
                event -> {
                  throw new IllegalStateException("broken");
                })
            .addListener(
                event -> {
                  throw new AssertionError("broken too");
                })
            .addListener(log)
            .build()) {
      assertThat(pipeline.render(TWO).video()).exists();
    }
    assertThat(log.of(RenderEvent.Finished.class)).hasSize(1);
  }

  @Test
  void progress_always_risesFromZeroToOne() {
    try (var pipeline = studio.builder().addListener(log).build()) {
      var job = pipeline.submit(TWO);
      job.join();
      assertThat(job.progress()).isEqualTo(1);
    }
    var fractions =
        log.of(RenderEvent.Progress.class).stream().map(RenderEvent.Progress::fraction).toList();
    assertThat(fractions).isSorted().allMatch(f -> f >= 0 && f <= 1).endsWith(1.0);
  }

  @Test
  void events_ofOneJob_beginBeforeTheyEndAndFinishLast() {
    for (int i = 0; i < 10; i++) {
      int take = i;
      try (var pipeline = studio.builder().addListener(log).build()) {
        pipeline.render(Studio.narrated(r -> r.take(take), "First sentence.", "Second sentence."));
      }
    }
    for (var events : byJob().values()) {
      var begun = new ArrayList<String>();
      for (var event : events) {
        if (event instanceof RenderEvent.StepStarted started) {
          begun.add(started.step().id());
        } else if (event instanceof RenderEvent.StepFinished done && !done.reused()) {
          assertThat(begun).contains(done.step().id());
        }
      }
      assertThat(begun).doesNotHaveDuplicates();
      assertThat(events.get(events.size() - 1)).isInstanceOf(RenderEvent.Finished.class);
    }
  }

  private Map<String, List<RenderEvent>> byJob() {
    var jobs = new HashMap<String, List<RenderEvent>>();
    log.all().forEach(e -> jobs.computeIfAbsent(e.job(), id -> new ArrayList<>()).add(e));
    return jobs;
  }

  /** Nothing of it runs any more then. */
  private static RenderJob waiting(RenderJob job) {
    assertThat(Studio.await(() -> job.state() == JobState.WAITING_REMOTE)).isTrue();
    return job;
  }

  private static Predicate<RenderEvent> started(String step) {
    return event -> event instanceof RenderEvent.StepStarted s && s.step().id().equals(step);
  }
}
