package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.job.Narrated;
import io.vidgen.job.RenderJob;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.StepRecord;
import io.vidgen.spi.SpeechProvider;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeRemoteSpeechProvider;
import io.vidgen.testkit.FakeVendor;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A vendor, and renders of one sentence that it is to speak. */
@Timeout(300)
abstract class VendorTest {
  static final Narrated ONE = Studio.narrated("Only one sentence.");
  static final Failure BUSY =
      Failure.of(FailureKind.RATE_LIMITED, "slow down", "").retryAfter(Duration.ofSeconds(90));
  static final Failure DOWN = Failure.of(FailureKind.UNAVAILABLE, "down", "");

  @TempDir Path books;
  final Studio studio = new Studio();
  final EventLog log = new EventLog();
  FakeVendor vendor;

  @BeforeEach
  void open() {
    vendor = FakeVendor.open(books);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  RenderJob end(SpeechProvider voice) throws InterruptedException {
    try (var pipeline = studio.timed(voice).addListener(log).build()) {
      var job = pipeline.submit(ONE);
      assertThat(studio.time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }

  StepRecord resolve(Resolution resolution) {
    try (var pipeline = studio.timed(remote(SubmitSafety.AT_MOST_ONCE)).build()) {
      return pipeline.resolve(record().fingerprint(), resolution);
    }
  }

  FakeRemoteSpeechProvider remote(SubmitSafety safety) {
    return FakeRemoteSpeechProvider.of(vendor, safety).polled(Duration.ofSeconds(5), studio.time);
  }

  StepRecord record() {
    return studio.ledger.all().stream()
        .filter(step -> step.kind().equals("speech"))
        .findFirst()
        .orElseThrow();
  }
}
