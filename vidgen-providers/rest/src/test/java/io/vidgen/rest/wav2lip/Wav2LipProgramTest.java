package io.vidgen.rest.wav2lip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.ClipResult;
import io.vidgen.spi.LipSyncRequest;
import io.vidgen.spi.QuickWork;
import io.vidgen.testkit.FakeCallContext;
import io.vidgen.testkit.SampleMp4;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wav2Lip as a program, with all its traps. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake program is a shell script")
@Timeout(300)
final class Wav2LipProgramTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path directory;
  private final FakeCallContext context = FakeCallContext.create();
  private FakeWav2Lip fake;
  private Path place;

  @BeforeEach
  void put() throws IOException {
    fake = FakeWav2Lip.in(directory.resolve("v1.2 of Wav2Lip"));
    place = Files.createDirectories(directory.resolve("work"));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void sync_repositoryWithDotsAndSpaces_makesTheVideoAndLeavesNothing() throws Exception {
    var result = sync("good", 1);

    assertThat(context.bytes(result.video())).isEqualTo(SampleMp4.of(1000));
    assertThat(result.duration()).isEqualTo(Duration.ofSeconds(1));
    assertThat(place).isEmptyDirectory();
    assertThat(fake.file("temp")).isEmptyDirectory();
    assertThat(fake.file("models.txt")).exists();
  }

  @Test
  void sync_fourAtOnce_doNotSpoilEachOther() throws Exception {
    var work = work("good", 4, LONG);
    var threads = Executors.newFixedThreadPool(4);
    try {
      var request = FaceAndSpeech.request(context);
      var jobs = new ArrayList<Callable<ClipResult>>();
      for (int i = 0; i < 8; i++) {
        jobs.add(
            () -> {
              try (var own = FakeCallContext.create()) {
                return work.call(FaceAndSpeech.request(own), own);
              }
            });
      }
      for (Future<ClipResult> done : threads.invokeAll(jobs)) {
        assertThat(done.get().duration()).isEqualTo(Duration.ofSeconds(1));
      }
      assertThat(request.length()).isEqualTo(Duration.ofSeconds(1));
    } finally {
      threads.shutdownNow();
    }
    assertThat(place).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "noface, INVALID_REQUEST, box",
    "nan, INVALID_REQUEST, noise",
    "big, INVALID_REQUEST, resize",
    "memory, UNAVAILABLE, resize",
    "cv, LOCAL, rotate",
    "module, LOCAL, python",
    "odd, LOCAL, something else",
    "killed, LOCAL, killed",
    "chatty, LOCAL, the end",
    "nofile, LOCAL, ffmpeg",
    "empty, LOCAL, no video",
    "rubbish, PROTOCOL, MP4",
  })
  void sync_programFails_isTypedWithARemedy(String mode, FailureKind kind, String words) {
    var failure = (VidgenException) catchThrowable(() -> sync(mode, 1));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.getMessage()).contains(words);
    assertThat(failure.failure().remedy()).isNotBlank();
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void sync_programHangs_endsAtTheTimeoutWithAllItStarted() throws Exception {
    var work = work("hang", 1, Duration.ofSeconds(1));

    var failure =
        (VidgenException) catchThrowable(() -> work.call(FaceAndSpeech.request(context), context));

    assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertChildIsDead();
  }

  @Test
  void sync_interrupted_killsAllItStarted() throws Exception {
    var work = work("hang", 1, LONG);
    var thrown = new CompletableFuture<Throwable>();
    var thread =
        new Thread(
            () ->
                thrown.complete(
                    catchThrowable(() -> work.call(FaceAndSpeech.request(context), context))));
    thread.start();
    awaitChild();

    thread.interrupt();

    assertThat(thrown.get(100, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertChildIsDead();
  }

  @Test
  void sync_cancelled_killsAllItStarted() throws Exception {
    var work = work("hang", 1, LONG);
    var thrown = new CompletableFuture<Throwable>();
    new Thread(
            () ->
                thrown.complete(
                    catchThrowable(() -> work.call(FaceAndSpeech.request(context), context))))
        .start();
    awaitChild();

    context.cancel();

    assertThat(((VidgenException) thrown.get(100, TimeUnit.SECONDS)).kind())
        .isEqualTo(FailureKind.CANCELLED);
    assertChildIsDead();
  }

  @Test
  void sync_workDirectoryWithADot_isRefusedWithARemedy() throws Exception {
    var dotted = Files.createDirectories(directory.resolve("v1.2"));
    var provider =
        new Wav2LipLipSyncProvider(fake.program("good", dotted, 1, LONG), Wav2LipFace.DEFAULT);
    var work = (QuickWork<LipSyncRequest, ClipResult>) provider.work();

    var failure =
        (VidgenException) catchThrowable(() -> work.call(FaceAndSpeech.request(context), context));

    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
    assertThat(failure.getMessage()).contains("work-directory");
  }

  @Test
  void sync_environment_isReducedToWhatIsNeeded() throws Exception {
    sync("good", 1);

    assertThat(Files.readAllLines(fake.file("environment.txt")))
        .noneMatch(line -> line.matches("(?i)[^=]*(KEY|TOKEN|SECRET|PASSWORD)[^=]*=.*"))
        .anyMatch(line -> line.startsWith("PATH="));
  }

  private ClipResult sync(String mode, int parallel) throws Exception {
    return work(mode, parallel, LONG).call(FaceAndSpeech.request(context), context);
  }

  private QuickWork<LipSyncRequest, ClipResult> work(String mode, int parallel, Duration timeout) {
    var program = fake.program(mode, place, parallel, timeout);
    return (QuickWork<LipSyncRequest, ClipResult>)
        new Wav2LipLipSyncProvider(program, Wav2LipFace.DEFAULT).work();
  }

  private void awaitChild() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (child() == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(child()).isPositive();
  }

  private long child() throws IOException {
    var file = fake.file("child.txt");
    var text = Files.exists(file) ? Files.readString(file).strip() : "";
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private void assertChildIsDead() throws Exception {
    var handle = ProcessHandle.of(child());
    if (handle.isPresent() && handle.get().isAlive()) {
      Objects.requireNonNull(handle.get().onExit()).get(100, TimeUnit.SECONDS);
    }
    assertThat(place).isEmptyDirectory();
  }
}
