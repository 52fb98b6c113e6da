package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.job.JobState;
import io.vidgen.job.Render;
import io.vidgen.job.RenderOptions;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.StaleWriteException;
import io.vidgen.money.Price;
import io.vidgen.queue.JobRecord;
import io.vidgen.queue.JobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link JobStore} keeps to. Extend it and say how to open an empty store. */
@Timeout(300)
public abstract class JobStoreContract {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(24));
  private static final VideoRequest REQUEST = Requests.any();
  private static final int RACERS = 8;

  private @Nullable JobStore opened;

  /** For those that extend it. */
  protected JobStoreContract() {}

  /**
   * Opens a store without jobs, with room for at least a hundred.
   *
   * @return the store; the contract closes it
   */
  protected abstract JobStore open();

  @BeforeEach
  void openStore() {
    opened = open();
  }

  @AfterEach
  void closeStore() {
    store().close();
  }

  private JobStore store() {
    if (opened == null) {
      throw new IllegalStateException("the store is not open");
    }
    return opened;
  }

  private static JobRecord job(String id) {
    return JobRecord.queued(id, null, 0, REQUEST, NOW);
  }

  private static JobRecord job(String id, String key) {
    return JobRecord.queued(id, key, 0, REQUEST, NOW);
  }

  private static Render render(String id) {
    return new Render(
        id,
        Map.of(),
        LATER,
        Duration.ofSeconds(9),
        Price.free(),
        Map.of("voice", Duration.ZERO),
        1,
        0);
  }

  private JobRecord added(JobRecord job) {
    return store().add(job);
  }

  private JobRecord written(JobRecord next) {
    store().write(next);
    return next;
  }

  @Test
  void write_jobForSomebody_keepsForWhom() {
    var options = RenderOptions.builder().owner("alice").project("spring").build();
    var job = added(JobRecord.queued("a", null, 0, REQUEST, options, NOW));

    store().write(job.running(NOW));
    assertThat(store().find("a").orElseThrow().options()).isEqualTo(options);
    store().write(job.running(NOW).requeued());

    assertThat(store().find("a").orElseThrow().options()).isEqualTo(options);
  }

  @Test
  void find_unknownJob_isEmpty() {
    assertThat(store().find("nobody")).isEmpty();
    assertThat(store().findByClientKey("nothing")).isEmpty();
  }

  @Test
  void add_newJob_isFoundAsItWasGiven() {
    var job = job("a", "order 1 – é \uD83C\uDFAC");
    assertThat(store().add(job)).isEqualTo(job);
    assertThat(store().find("a")).contains(job);
    assertThat(store().findByClientKey("order 1 – é \uD83C\uDFAC")).contains(job);
  }

  @Test
  void write_wholeLife_everyRecordComesBackAsItWas() {
    var job = added(job("a", "key"));
    job = written(job.running(NOW.plusSeconds(1)));
    assertThat(store().find("a")).contains(job);
    job = written(job.succeeded(render("a"), NOW.plusSeconds(9), LATER));
    assertThat(store().find("a")).contains(job);
    job = written(job.expired(LATER.plusSeconds(1)));
    assertThat(store().findByClientKey("key")).contains(job);
    var failed = written(added(job("b")).running(NOW));
    var why = Failure.of(FailureKind.QUOTA, "no credit", "buy some").retryAfter(Duration.ofDays(1));
    failed = written(failed.ended(JobState.FAILED, why, 0.25, NOW, LATER));
    assertThat(store().find("b")).contains(failed);
  }

  @Test
  void add_knownClientKey_givesTheJobThatIsThere() {
    var first = written(added(job("a", "key")).running(NOW));
    assertThat(store().add(job("b", "key"))).isEqualTo(first);
    assertThat(store().find("b")).isEmpty();
    assertThat(store().counts().of(JobState.QUEUED)).isZero();
  }

  @Test
  void add_takenIdOrLaterVersion_isRefused() {
    var job = added(job("a"));
    assertThatThrownBy(() -> store().add(job("a"))).isInstanceOf(StaleWriteException.class);
    var late = job("b").running(NOW);
    assertThatThrownBy(() -> store().add(late)).isInstanceOf(StaleWriteException.class);
    assertThat(store().find("a")).contains(job);
    assertThat(store().find("b")).isEmpty();
  }

  @Test
  void write_versionThatDoesNotFollow_isRefusedAndChangesNothing() {
    var job = added(job("a"));
    var running = written(job.running(NOW));
    assertThatThrownBy(() -> store().write(job.running(NOW)))
        .isInstanceOf(StaleWriteException.class);
    var tooFar = running.requeued().running(NOW);
    assertThatThrownBy(() -> store().write(tooFar)).isInstanceOf(StaleWriteException.class);
    assertThat(store().find("a")).contains(running);
    assertThat(store().inState(JobState.QUEUED, 9)).isEmpty();
  }

  @Test
  void write_unknownJob_isRefused() {
    assertThatThrownBy(() -> store().write(job("a"))).isInstanceOf(StaleWriteException.class);
    assertThatThrownBy(() -> store().write(job("a").running(NOW)))
        .isInstanceOf(StaleWriteException.class);
    assertThat(store().find("a")).isEmpty();
  }

  @Test
  void remove_newestRecord_forgetsJobAndKey() {
    added(job("a", "key"));
    var over =
        written(
            job("a", "key")
                .ended(
                    JobState.CANCELLED,
                    Failure.of(FailureKind.CANCELLED, "not wanted", ""),
                    0,
                    NOW,
                    LATER));
    store().remove(over);
    assertThat(store().find("a")).isEmpty();
    assertThat(store().findByClientKey("key")).isEmpty();
    assertThat(store().due(LATER, 9)).isEmpty();
    assertThat(store().counts().of(JobState.CANCELLED)).isZero();
    assertThat(store().add(job("b", "key")).id()).isEqualTo("b");
  }

  @Test
  void remove_olderRecordOrTwice_isRefused() {
    var job = added(job("a"));
    var running = written(job.running(NOW));
    assertThatThrownBy(() -> store().remove(job)).isInstanceOf(StaleWriteException.class);
    store().remove(running);
    assertThatThrownBy(() -> store().remove(running)).isInstanceOf(StaleWriteException.class);
  }

  @Test
  void inState_priorities_highestFirstThenInOrderOfAdding() {
    for (int i = 0; i < 6; i++) {
      // Times of submission say nothing about turns: clocks of several machines differ.
      added(JobRecord.queued("j" + i, null, i % 3 - 1, REQUEST, NOW.minusSeconds(i)));
    }
    assertThat(store().inState(JobState.QUEUED, 99))
        .extracting(JobRecord::id)
        .containsExactly("j2", "j5", "j1", "j4", "j0", "j3");
    assertThat(store().inState(JobState.QUEUED, 3))
        .extracting(JobRecord::id)
        .containsExactly("j2", "j5", "j1");
  }

  @Test
  void inState_jobQueuedAgain_hasItsOldTurn() {
    var first = added(job("a"));
    added(job("b"));
    var again = written(written(first.running(NOW)).requeued());
    assertThat(store().inState(JobState.QUEUED, 1)).containsExactly(again);
    assertThat(store().inState(JobState.RUNNING, 1)).isEmpty();
  }

  @Test
  void due_jobsThatAreOver_earliestFirstAndNoneTooEarly() {
    for (int i : new int[] {3, 1, 2}) {
      var job = written(added(job("j" + i)).running(NOW));
      written(job.succeeded(render("j" + i), NOW, NOW.plusSeconds(i)));
    }
    added(job("waits"));
    assertThat(store().due(NOW.plusSeconds(1).minusNanos(1), 9)).isEmpty();
    assertThat(store().due(NOW.plusSeconds(2), 9))
        .extracting(JobRecord::id)
        .containsExactly("j1", "j2");
    assertThat(store().due(LATER, 1)).extracting(JobRecord::id).containsExactly("j1");
    var first = store().due(LATER, 1).get(0);
    written(first.postponed(LATER.plusSeconds(1)));
    assertThat(store().due(LATER, 9)).extracting(JobRecord::id).containsExactly("j2", "j3");
  }

  @Test
  void counts_everyState_addUpAndKnowWhoWaitsLongest() {
    assertThat(store().counts().oldestWaiting()).isNull();
    added(JobRecord.queued("new", null, 5, REQUEST, NOW));
    var old = added(JobRecord.queued("old", null, 0, REQUEST, NOW.minusSeconds(60)));
    written(added(job("runs")).running(NOW));
    var counts = store().counts();
    assertThat(counts.of(JobState.QUEUED)).isEqualTo(2);
    assertThat(counts.of(JobState.RUNNING)).isEqualTo(1);
    assertThat(counts.of(JobState.FAILED)).isZero();
    assertThat(counts.oldestWaiting()).isEqualTo(NOW.minusSeconds(60));
    written(old.running(NOW));
    assertThat(store().counts().oldestWaiting()).isEqualTo(NOW);
  }

  @Test
  void write_manyAtOnce_oneWins() throws Exception {
    var job = added(job("a"));
    var wins =
        race(
            i -> {
              try {
                store().write(job.running(NOW.plusSeconds(i)));
                return 1;
              } catch (StaleWriteException e) {
                return 0;
              }
            });
    assertThat(wins.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(store().find("a").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void add_sameKeyAtOnce_oneJob() throws Exception {
    var ids = race(i -> store().add(job("j" + i, "key")).id());
    assertThat(ids).hasSize(RACERS).containsOnly(ids.get(0));
    assertThat(store().counts().of(JobState.QUEUED)).isEqualTo(1);
  }

  private interface Racer<T> {
    T run(int number);
  }

  private static <T> List<T> race(Racer<T> racer) throws Exception {
    var pool = Executors.newFixedThreadPool(RACERS);
    try {
      var work = IntStream.range(0, RACERS).<Callable<T>>mapToObj(i -> () -> racer.run(i)).toList();
      var results = new ArrayList<T>();
      for (var future : pool.invokeAll(work, 100, TimeUnit.SECONDS)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
