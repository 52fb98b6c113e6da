package io.vidgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.job.JobState;
import io.vidgen.queue.JobRecord;
import io.vidgen.queue.JobStore;
import io.vidgen.queue.JobStores;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryJobStoreTest extends JobStoreContract {

  @Override
  protected JobStore open() {
    return JobStores.inMemory();
  }

  @Test
  void add_fullStore_isRefusedWithRemedyButKnownKeysAreFound() {
    var store = JobStores.inMemory(1);
    var job = store.add(JobRecord.queued("a", "key", 0, Requests.any(), Instant.EPOCH));
    assertThatThrownBy(
            () -> store.add(JobRecord.queued("b", null, 0, Requests.any(), Instant.EPOCH)))
        .isInstanceOfSatisfying(
            VidgenException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.QUOTA);
              assertThat(e.failure().remedy()).contains("cleanup()");
            });
    assertThat(store.add(JobRecord.queued("b", "key", 0, Requests.any(), Instant.EPOCH)))
        .isEqualTo(job);
    assertThat(store.counts().of(JobState.QUEUED)).isEqualTo(1);
  }

  @Test
  void inMemory_capacityOutOfRange_isRefused() {
    assertThatThrownBy(() -> JobStores.inMemory(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 10000000");
  }
}
