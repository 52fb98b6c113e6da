package io.vidgen.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vidgen.event.RenderEvent;
import io.vidgen.event.RenderEvent.Limit;
import io.vidgen.event.RenderEvent.TurnAwaited;
import io.vidgen.event.RenderEvent.TurnOver;
import io.vidgen.event.RenderListener;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.queue.QueueOptions;
import io.vidgen.spi.AccountLimits;
import io.vidgen.spi.ProviderAccount;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeSpeechProvider;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is seen of a render that waits for its turn at a vendor. */
@Timeout(300)
class TurnEventsTest {
  private final Studio studio = new Studio();
  private final Studio other = new Studio();
  private final String account = "voices of " + UUID.randomUUID();

  @AfterEach
  void close() {
    studio.close();
    other.close();
  }

  @Test
  void submit_turnComesAtOnce_saysNothing() {
    var voice = voice(new AccountLimits(0, 3));
    var log = new EventLog();
    try (var pipeline = studio.timed(voice).addListener(log).build()) {
      end(pipeline.submit(Studio.narrated("One.", "Two.", "Three.")));
    }

    assertThat(log.of(TurnAwaited.class)).isEmpty();
    assertThat(log.of(TurnOver.class)).isEmpty();
  }

  @Test
  void submit_accountIsFull_isToldOnceForWhomAndWhyAndOnceThatItsTurnCame() throws Exception {
    var voice = voice(new AccountLimits(0, 1));
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    var log = new EventLog();
    try (var pipeline = studio.timed(voice).build()) {
      var first = pipeline.submit(Studio.narrated("First."), log);
      assertThat(hold.awaitEntered()).isTrue();
      var second = pipeline.submit(Studio.narrated("Second."), log);
      assertThat(Studio.await(() -> second.waiting().size() == 1)).isTrue();
      var third = pipeline.submit(Studio.narrated("Third."), log);
      assertThat(Studio.await(() -> third.waiting().size() == 1)).isTrue();
      assertThat(Studio.await(() -> second.state() == JobState.WAITING_REMOTE)).isTrue();
      assertThat(first.state()).isEqualTo(JobState.RUNNING);
      var since = studio.time.instant();
      studio.time.advance(Duration.ofSeconds(10));

      hold.release();
      end(first);
      end(second);
      end(third);

      assertThat(second.waiting()).isEmpty();
      assertThat(log.of(TurnAwaited.class))
          .extracting(TurnAwaited::job, e -> e.step().provider(), TurnAwaited::account)
          .containsExactly(
              tuple(second.id(), voice.id(), account), tuple(third.id(), voice.id(), account));
      assertThat(log.of(TurnAwaited.class))
          .extracting(TurnAwaited::limit, TurnAwaited::before, TurnAwaited::since)
          .containsExactly(tuple(Limit.AT_ONCE, 0, since), tuple(Limit.AT_ONCE, 1, since));
      assertThat(log.of(TurnAwaited.class).get(1).describe())
          .isEqualTo(
              "speech-1 waits for a place at "
                  + voice.id()
                  + " (account "
                  + account
                  + "), 1 before it");
      assertThat(log.of(TurnOver.class))
          .allMatch(TurnOver::came)
          .allMatch(e -> e.waited().compareTo(Duration.ofSeconds(10)) >= 0)
          .extracting(TurnOver::job)
          .containsExactly(second.id(), third.id());
    }
  }

  @Test
  void listener_waiting_printsForWhom() throws Exception {
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, UTF_8);
    // tag::turn-awaited
    RenderListener listener =
        event -> {
          if (event instanceof RenderEvent.TurnAwaited wait) {
            out.println(wait.describe());
          }
        };
    // end::turn-awaited
    var voice = voice(new AccountLimits(0, 1));
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    try (var pipeline = studio.timed(voice).build()) {
      var first = pipeline.submit(Studio.narrated("First."));
      assertThat(hold.awaitEntered()).isTrue();
      var second = pipeline.submit(Studio.narrated("Second."), listener);
      assertThat(Studio.await(() -> printed.size() > 0)).isTrue();
      hold.release();
      end(first);
      end(second);
    }

    assertThat(printed.toString(UTF_8))
        .startsWith("speech-1 waits for a place at " + voice.id())
        .hasLineCount(1);
  }

  @Test
  void submit_requestsOfTheMinuteUsedUp_saysSo() {
    var voice = voice(new AccountLimits(1, 0));
    var log = new EventLog();
    try (var pipeline = studio.timed(voice).addListener(log).build()) {
      end(pipeline.submit(Studio.narrated("First.")));
      end(pipeline.submit(Studio.narrated("Second.")));
    }

    assertThat(log.of(TurnAwaited.class))
        .extracting(TurnAwaited::limit)
        .containsExactly(Limit.PER_MINUTE);
    assertThat(log.of(TurnOver.class)).singleElement().matches(TurnOver::came);
  }

  @Test
  void submit_sameStepTwiceWhileItWaits_bothAreTold() throws Exception {
    var voice = voice(new AccountLimits(0, 1));
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    var log = new EventLog();
    try (var pipeline = studio.timed(voice).build()) {
      var first = pipeline.submit(Studio.narrated("First."));
      assertThat(hold.awaitEntered()).isTrue();
      var one = pipeline.submit(Studio.narrated("The same."), log);
      assertThat(Studio.await(() -> one.waiting().size() == 1)).isTrue();
      var two = pipeline.submit(Studio.narrated("The same."), log);
      assertThat(Studio.await(() -> two.waiting().size() == 1)).isTrue();

      hold.release();
      end(first);
      end(one);
      end(two);

      assertThat(log.of(TurnAwaited.class))
          .extracting(TurnAwaited::job)
          .containsExactly(one.id(), two.id());
      assertThat(log.of(TurnOver.class))
          .allMatch(TurnOver::came)
          .extracting(TurnOver::job)
          .containsExactlyInAnyOrder(one.id(), two.id());
    }
  }

  @Test
  void cancel_whileItWaits_saysThatItsTurnDidNotCome() throws Exception {
    var voice = voice(new AccountLimits(0, 1));
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    var log = new EventLog();
    try (var pipeline = studio.timed(voice).build()) {
      var first = pipeline.submit(Studio.narrated("First."));
      assertThat(hold.awaitEntered()).isTrue();
      var second = pipeline.submit(Studio.narrated("Second."), log);
      assertThat(Studio.await(() -> second.waiting().size() == 1)).isTrue();

      second.cancel();
      assertThat(log.await(RenderEvent.Finished.class::isInstance, Studio.PATIENCE)).isTrue();

      assertThat(log.of(TurnOver.class)).singleElement().matches(over -> !over.came());
      assertThat(second.waiting()).isEmpty();
      hold.release();
      end(first);
    }
  }

  @Test
  void find_queuedJobThatWaits_saysSo() throws Exception {
    var voice = voice(new AccountLimits(0, 1));
    var hold = voice.calls().hold(FakeSpeechProvider.SPEAK);
    try (var pipeline = studio.timed(voice).build();
        var queue = pipeline.queue(QueueOptions.builder().cleanupInterval(Duration.ZERO).build())) {
      var first = pipeline.submit(Studio.narrated("First."));
      assertThat(hold.awaitEntered()).isTrue();
      var id = queue.submit(Studio.narrated("Second."));

      assertThat(Studio.await(() -> !queue.find(id).orElseThrow().waiting().isEmpty())).isTrue();
      assertThat(
              Studio.await(() -> queue.find(id).orElseThrow().state() == JobState.WAITING_REMOTE))
          .isTrue();
      assertThat(queue.stats().waitingRemote()).isEqualTo(1);

      hold.release();
      end(first);
      assertThat(studio.time.flyUntil(queue.completion(id), Studio.PATIENCE)).isTrue();
      assertThat(queue.find(id).orElseThrow().waiting()).isEmpty();
    }
  }

  private void end(RenderJob job) {
    try {
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
  }

  private FakeSpeechProvider voice(AccountLimits limits) {
    return FakeSpeechProvider.builder().account(new ProviderAccount(account, limits)).build();
  }
}
