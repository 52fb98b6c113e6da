package io.vidgen.rest.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.job.JobState;
import io.vidgen.job.RenderJob;
import io.vidgen.ledger.Ledger;
import io.vidgen.ledger.Ledgers;
import io.vidgen.ledger.StepRecord;
import io.vidgen.ledger.StepState;
import io.vidgen.rest.flow.Flows.Voice;
import io.vidgen.sandbox.Fault;
import io.vidgen.sandbox.FaultRule;
import io.vidgen.sandbox.Sandbox;
import io.vidgen.sandbox.Vendor;
import io.vidgen.testkit.CrashingLedger;
import io.vidgen.testkit.CrashingLedger.Point;
import io.vidgen.testkit.FakeComposer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that die at any write of their ledger, and what D-ID has charged at the end. */
@Timeout(300)
class AvatarKillTest {
  private static final String AVATAR = "avatar";
  private static final String SPEECH = "speech";

  @TempDir static Path directory;

  private static Sandbox sandbox;
  private static Path face;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.builder().scale(0).credits(BigDecimal.valueOf(1_000_000)).start();
    face = Flows.face(directory);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void mend() {
    sandbox.clearFaults();
  }

  /** The process between two notes of the purchase, and a sample of all its other notes. */
  @Test
  void render_diesAtAnyWriteOfTheFaceOrAtSomeOthers_isFinishedByTheNextAndPaidOnce()
      throws Exception {
    var points = points(AVATAR, writes(Voice.AVATAR, AVATAR));
    assertThat(points).as("planned, sent, accepted and done").hasSizeGreaterThanOrEqualTo(6);
    int writes = writes(Voice.AVATAR, "");
    assertThat(writes).isGreaterThan(8);
    for (int write = 1; write <= writes; write += 5) {
      points.add(new Point("", write, write % 2 == 0));
    }
    points.add(new Point("", writes, true));

    for (var point : points) {
      assertPaidOnce(Voice.AVATAR, point);
    }
  }

  @Test
  @Tag("soak")
  void render_diesAtEachWrite_isFinishedByTheNextAndPaidOnce() throws Exception {
    assertPaidOnceAtEachWrite(Voice.AVATAR);
  }

  @Test
  @Tag("soak")
  void render_withARecordingDiesAtEachWrite_isFinishedByTheNextAndPaidOnce() throws Exception {
    assertPaidOnceAtEachWrite(Voice.OFFLINE);
  }

  @Test
  void render_withARecordingDiesAtAWriteOfVoiceOrFace_isPaidOnce() throws Exception {
    for (var kind : List.of(SPEECH, AVATAR)) {
      for (int write = 1; write <= (kind.equals(AVATAR) ? 3 : 1); write++) {
        for (boolean after : new boolean[] {false, true}) {
          assertPaidOnce(Voice.OFFLINE, new Point(kind, write, after));
        }
      }
    }
  }

  private static void assertPaidOnceAtEachWrite(Voice voice) throws Exception {
    int writes = writes(voice, "");
    assertThat(writes).isGreaterThan(8);
    for (var point : points("", writes)) {
      assertPaidOnce(voice, point);
    }
  }

  /** Before and after each of so many writes. */
  private static List<Point> points(String kind, int writes) {
    var points = new ArrayList<Point>();
    for (int write = 1; write <= writes; write++) {
      points.add(new Point(kind, write, false));
      points.add(new Point(kind, write, true));
    }
    return points;
  }

  private static int writes(Voice voice, String kind) throws Exception {
    var counted = new AtomicReference<CrashingLedger>();
    UnaryOperator<Ledger> counting =
        ledger -> {
          counted.set(CrashingLedger.failing(ledger, new Point(kind, 0, false)));
          return counted.get();
        };
    var job = Flows.render(place(), sandbox.address(), voice, face, counting);
    assertThat(job.state()).as("%s", job.failure()).isEqualTo(JobState.SUCCEEDED);
    return counted.get().writes();
  }

  private static void assertPaidOnce(Voice voice, Point point) throws Exception {
    var place = place();
    var account = Account.of(sandbox);

    var died = die(place, voice, point);
    assertThat(died.state()).as("dies at %s", point).isEqualTo(JobState.FAILED);
    var next = Flows.render(place, sandbox.address(), voice, face);

    assertThat(next.state()).as("%s: %s", point, next.failure()).isEqualTo(JobState.SUCCEEDED);
    assertThat(account.bought(Vendor.DID)).as("paid, %s", point).isEqualTo(1);
    assertThat(account.submits()).as("sent, %s", point).isEqualTo(1);
    assertThat(step(place, AVATAR).state()).isEqualTo(StepState.COMPLETED);
  }

  /** Whatever a paid voice that cannot be found again does, it is never bought twice. */
  @Test
  void render_diesAtAWriteOfAPaidVoice_isPaidAtMostOnce() throws Exception {
    for (int write = 1; write <= 2; write++) {
      for (boolean after : new boolean[] {false, true}) {
        var point = new Point(SPEECH, write, after);
        var place = place();
        var account = Account.of(sandbox);

        die(place, Voice.ELEVENLABS, point);
        long sent = account.bought(Vendor.ELEVENLABS);
        var next = Flows.render(place, sandbox.address(), Voice.ELEVENLABS, face);

        boolean announced = (write == 1 && after) || (write == 2 && !after);
        assertThat(next.state())
            .as("%s: %s", point, next.failure())
            .isEqualTo(announced ? JobState.NEEDS_ATTENTION : JobState.SUCCEEDED);
        assertThat(account.bought(Vendor.ELEVENLABS))
            .as("%s", point)
            .isEqualTo(announced ? sent : 1);
        assertThat(account.bought(Vendor.DID)).as("%s", point).isEqualTo(announced ? 0 : 1);
      }
    }
  }

  @Test
  void render_diedBeforeItNotedTheTalkAndTheListIsBroken_isShownAndNeverSentAgain()
      throws Exception {
    var place = place();
    var account = Account.of(sandbox);
    die(place, Voice.AVATAR, new Point(AVATAR, 2, false));
    assertThat(account.bought(Vendor.DID)).isEqualTo(1);
    sandbox.inject(
        FaultRule.always(Vendor.DID, "GetTalks", new Fault.VendorError("InternalServerError")));

    var shown = new ArrayList<StepRecord>();
    for (int process = 0; process < 2; process++) {
      shown.clear();
      var job = Flows.render(place, sandbox.address(), Voice.AVATAR, face);
      assertThat(job.state()).isEqualTo(JobState.NEEDS_ATTENTION);
      var unused =
          Flows.inProcess(
              place,
              UnaryOperator.identity(),
              Flows.builder(sandbox.address(), Voice.AVATAR, FakeComposer.create()),
              pipeline -> {
                shown.addAll(pipeline.needsAttention());
                return job;
              });
      assertThat(shown).hasSize(1).allMatch(step -> step.kind().equals(AVATAR));
    }
    assertThat(account.submits()).as("never sent again").isEqualTo(1);

    sandbox.clearFaults();
    var mended = Flows.render(place, sandbox.address(), Voice.AVATAR, face);
    assertThat(mended.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(account.bought(Vendor.DID)).isEqualTo(1);
    assertThat(account.submits()).isEqualTo(1);
  }

  @Test
  void render_diedBeforeItSentTheTalk_findsNothingAndSendsIt() throws Exception {
    var place = place();
    var account = Account.of(sandbox);
    die(place, Voice.AVATAR, new Point(AVATAR, 1, true));
    assertThat(account.submits()).isZero();

    var next = Flows.render(place, sandbox.address(), Voice.AVATAR, face);

    assertThat(next.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(account.asked("GetTalks")).as("looked for first").isPositive();
    assertThat(account.bought(Vendor.DID)).isEqualTo(1);
    assertThat(step(place, AVATAR).attempt()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Voice.class,
      names = {"AVATAR", "OFFLINE"})
  @Tag("soak")
  @Timeout(900)
  void render_processIsHaltedAtEachWrite_isFinishedByTheNextAndPaidOnce(Voice voice)
      throws Exception {
    int writes = writes(voice, "");
    for (int write = 1; write <= writes; write++) {
      for (boolean after : new boolean[] {false, true}) {
        var place = place();
        var account = Account.of(sandbox);
        var child = child(place, voice, write, after);
        assertThat(child.waitFor(250, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as("died at %d", write).isEqualTo(AvatarKillChild.CRASHED);

        var next = Flows.render(place, sandbox.address(), voice, face);

        assertThat(next.state()).as("%s", next.failure()).isEqualTo(JobState.SUCCEEDED);
        assertThat(account.bought(Vendor.DID)).as("%d, %s", write, after).isEqualTo(1);
        assertThat(account.submits()).as("%d, %s", write, after).isEqualTo(1);
      }
    }
  }

  private static RenderJob die(Path place, Voice voice, Point point) throws Exception {
    return Flows.render(
        place, sandbox.address(), voice, face, ledger -> CrashingLedger.failing(ledger, point));
  }

  private static StepRecord step(Path place, String kind) {
    try (var ledger = Ledgers.directory(place.resolve("ledger"))) {
      return ledger.all().stream()
          .filter(step -> step.kind().equals(kind))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path place() throws IOException {
    return Files.createTempDirectory(directory, "render");
  }

  private static Process child(Path place, Voice voice, int write, boolean after)
      throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + place,
                "-cp",
                System.getProperty("java.class.path"),
                AvatarKillChild.class.getName(),
                place.toString(),
                sandbox.address().toString(),
                voice.name(),
                face.toString(),
                Integer.toString(write),
                Boolean.toString(after)))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
