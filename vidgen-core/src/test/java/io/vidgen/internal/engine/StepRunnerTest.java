package io.vidgen.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.RemoteOperation;
import io.vidgen.routing.VideoRouter;
import io.vidgen.spi.CallContext;
import io.vidgen.spi.LongRunningWork;
import io.vidgen.spi.Poll;
import io.vidgen.spi.QuickWork;
import io.vidgen.spi.SpeechRequest;
import io.vidgen.spi.SpeechResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StepRunnerTest {
  private static final SharedRun.Terms TERMS = new SharedRun.Terms(Purse.OPEN, Set.of());

  private static final Watcher.Ear DEAF =
      new Watcher.Ear() {
        @Override
        public void progress(double fraction) {}

        @Override
        public void waits(Line line) {}

        @Override
        public void turnCame() {}

        @Override
        public void atRest() {}

        @Override
        public boolean isGivenUp() {
          return false;
        }
      };

  private final Ledger ledger = Ledgers.inMemory();
  private final Lanes lanes = new Lanes(1, null);
  private final StepRunner runner =
      new StepRunner(ledger, lanes, InstantSource.system(), VideoRouter.listed());

  @AfterEach
  void close() {
    lanes.close();
    runner.gates().close();
    ledger.close();
  }

  @Test
  void start_jobThatIsGoneAlready_beginsNothing() throws Exception {
    var calls = new AtomicInteger();
    QuickWork<SpeechRequest, SpeechResult> work =
        (request, context) -> {
          calls.incrementAndGet();
          throw VidgenException.of(FailureKind.LOCAL, "it was called", "");
        };
    var step = new Speaker(work).step("Hello.");
    var watcher = new Watcher(DEAF);
    watcher.withdraw();

    assertThat(failure(runner.start(step, watcher, TERMS)).kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(runner.isRunning(step.fingerprint())).isFalse();
    assertThat(calls).hasValue(0);
  }

  @Test
  void start_providerFailsWhenItsPlaceIsGivenBack_tellsTheOutcomeAndKeepsNoPlace()
      throws Exception {
    var speaker = new Speaker(new Endless());

    for (var text : new String[] {"One.", "Two."}) {
      var outcome =
          runner.start(speaker.step(text), new Watcher(DEAF), TERMS).get(100, TimeUnit.SECONDS);

      assertThat(outcome).isInstanceOf(StepOutcome.Parked.class);
    }
  }

  private static VidgenException failure(CompletableFuture<?> future) throws Exception {
    return (VidgenException)
        future.handle((result, error) -> unwrapped(error)).get(100, TimeUnit.SECONDS);
  }

  private static Throwable unwrapped(Throwable error) {
    return error.getCause() == null ? error : error.getCause();
  }

  /** Has no answer when it is asked how long its work may take. */
  private static final class Endless implements LongRunningWork<SpeechRequest, SpeechResult> {
    @Override
    public RemoteOperation submit(SpeechRequest request, CallContext context) {
      return new RemoteOperation("speaker", "operation", Instant.now(), Map.of());
    }

    @Override
    public Poll poll(RemoteOperation operation, CallContext context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SpeechResult collect(
        RemoteOperation operation, SpeechRequest request, CallContext context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Duration timeLimit() {
      throw new IllegalStateException("no time limit");
    }
  }
}
