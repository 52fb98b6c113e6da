package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Quality;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.spi.AccountLimits;
import io.vidgen.storage.Storages;
import io.vidgen.testkit.ManualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two pipelines with one key at a Google that holds it to its limits. */
@Timeout(300)
class VeoPaceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = ManualTime.create();
  private final Sandbox sandbox =
      Sandbox.builder()
          .scale(1)
          .virtualTime(time.instant())
          .credits(BigDecimal.valueOf(1_000_000))
          .start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void submit_requestsOfAMinute_areLearnedFromRetryInfo() {
    sandbox.limit(Vendor.GOOGLE, new AccountLimits(4, 0));
    try (var one = pipeline();
        var two = pipeline()) {
      end(submit(one, two, 0, 8));
      int learned = sandbox.refused(Vendor.GOOGLE).size();
      assertThat(learned).as("of the eight that go before the first refusal").isBetween(1, 6);
      end(submit(one, two, 8, 8));

      assertThat(sandbox.refused(Vendor.GOOGLE).size() - learned)
          .as("one more than that is tried now and then")
          .isLessThanOrEqualTo(1);
    }
    assertThat(sandbox.charges(Vendor.GOOGLE)).as("each bought once").hasSize(16);
  }

  @Test
  void submit_operationsAtOnce_areLearnedFromRefusalsWithoutADelay() {
    sandbox.limit(Vendor.GOOGLE, new AccountLimits(0, 3));
    try (var one = pipeline();
        var two = pipeline()) {
      end(submit(one, two, 0, 10));
      int learned = sandbox.refused(Vendor.GOOGLE).size();
      assertThat(learned).isBetween(1, 20);
      end(submit(one, two, 10, 10));

      assertThat(sandbox.refused(Vendor.GOOGLE).size() - learned).isLessThanOrEqualTo(6);
    }
    assertThat(sandbox.charges(Vendor.GOOGLE)).as("each bought once").hasSize(20);
  }

  private static List<RenderJob> submit(VideoPipeline one, VideoPipeline two, int from, int count) {
    var jobs = new ArrayList<RenderJob>();
    for (int i = from; i < from + count; i++) {
      var story =
          VideoRequest.story(StoryFlows.script(1))
              .format(StoryFlows.SMALL)
              .quality(Quality.DRAFT)
              .negativePrompt("number " + i)
              .build();
      jobs.add((i % 2 == 0 ? one : two).submit(story));
    }
    return jobs;
  }

  /** Lets a second go by whenever all that there is to do is wait. */
  private void end(List<RenderJob> jobs) {
    int still = 0;
    while (!jobs.stream().allMatch(VeoPaceTest::isOver)) {
      still = jobs.stream().allMatch(job -> isOver(job) || waits(job)) ? still + 1 : 0;
      if (still > 2) {
        still = 0;
        sandbox.advance(SECOND);
        time.advance(SECOND);
      }
      LockSupport.parkNanos(Duration.ofMillis(4).toNanos());
    }
    assertThat(jobs).allSatisfy(job -> assertThat(job.failure()).isEmpty());
  }

  private static boolean isOver(RenderJob job) {
    return job.completion().toCompletableFuture().isDone();
  }

  private static boolean waits(RenderJob job) {
    return job.state() == JobState.WAITING_REMOTE;
  }

  private VideoPipeline pipeline() {
    return StoryFlows.unfilmed(sandbox.environment())
        .ledger(Ledgers.inMemory())
        .storage(Storages.inMemory())
        .clock(time)
        .scheduler(time)
        .build();
  }
}
