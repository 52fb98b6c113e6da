package io.vidgen.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.audio.WavReader;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.testkit.FakeCallContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How whisper-cli is started, watched and ended. */
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for whisper-cli is a shell script")
class WhisperCppRunTest {
  private static final String SLOW = "echo $$ > DIR/pid; sleep 600 & wait\n";

  @TempDir private Path directory;
  private final FakeCallContext call = FakeCallContext.create();

  @AfterEach
  void close() {
    call.close();
  }

  @Test
  void call_anyRecording_passesModelLanguageAndThreads() throws Exception {
    var standIn = new StandIn(directory).set("vidgen.whisper.threads", "3");

    hear(standIn, Locale.CANADA_FRENCH);

    assertThat(standIn.arguments())
        .containsSubsequence("--model", directory.resolve("ggml-base.bin").toString())
        .containsSubsequence("--language", "fr")
        .containsSubsequence("--threads", "3")
        .contains("--output-json-full", "--print-progress")
        .containsSubsequence("--dtw", "base", "--no-flash-attn", "run-ended");
  }

  @Test
  void call_languageNotKnown_asksTheProgramAndReportsIt() throws Exception {
    var standIn = new StandIn(directory).answer(FullJson.in("jw").bytes());
    var audio = Sounds.seconds(1, directory, call);

    var byNull = StandIn.hear(standIn.provider(), audio, null, call);
    var byRoot = StandIn.hear(standIn.provider(), audio, Locale.ROOT, call);

    assertThat(byNull.language())
        .isEqualTo(Locale.forLanguageTag("jv"))
        .isEqualTo(byRoot.language());
    assertThat(standIn.arguments()).containsSubsequence("--language", "auto");
  }

  @Test
  void call_languagesOfOtherNames_areTranslated() throws Exception {
    var standIn = new StandIn(directory);

    hear(standIn, Locale.forLanguageTag("nb-NO"));
    hear(standIn, Locale.forLanguageTag("fil"));

    assertThat(standIn.arguments())
        .containsSubsequence("--language", "no")
        .containsSubsequence("--language", "tl");
  }

  @Test
  void call_recordingOf48Khz_isGivenAs16Khz() throws Exception {
    var standIn = new StandIn(directory).program("cp \"$file\" DIR/given.wav\n" + StandIn.ANSWERS);
    var audio = call.input(Sounds.wav(directory, 2, 48_000), "audio/wav");

    StandIn.hear(standIn.provider(), audio, null, call);

    var given = WavReader.read(directory.resolve("given.wav"));
    assertThat(given.rate()).isEqualTo(16_000);
    assertThat(given.samples()).hasSize(32_000);
  }

  @Test
  void call_running_reportsProgressThatEndsAtOne() throws Exception {
    hear(new StandIn(directory), null);

    assertThat(call.reported()).isSorted().contains(0.35).endsWith(1.0);
  }

  @Test
  void call_programWithoutQuickAttention_isNotToldToLeaveIt() throws Exception {
    var standIn =
        new StandIn(directory)
            .program(StandIn.ANSWERS, StandIn.HELP.replace("--no-flash-attn", "--flash-attn"));

    hear(standIn, null);

    assertThat(standIn.arguments()).contains("--dtw").doesNotContain("--no-flash-attn");
  }

  @Test
  void call_timesFromAttentionOff_doesNotAskForThem() throws Exception {
    var standIn = new StandIn(directory).set("vidgen.whisper.dtw", "off");

    hear(standIn, null);

    assertThat(standIn.arguments()).doesNotContain("--dtw", "--no-flash-attn");
  }

  @Test
  void call_programFallsOverAttention_runsAgainWithoutIt() throws Exception {
    var standIn =
        new StandIn(directory)
            .program("if [ -n \"$dtw\" ]; then kill -ABRT $$; fi\n" + StandIn.ANSWERS)
            .answer(FullJson.in("en").token(" Hi", 0, 300).segment(0, 300).bytes());

    var result = StandIn.hear(standIn.provider(), Sounds.seconds(1, directory, call), null, call);

    assertThat(result.words()).hasSize(1);
    assertThat(standIn.arguments()).containsSubsequence("--dtw", "run-ended", "run-ended");
  }

  @Test
  void call_programFails_showsWhatItComplainedOf() {
    var standIn =
        new StandIn(directory)
            .program("echo 'loading'>&2; echo 'error: failed to initialize' >&2; exit 3\n");

    assertThatThrownBy(() -> hear(standIn, null))
        .isInstanceOfSatisfying(VidgenException.class, WhisperCppRunTest::isLocalAndFree)
        .hasMessageContaining("status 3")
        .hasMessageContaining("error: failed to initialize");
  }

  @Test
  void call_programEndsWellWithoutAnAnswer_isAFailure() {
    var standIn = new StandIn(directory).program("echo 'error: unknown argument' >&2\n");

    assertThatThrownBy(() -> hear(standIn, null))
        .isInstanceOfSatisfying(VidgenException.class, WhisperCppRunTest::isLocalAndFree)
        .hasMessageContaining("wrote no answer")
        .hasMessageContaining("unknown argument");
  }

  @Test
  void call_programWritesGarbage_isAFailureThatDoesNotShowIt() {
    for (var garbage : List.of("garbled speech", "{\"transcription\": {}}", "[]", "")) {
      var standIn = new StandIn(directory).answer(garbage.getBytes(StandardCharsets.UTF_8));

      assertThatThrownBy(() -> hear(standIn, null))
          .isInstanceOfSatisfying(VidgenException.class, WhisperCppRunTest::isLocalAndFree)
          .hasMessageContaining("cannot be read")
          .hasMessageNotContaining("garbled");
    }
  }

  @Test
  void call_programTalksWithoutEnd_isReadToItsEnd() throws Exception {
    var standIn =
        new StandIn(directory)
            .program(
                "yes noise | head -c 3000000 >&2; yes text | head -c 3000000\n" + StandIn.ANSWERS);

    hear(standIn, null);

    assertThat(call.reported()).endsWith(1.0);
  }

  @Test
  void call_programIsSomethingElse_isAFailureThatNamesTheSetting() {
    var standIn = new StandIn(directory).program(StandIn.ANSWERS, "a calendar\n");

    assertThatThrownBy(() -> hear(standIn, null))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("is no whisper-cli")
        .hasMessageContaining("vidgen.whisper.program");
  }

  @Test
  void call_cancelledWhileItRuns_killsAll() throws Exception {
    var running = start(new StandIn(directory).program(SLOW));
    var program = awaitProgram();
    var children = program.descendants().toList();

    call.cancel();

    assertThat(failure(running).kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(program.isAlive()).isFalse();
    for (var child : children) {
      child.onExit().get(100, TimeUnit.SECONDS);
    }
  }

  @Test
  void call_timeIsOver_killsIt() throws Exception {
    var running = start(new StandIn(directory).program(SLOW));
    var program = awaitProgram();

    call.limit(Duration.ZERO);

    assertThat(failure(running).kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(program.isAlive()).isFalse();
  }

  @Test
  void call_sameModelTwice_runsOneAfterTheOther() throws Exception {
    var standIn =
        new StandIn(directory)
            .program("mkdir DIR/busy || exit 7; sleep 0.3; rmdir DIR/busy\n" + StandIn.ANSWERS);

    var one = start(standIn);
    var two = start(standIn);

    one.get(100, TimeUnit.SECONDS);
    two.get(100, TimeUnit.SECONDS);
    assertThat(standIn.arguments()).filteredOn("run-ended"::equals).hasSize(2);
  }

  @Test
  void call_cancelledWhileItWaitsForItsTurn_endsAndLetsOthersGoOn() throws Exception {
    var standIn =
        new StandIn(directory)
            .program(
                "echo $$ > DIR/pid; while [ ! -e DIR/go ]; do sleep 0.05; done\n"
                    + StandIn.ANSWERS);
    var first = start(standIn);
    awaitProgram();
    try (var other = FakeCallContext.create()) {
      var second = start(standIn, other);
      other.cancel();

      assertThat(failure(second).kind()).isEqualTo(FailureKind.CANCELLED);
    }
    Files.createFile(directory.resolve("go"));

    first.get(100, TimeUnit.SECONDS);
    hear(standIn, null);
  }

  @Test
  void call_program_seesNoKeysOfTheEnvironment() throws Exception {
    hear(new StandIn(directory).program("env > DIR/environment\n" + StandIn.ANSWERS), null);

    assertThat(System.getenv("VIDGEN_TEST_API_KEY")).isEqualTo("planted");
    assertThat(Files.readString(directory.resolve("environment")))
        .contains("PATH=")
        .doesNotContain("planted");
  }

  @Test
  void call_recordingIsNoWav_isAFailure() {
    var audio = call.input(new byte[1_000], "audio/wav");

    assertThatThrownBy(() -> StandIn.hear(new StandIn(directory).provider(), audio, null, call))
        .isInstanceOfSatisfying(VidgenException.class, WhisperCppRunTest::isLocalAndFree)
        .hasMessageContaining("not a WAV file");
  }

  private void hear(StandIn standIn, Locale language) throws Exception {
    StandIn.hear(standIn.provider(), Sounds.seconds(1, directory, call), language, call);
  }

  private CompletableFuture<Void> start(StandIn standIn) {
    return start(standIn, call);
  }

  private CompletableFuture<Void> start(StandIn standIn, FakeCallContext context) {
    var provider = standIn.provider();
    var audio = Sounds.seconds(1, directory, context);
    var ended = new CompletableFuture<Void>();
    var thread =
        new Thread(
            () -> {
              try {
                StandIn.hear(provider, audio, null, context);
                ended.complete(null);
              } catch (Exception e) {
                ended.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return ended;
  }

  private ProcessHandle awaitProgram() throws Exception {
    var file = directory.resolve("pid");
    while (!Files.exists(file) || !Files.readString(file).endsWith("\n")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
  }

  private static VidgenException failure(CompletableFuture<Void> running) {
    try {
      running.get(100, TimeUnit.SECONDS);
    } catch (Exception e) {
      assertThat(e.getCause()).isInstanceOf(VidgenException.class);
      return (VidgenException) e.getCause();
    }
    throw new AssertionError("did not fail");
  }

  private static void isLocalAndFree(VidgenException e) {
    assertThat(e.kind()).isEqualTo(FailureKind.LOCAL);
    assertThat(e.failure().charged()).isFalse();
  }
}
