package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.Story;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import io.vidgen.testkit.FakeComposer;
import io.vidgen.testkit.FakeImageProvider;
import io.vidgen.testkit.FakeSpeechProvider;
import io.vidgen.testkit.FakeTranscriptionProvider;
import io.vidgen.testkit.FakeVendor;
import io.vidgen.testkit.FakeVideoProvider;
import io.vidgen.testkit.ManualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that die at any write of their ledger while a chain is made. */
@Timeout(300)
class StoryCrashTest {
  /** Clips, each of which is announced, noted as submitted, and completed. */
  private static final int HOPS = 3;

  private static final Story STORY =
      StoryFixture.story(
              StoryFixture.scene("one", 1, ""),
              StoryFixture.scene("two", 1, ""),
              StoryFixture.scene("three", 1, ""))
          .build();

  @TempDir Path directory;

  @Test
  void render_diesAtSomeWrites_isFinishedByTheNextAndPaidOnce() throws Exception {
    assertPaidOnceAtEach(4);
  }

  @Test
  @Tag("soak")
  void render_diesAtEachWrite_isFinishedByTheNextAndPaidOnce() throws Exception {
    assertPaidOnceAtEach(1);
  }

  /** Dies at the first write, and at each that comes so many after another. */
  private void assertPaidOnceAtEach(int distance) throws Exception {
    // What the render was made of is noted last; a video is not lost over it.
    int writes = writes() - 1;
    assertThat(writes).isGreaterThan(3 * HOPS);
    for (int write = 1; write <= writes; write += distance) {
      assertPaidOnce(new Point("", write, false), SubmitSafety.RECONCILABLE);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SubmitSafety.class,
      names = {"RECONCILABLE", "IDEMPOTENT_KEY"})
  void render_diesAroundAWriteOfAClip_isFinishedByTheNextAndPaidOnce(SubmitSafety safety)
      throws Exception {
    for (int write = 1; write <= 3 * HOPS; write++) {
      assertPaidOnce(
          new Point("clip", write, write % 2 == 0 || safety == SubmitSafety.RECONCILABLE), safety);
    }
  }

  @Test
  @Tag("soak")
  void render_diesAroundAnyWriteOfAClip_isSentAgainWithItsKeyAndPaidOnce() throws Exception {
    for (int write = 1; write <= 3 * HOPS; write++) {
      assertPaidOnce(new Point("clip", write, true), SubmitSafety.IDEMPOTENT_KEY);
      assertPaidOnce(new Point("clip", write, false), SubmitSafety.IDEMPOTENT_KEY);
    }
  }

  private void assertPaidOnce(Point point, SubmitSafety safety) throws Exception {
    var place = Files.createTempDirectory(directory, "render");
    var vendor = FakeVendor.open(place.resolve("vendor"));
    try (var ledger = Ledgers.inMemory()) {
      var died = render(CrashingLedger.failing(ledger, point), vendor, safety);
      assertThat(died.state()).as("dies at %s", point).isEqualTo(JobState.FAILED);

      var next = render(ledger, vendor, safety);

      assertThat(next.state()).as("%s: %s", point, next.failure()).isEqualTo(JobState.SUCCEEDED);
      assertThat(vendor.charges()).as("paid, %s", point).hasSize(HOPS);
    }
  }

  @Test
  void render_diesBetweenSubmitAndNote_isNeverSentAgainWhenItCannotBeFound() throws Exception {
    for (int hop = 1; hop <= HOPS; hop++) {
      var place = Files.createTempDirectory(directory, "render");
      var vendor = FakeVendor.open(place.resolve("vendor"));
      var point = new Point("clip", 3 * hop - 1, false);
      try (var ledger = Ledgers.inMemory()) {
        var died = render(CrashingLedger.failing(ledger, point), vendor, SubmitSafety.AT_MOST_ONCE);
        assertThat(died.state()).isEqualTo(JobState.FAILED);

        var next = render(ledger, vendor, SubmitSafety.AT_MOST_ONCE);

        assertThat(next.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        assertThat(vendor.posts()).as("hop %d", hop).isEqualTo(hop);
      }
    }
  }

  private int writes() throws Exception {
    var vendor = FakeVendor.open(Files.createTempDirectory(directory, "count"));
    try (var ledger = Ledgers.inMemory()) {
      var counting = CrashingLedger.failing(ledger, Point.never());
      assertThat(render(counting, vendor, SubmitSafety.RECONCILABLE).state())
          .isEqualTo(JobState.SUCCEEDED);
      assertThat(vendor.posts()).isEqualTo(HOPS);
      return counting.writes();
    }
  }

  private static RenderJob render(Ledger ledger, FakeVendor vendor, SubmitSafety safety)
      throws InterruptedException {
    var time = ManualTime.create();
    var videos = FakeVideoProvider.of(vendor, safety).polled(Duration.ofSeconds(5), time);
    try (var storage = Storages.inMemory();
        var pipeline =
            VideoPipeline.builder()
                .ledger(ledger)
                .storage(storage)
                .videos(videos)
                .speech(FakeSpeechProvider.create())
                .images(FakeImageProvider.create())
                .transcription(FakeTranscriptionProvider.aligner())
                .composer(FakeComposer.create())
                .clock(time)
                .scheduler(time)
                .build()) {
      var job = pipeline.submit(STORY);
      assertThat(time.flyUntil(job.completion(), Studio.PATIENCE)).isTrue();
      return job;
    }
  }
}
