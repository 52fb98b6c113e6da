package io.vidgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.spi.SubmitSafety;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.EventLog;
import io.vidgen.testkit.FakeVendor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that die at the worst moment, and what the next one makes of it. */
@Timeout(300)
class KillTest {
  private static final int SCENES = 3;
  private static final Random RANDOM = new Random(20260101);

  @TempDir static Path crashed;
  @TempDir Path place;

  /** One process dies for all points: starting it takes longer than what it does. */
  @BeforeAll
  static void crash() throws Exception {
    var child = start(crashed);
    assertThat(child.waitFor(250, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("it died where it should").isEqualTo(KillChild.CRASHED);
  }

  static Stream<CrashingLedger.Point> points() {
    return KillChild.KINDS.stream().flatMap(kind -> KillChild.points(kind).stream());
  }

  @ParameterizedTest
  @MethodSource("points")
  void render_processDiesAtAWriteOfThePurchase_chargesAtMostOnce(CrashingLedger.Point point) {
    for (var safety : SubmitSafety.values()) {
      place = KillChild.placeOf(crashed, point, safety);
      assertChargedAtMostOnce(point.kind(), safety, point.write(), point.after());
    }
  }

  private void assertChargedAtMostOnce(String kind, SubmitSafety safety, int write, boolean after) {
    var vendor = FakeVendor.open(place.resolve("vendor"));
    int charged = vendor.charges().size();

    var state = checked(KillChild.render(kind, place, ledger(), safety));
    var again = checked(KillChild.render(kind, place, ledger(), safety));

    boolean announcedAndNotNoted = (write == 1 && after) || (write == 2 && !after);
    if (safety == SubmitSafety.AT_MOST_ONCE && announcedAndNotNoted) {
      assertThat(state).isEqualTo(JobState.NEEDS_ATTENTION);
      assertThat(vendor.charges()).hasSize(charged);
      assertThat(vendor.posts()).as("never sent again").isEqualTo(charged);
    } else {
      assertThat(state).as("%s", safety).isEqualTo(JobState.SUCCEEDED);
      assertThat(vendor.charges()).as("%s", safety).hasSize(1);
    }
    assertThat(again).isEqualTo(state);
  }

  @Test
  void render_killedAtRandom_isFinishedByTheNext() throws Exception {
    killAndFinish(2);
  }

  @Test
  @Tag("soak")
  @Timeout(600)
  void render_killedAtRandomManyTimes_isFinishedByTheNext() throws Exception {
    killAndFinish(50);
  }

  private void killAndFinish(int times) throws Exception {
    var root = place;
    for (int i = 0; i < times; i++) {
      place = Files.createDirectory(root.resolve("kill-" + i));
      killOnce();
    }
  }

  private void killOnce() throws Exception {
    int all = stepsOf(SCENES);
    int last = RANDOM.nextInt(all);
    var child = start(place, Integer.toString(SCENES));
    try (var out = child.inputReader(StandardCharsets.UTF_8)) {
      for (int step = 0; step < last; step++) {
        assertThat(out.readLine()).isEqualTo("STEP");
      }
      child.destroyForcibly();
    }
    assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
    var done = completed();

    var log = new EventLog();
    assertThat(checked(KillChild.render(place, ledger(), SubmitSafety.RECONCILABLE, SCENES, log)))
        .isEqualTo(JobState.SUCCEEDED);

    assertThat(FakeVendor.open(place.resolve("vendor")).charges()).hasSize(SCENES);
    assertThat(log.redone()).as("redone after %d steps", last).hasSize(all - done.size());
    assertThat(completed()).hasSize(all).containsAll(done);
    assertNothingIsBroken();
  }

  /** What a dead process left, without a look into the journal. */
  private List<String> completed() {
    try (var ledger = ledger()) {
      return Studio.steps(ledger).stream()
          .filter(step -> step.state() == StepState.COMPLETED)
          .map(step -> step.fingerprint().hex())
          .toList();
    }
  }

  private void assertNothingIsBroken() throws IOException {
    try (var ledger = ledger()) {
      for (StepRecord step : ledger.all()) {
        var artifacts = new HashSet<>(step.artifacts());
        artifacts.add(step.result());
        for (var artifact : artifacts) {
          assertThat(ledger.artifacts().verify(artifact)).as("%s of %s", artifact, step).isTrue();
        }
      }
    }
  }

  private static JobState checked(RenderJob job) {
    if (job.state() == JobState.SUCCEEDED) {
      for (var file : job.join().files().values()) {
        assertThat(file).isNotEmptyFile();
      }
    }
    return job.state();
  }

  private Ledger ledger() {
    return Ledgers.directory(place.resolve("ledger"));
  }

  /**
   * For each scene voice, picture, words and segment; transitions; captions, mix, poster, finish.
   */
  private static int stepsOf(int scenes) {
    return 4 * scenes + (scenes - 1) + 4;
  }

  private static Process start(Path place, String... scenes) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    // Who is killed deletes nothing of its own.
    command.add("-Djava.io.tmpdir=" + place);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KillChild.class.getName(), place.toString()));
    command.addAll(List.of(scenes));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(
            scenes.length == 0 ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE)
        .start();
  }
}
