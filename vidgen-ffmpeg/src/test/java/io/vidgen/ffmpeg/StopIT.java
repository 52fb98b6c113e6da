package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import io.vidgen.spi.SegmentRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What ends a program before its time, and that it is gone then. */
@Timeout(300)
class StopIT {
  @TempDir Path folder;
  private final FfmpegComposer composer = FfmpegComposer.create(TestMedia.options());

  @Test
  void segment_whenCancelled_killsTheProgram() throws Exception {
    var call = new TestCall(folder);
    var program = startLong(call);
    call.cancelled = true;

    assertThat(failureOf(program.result()).kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(program.handle().isAlive()).isFalse();
  }

  @Test
  void segment_whenItsTimeIsOver_killsTheProgram() throws Exception {
    var call = new TestCall(folder);
    var program = startLong(call);
    call.left = Duration.ZERO;

    assertThat(failureOf(program.result()).kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(program.handle().isAlive()).isFalse();
  }

  @Test
  void segment_whenInterrupted_killsTheProgram() throws Exception {
    var request = request();
    var caught = new CompletableFuture<Throwable>();
    var thread =
        new Thread(
            () -> {
              try {
                composer.segment(request, new TestCall(folder));
                caught.complete(new AssertionError("ended"));
              } catch (Exception e) {
                caught.complete(e);
              }
            });
    thread.start();
    var handle = child();
    thread.interrupt();

    assertThat(caught.get(100, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(handle.isAlive()).isFalse();
  }

  @Test
  void segment_whenSomebodyKillsTheProgram_saysSo() throws Exception {
    var program = startLong(new TestCall(folder));
    program.handle().destroyForcibly();

    var failure = failureOf(program.result());
    assertThat(failure.kind()).isEqualTo(FailureKind.LOCAL);
    assertThat(failure).hasMessageContaining("killed by signal 9").hasMessageContaining("memory");
  }

  @Test
  void segment_withProgramThatIsNoFfmpeg_saysWhatItLacks() {
    var shell = FfmpegOptions.builder().ffmpeg(Path.of("/bin/true")).cacheFolder(TestMedia.CACHE);

    assertThatThrownBy(() -> FfmpegComposer.create(shell.build()).version())
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("does not answer like an ffmpeg")
        .hasMessageContaining("VIDGEN_FFMPEG");
  }

  private record Program(CompletableFuture<Object> result, ProcessHandle handle) {}

  private Program startLong(TestCall call) throws Exception {
    composer.version();
    var request = request();
    var result =
        CompletableFuture.<Object>supplyAsync(
            () -> {
              try {
                return composer.segment(request, call);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    return new Program(result, child());
  }

  private SegmentRequest request() throws Exception {
    var still = TestMedia.still(folder.resolve("still.png"), "testsrc2=s=1080x1920");
    var visual = new Visual.Still(TestCall.artifact(still, "image/png"), Fit.COVER, Motion.ZOOM_IN);
    composer.version();
    return new SegmentRequest(
        VideoFormat.PORTRAIT,
        30,
        9000,
        List.of(new SegmentRequest.Layer(visual, 0, 9000)),
        null,
        null,
        Quality.HIGH);
  }

  /** The encoder; the look at the file before it is over sooner than it can be seen. */
  private static ProcessHandle child() {
    Optional<ProcessHandle> found = Optional.empty();
    while (found.isEmpty()) {
      if (Thread.interrupted()) {
        throw new IllegalStateException("no encoder was started in time");
      }
      Thread.onSpinWait();
      found =
          ProcessHandle.current()
              .children()
              .filter(
                  child ->
                      child.info().arguments().stream()
                          .flatMap(java.util.Arrays::stream)
                          .anyMatch("segment.mp4"::equals))
              .findFirst();
    }
    return found.get();
  }

  private static VidgenException failureOf(CompletableFuture<Object> result)
      throws InterruptedException, TimeoutException {
    try {
      result.get(100, TimeUnit.SECONDS);
      throw new AssertionError("it ended well");
    } catch (ExecutionException e) {
      return (VidgenException) e.getCause().getCause();
    }
  }
}
