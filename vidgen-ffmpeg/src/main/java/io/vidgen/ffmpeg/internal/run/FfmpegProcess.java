package io.vidgen.ffmpeg.internal.run;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.spi.ProgramGuard;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running ffmpeg with its two readers; {@link #close()} leaves nothing running behind. */
final class FfmpegProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FfmpegProcess.class);
  private static final long TICK_MILLIS = 50;
  private static final long READERS_MILLIS = 10_000;

  /** How it ended. */
  record Ended(int exitCode, List<String> last, List<String> kept, List<String> output) {}

  private final Process process;
  private final ProgramGuard guard;
  private final Invocation call;
  private final StandardError error;
  private final StandardError output = new StandardError(line -> true);
  private final ProgressReader progress;
  private final AtomicLong micros = new AtomicLong(-1);
  private final Thread errorReader;
  private final Thread progressReader;

  private FfmpegProcess(Process process, ProgramGuard guard, Invocation call) {
    this.process = process;
    this.guard = guard;
    this.call = call;
    this.error = new StandardError(call.keep());
    this.progress = new ProgressReader(micros::set);
    this.errorReader = reader("stderr", process.getErrorStream(), this::heard);
    this.progressReader = reader("progress", process.getInputStream(), this::told);
  }

  static FfmpegProcess start(ProcessBuilder builder, Invocation call) throws IOException {
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      var message = "ffmpeg cannot be started: " + e.getMessage();
      var remedy = "check that the file exists, may be executed and is made for this machine";
      throw new VidgenException(Failure.of(FailureKind.LOCAL, message, remedy), e);
    }
    var running = new FfmpegProcess(process, ProgramGuard.of(process.toHandle()), call);
    running.begin();
    return running;
  }

  private void begin() throws IOException {
    errorReader.start();
    progressReader.start();
    process.getOutputStream().close();
  }

  private void told(String line) {
    if (call.micros() >= 0) {
      progress.line(line);
    } else {
      output.add(line);
    }
  }

  private void heard(String line) {
    progress.alive();
    error.add(line);
  }

  Ended await(Watch watch, Duration stallLimit) throws InterruptedException {
    double told = -1;
    while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (watch.cancelled().getAsBoolean()) {
        throw stopped(FailureKind.CANCELLED, "was stopped, as its call was cancelled", "");
      }
      var left = watch.timeLeft().get();
      if (left.isNegative() || left.isZero()) {
        throw stopped(FailureKind.TIMEOUT, "took longer than its call may", "allow more time");
      }
      if (progress.stillNanos() > stallLimit.toNanos()) {
        throw stopped(
            FailureKind.TIMEOUT,
            "made no progress for " + stallLimit.toSeconds() + " s",
            "check the disk and the machine's load, or raise FfmpegOptions.stallLimit");
      }
      told = tell(watch, told);
    }
    errorReader.join(READERS_MILLIS);
    progressReader.join(READERS_MILLIS);
    if (process.exitValue() == 0) {
      watch.progress().accept(1);
    }
    return new Ended(process.exitValue(), error.last(), error.kept(), output.kept());
  }

  private double tell(Watch watch, double told) {
    if (call.micros() <= 0 || micros.get() < 0) {
      return told;
    }
    double done = Math.min(1, (double) micros.get() / call.micros());
    if (done > told) {
      watch.progress().accept(done);
    }
    return Math.max(done, told);
  }

  private VidgenException stopped(FailureKind kind, String how, String remedy) {
    return VidgenException.of(kind, "ffmpeg " + how + " (" + call.what() + ")", remedy);
  }

  @Override
  public void close() {
    guard.close();
    closeQuietly(process.getErrorStream());
    closeQuietly(process.getInputStream());
  }

  private static Thread reader(String name, InputStream in, Consumer<String> lines) {
    var thread =
        new Thread(
            () -> {
              try {
                BoundedLines.read(in, lines);
              } catch (IOException e) {
                LOG.debug("{} ended early", name, e);
              }
            },
            "vidgen-ffmpeg-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      LOG.debug("closing a pipe failed", e);
    }
  }
}
