package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vidgen.ledger.StaleWriteException;
import io.vidgen.ledger.StepRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every ledger must do. Extend it and say how one is opened. */
@Timeout(300)
public abstract class LedgerContract extends LedgerLimitsContract {
  /** For subclasses. */
  protected LedgerContract() {}

  @Test
  void find_nothingWritten_isEmpty() {
    assertThat(ledger.find(SampleSteps.fingerprint(1))).isEmpty();
    assertThat(ledger.inSlot(SampleSteps.slot(1))).isEmpty();
    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void find_afterWrites_givesTheNewestRecordWithEveryComponent() {
    ledger.write(SampleSteps.intent(1, 1));
    ledger.write(SampleSteps.complete(1, 2));

    assertThat(ledger.find(SampleSteps.fingerprint(1))).contains(SampleSteps.complete(1, 2));
  }

  @Test
  void all_severalSteps_areInTheOrderOfTheirFirstWrite() {
    ledger.write(SampleSteps.intent(3, 1));
    ledger.write(SampleSteps.intent(1, 1));
    ledger.write(SampleSteps.intent(2, 1));
    ledger.write(SampleSteps.complete(3, 2));

    assertThat(ledger.all())
        .containsExactly(
            SampleSteps.complete(3, 2), SampleSteps.intent(1, 1), SampleSteps.intent(2, 1));
  }

  @Test
  void inSlot_severalSteps_areThoseOfTheSlotInOrder() {
    ledger.write(SampleSteps.intent(12, 1));
    ledger.write(SampleSteps.intent(21, 1));
    ledger.write(SampleSteps.intent(11, 1));
    ledger.write(SampleSteps.complete(12, 2));

    assertThat(ledger.inSlot(SampleSteps.slot(11)))
        .containsExactly(SampleSteps.complete(12, 2), SampleSteps.intent(11, 1));
  }

  @Test
  void write_versionThatDoesNotFollow_isRefusedAndChangesNothing() {
    assertRefused(SampleSteps.intent(1, 2));
    ledger.write(SampleSteps.intent(1, 1));
    assertRefused(SampleSteps.complete(1, 1));
    assertRefused(SampleSteps.complete(1, 3));

    assertThat(ledger.all()).containsExactly(SampleSteps.intent(1, 1));
  }

  private void assertRefused(StepRecord next) {
    assertThatThrownBy(() -> ledger.write(next)).isInstanceOf(StaleWriteException.class);
  }

  @Test
  void write_manyThreadsOnOneStep_oneWinsEachVersion() throws Exception {
    var won = Collections.synchronizedList(new ArrayList<Long>());

    inParallel(
        () -> {
          long version = 1;
          while (version <= 25) {
            try {
              ledger.write(SampleSteps.intent(1, version));
              won.add(version);
            } catch (StaleWriteException e) {
              assertThat(e).hasMessageContaining(Long.toString(version));
            }
            version = ledger.find(SampleSteps.fingerprint(1)).orElseThrow().version() + 1;
          }
          return null;
        });

    assertThat(won).doesNotHaveDuplicates().hasSize(25);
  }

  @Test
  void write_manyThreadsOnManySteps_allAreThere() throws Exception {
    var next = new AtomicInteger();

    inParallel(
        () -> {
          for (int i = 0; i < 20; i++) {
            int step = next.incrementAndGet();
            ledger.write(SampleSteps.intent(step, 1));
            ledger.write(SampleSteps.complete(step, 2));
          }
          return null;
        });

    assertThat(ledger.all()).hasSize(20 * THREADS).allMatch(step -> step.version() == 2);
  }

  @Test
  void write_interruptedThread_writesAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    ledger.write(SampleSteps.intent(1, 1));

    assertThat(Thread.interrupted()).isTrue();
    ledger.write(SampleSteps.complete(1, 2));
    assertThat(ledger.all()).containsExactly(SampleSteps.complete(1, 2));
  }

  @Test
  void open_afterClose_hasEverythingIfDurable() throws Exception {
    assumeTrue(ledger.isDurable(), "only durable ledgers promise this");
    for (int step = 1; step <= 20; step++) {
      ledger.write(SampleSteps.intent(step, 1));
    }
    ledger.write(SampleSteps.complete(5, 2));
    var before = ledger.all();
    ledger.close();

    ledger = open(place);

    assertThat(ledger.all()).isEqualTo(before);
    assertRefused(SampleSteps.complete(5, 2));
    ledger.write(SampleSteps.complete(6, 2));
  }

  @Test
  void close_twice_isFine() {
    ledger.close();
    ledger.close();
  }
}
