package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.event.RenderEvent;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting costs rows, not threads. */
@Timeout(300)
class ParkingTest {
  private static final int JOBS = 1_000;
  private static final int MOST_THREADS = 16 + 2 + 2 + 1;

  @TempDir Path books;
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void submit_thousandJobsWaiting_holdNoThreads() throws Exception {
    // A job that begins as another gets its answer may ask at once: that alone makes it no result.
    var vendor = FakeVendor.open(books).readyAfterPolls(50);
    var voice = remote(vendor);
    try (var pipeline = studio.timed(voice).build()) {
      var jobs = new ArrayList<RenderJob>();
      for (int i = 0; i < JOBS; i++) {
        // All wait for the same operation: what is looked at is the jobs, not the vendor.
        jobs.add(pipeline.submit(Studio.narrated("Only one sentence.")));
      }
      for (var job : jobs) {
        assertThat(Studio.await(() -> job.state() == JobState.WAITING_REMOTE)).isTrue();
      }

      assertThat(threads()).isLessThanOrEqualTo(MOST_THREADS);
      assertThat(vendor.charges()).hasSize(1);

      jobs.subList(1, JOBS).forEach(RenderJob::cancel);
      assertThat(studio.time.flyUntil(jobs.get(0).completion(), Studio.PATIENCE)).isTrue();
      assertThat(jobs.get(0).state()).isEqualTo(JobState.SUCCEEDED);
      for (var job : jobs.subList(1, JOBS)) {
        assertThat(Studio.await(() -> job.state() == JobState.CANCELLED)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT0.1S", "PT-5S, PT0.1S", "PT30M, PT10M", "PT5S, PT5S"})
  void submit_providerAsksForAnOddDelay_isPolledWithinReason(Duration asked, Duration expected)
      throws Exception {
    var vendor = FakeVendor.open(books).readyAfterPolls(2);
    var voice =
        FakeRemoteSpeechProvider.of(vendor, SubmitSafety.RECONCILABLE).polled(asked, studio.time);
    var log = new EventLog();
    try (var pipeline = studio.timed(voice).addListener(log).build()) {
      var job = pipeline.submit(Studio.narrated("Only one sentence."));
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
    }
    var waits = log.of(RenderEvent.StepWaiting.class);
    var first = waits.get(0).until();
    var polled = asked.isNegative() ? first.minus(asked) : first;
    assertThat(Duration.between(polled, waits.get(1).until())).isEqualTo(expected);
  }

  @Test
  void submit_stepIsDueWhileAnotherRuns_isNotKeptWaiting() throws Exception {
    var vendor = FakeVendor.open(books).readyAfterPolls(2);
    var hold = studio.images.calls().hold("draw");
    try (var pipeline = studio.timed(remote(vendor)).build()) {
      var job = pipeline.submit(Studio.narrated("Only one sentence."));
      assertThat(hold.awaitEntered()).isTrue();

      // The picture takes for ever, and the voice is polled all the same.
      for (int poll = 1; poll <= 2; poll++) {
        assertThat(studio.time.awaitTimers(1, Studio.PATIENCE)).isTrue();
        studio.time.advance(Duration.ofSeconds(5));
      }
      assertThat(Studio.await(() -> studio.composer.calls().count(FakeComposer.MIX) == 1)).isTrue();

      hold.release();
      assertThat(job.join(Studio.PATIENCE)).isPresent();
    }
  }

  private FakeRemoteSpeechProvider remote(FakeVendor vendor) {
    return FakeRemoteSpeechProvider.of(vendor, SubmitSafety.AT_MOST_ONCE)
        .polled(Duration.ofSeconds(5), studio.time);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("vidgen-"))
        .count();
  }
}
