package io.vidgen.google.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.job.Resolution;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.StepRecord;
import io.vidgen.model.RemoteOperation;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A chain of clips whose process dies at any write of its ledger. */
@Timeout(900)
class StoryKillTest {
  /** The first clip, one that has a neighbour on either side, and the last: no other differs. */
  private static final int FEW = 3;

  private static final int MANY = 6;

  @TempDir static Path directory;

  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.builder().scale(0).credits(BigDecimal.valueOf(1_000_000)).start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  /** Every write that concerns a clip: what is bought is bought by those alone. */
  @Test
  void render_diesAtEachWriteOfAClip_isPaidOnceAndUnknownOnesAreShown() throws Exception {
    int writes = writes("clip", FEW);
    assertThat(writes).isEqualTo(3 * FEW);
    sweep("clip", writes, FEW);
  }

  /** Every write of all: also those of words, segments and the finish. */
  @Test
  @Tag("soak")
  void render_diesAtEachWrite_isPaidOnceAndUnknownOnesAreShown() throws Exception {
    sweep("", writes("", MANY), MANY);
  }

  /** The same with processes that are really gone. */
  @Test
  @Tag("soak")
  @Timeout(3600)
  void process_isHaltedAtEachWrite_isPaidOnceAndUnknownOnesAreShown() throws Exception {
    int writes = writes("", MANY);
    int unknown = 0;
    for (int write = 1; write <= writes; write++) {
      for (boolean after : new boolean[] {false, true}) {
        var place = place();
        var account = Account.of(sandbox);
        var child = child(place, write, after);
        assertThat(child.waitFor(250, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as("died at %d", write).isEqualTo(StoryKillChild.CRASHED);
        unknown += finish(place, MANY, account, "write " + write + ", after " + after) ? 1 : 0;
      }
    }
    Files.writeString(
        Path.of("target", "story-kills.txt"),
        2 * writes + " processes halted, " + unknown + " outcomes shown to a person\n");
  }

  private static void sweep(String kind, int writes, int hops) throws Exception {
    for (int write = 1; write <= writes; write++) {
      for (boolean after : new boolean[] {false, true}) {
        assertPaidOnce(hops, new Point(kind, write, after));
      }
    }
  }

  private static void assertPaidOnce(int hops, Point point) throws Exception {
    var place = place();
    var account = Account.of(sandbox);
    var died = render(place, hops, ledger -> CrashingLedger.failing(ledger, point));
    assertThat(died.state()).as("dies at %s", point).isEqualTo(JobState.FAILED);
    finish(place, hops, account, point.toString());
  }

  /** Renders to the end, and says whether a person had to help. */
  private static boolean finish(Path place, int hops, Account account, String when)
      throws Exception {
    var next = render(place, hops, UnaryOperator.identity());
    boolean unknown = next.state() == JobState.NEEDS_ATTENTION;
    if (unknown) {
      long sent = account.submits().size();
      var again = render(place, hops, UnaryOperator.identity());
      assertThat(again.state()).as(when).isEqualTo(JobState.NEEDS_ATTENTION);
      assertThat(account.submits()).as("never sent again, %s", when).hasSize((int) sent);
      next = resolved(place, hops, account);
    }
    assertThat(next.state()).as("%s: %s", when, next.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(account.submits()).as("sent, %s", when).hasSize(hops);
    assertThat(account.clips()).as("paid, %s", when).isEqualTo(hops);
    return unknown;
  }

  /** A person looks at the vendor's account: the last operation there, or none. */
  private static RenderJob resolved(Path place, int hops, Account account)
      throws InterruptedException {
    var shown = new ArrayList<StepRecord>();
    return StoryFlows.inProcess(
        place,
        UnaryOperator.identity(),
        StoryFlows.unfilmed(sandbox.environment()),
        pipeline -> {
          shown.addAll(pipeline.needsAttention());
          assertThat(shown).hasSize(1).allMatch(step -> step.kind().equals("clip"));
          pipeline.resolve(shown.get(0).fingerprint(), resolution(pipeline, account));
          return pipeline.submit(StoryFlows.chain(hops));
        });
  }

  private static Resolution resolution(VideoPipeline pipeline, Account account) {
    long known =
        pipeline.ledger().all().stream()
            .filter(step -> step.kind().equals("clip") && step.operation() != null)
            .count();
    if (account.clips() == known) {
      return new Resolution.Resubmit();
    }
    var charges = sandbox.charges();
    var id = charges.get(charges.size() - 1).id();
    return new Resolution.Adopt(new RemoteOperation("veo", id, Instant.now(), Map.of()));
  }

  private static int writes(String kind, int hops) throws Exception {
    var counted = new AtomicReference<CrashingLedger>();
    var point = new Point(kind, 0, false);
    UnaryOperator<Ledger> counting =
        ledger -> {
          counted.set(CrashingLedger.failing(ledger, point));
          return counted.get();
        };
    var job = render(place(), hops, counting);
    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    return counted.get().writes();
  }

  private static RenderJob render(Path place, int hops, UnaryOperator<Ledger> mortality)
      throws InterruptedException {
    return StoryFlows.inProcess(
        place,
        mortality,
        StoryFlows.unfilmed(sandbox.environment()),
        pipeline -> pipeline.submit(StoryFlows.chain(hops)));
  }

  private static Process child(Path place, int write, boolean after) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + place,
                "-cp",
                System.getProperty("java.class.path"),
                StoryKillChild.class.getName(),
                place.toString(),
                Integer.toString(write),
                Boolean.toString(after)));
    sandbox.environment().forEach((name, value) -> command.add(name + "=" + value));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(place.resolve("child.log").toFile())
        .start();
  }

  private static Path place() throws Exception {
    return Files.createTempDirectory(directory, "story");
  }
}
