package io.vidgen.ffmpeg.internal.run;

import io.vidgen.error.Failure;
import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ffmpeg that can be run. Safe for several threads.
 *
 * @param executable the program
 * @param environment variables it gets on top of the cleaned ones
 * @param stallLimit how long it may make no progress
 */
public record Ffmpeg(Path executable, Map<String, String> environment, Duration stallLimit) {
  private static final Logger LOG = LoggerFactory.getLogger(Ffmpeg.class);
  private static final List<String> COMMON =
      List.of("-hide_banner", "-nostdin", "-nostats", "-y", "-progress", "pipe:1");

  /** Copies the map. */
  public Ffmpeg {
    environment = Map.copyOf(environment);
  }

  /** The same program with other variables. */
  public Ffmpeg with(Map<String, String> variables) {
    return new Ffmpeg(executable, variables, stallLimit);
  }

  /**
   * Runs it to its end.
   *
   * @return the lines that the invocation wanted to keep
   * @throws VidgenException if it fails, stalls, takes too long or is cancelled
   * @throws InterruptedException if the thread was interrupted; the program has ended then
   */
  public List<String> run(Invocation call, Watch watch) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(COMMON);
    arguments.addAll(call.arguments());
    var ended = start(call, arguments, watch);
    if (ended.exitCode() != 0) {
      throw failed(call, ended);
    }
    return ended.kept();
  }

  /**
   * Runs it for what it says, whatever its exit code is.
   *
   * @return the lines that the invocation wanted to keep
   */
  public List<String> ask(Invocation call, Watch watch) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin"));
    arguments.addAll(call.arguments());
    return start(call, arguments, watch).kept();
  }

  /**
   * Runs it for what it prints on its standard output.
   *
   * @return the lines, at most some thousand
   */
  public List<String> list(Invocation call, Watch watch) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin"));
    arguments.addAll(call.arguments());
    return start(call, arguments, watch).output();
  }

  private FfmpegProcess.Ended start(Invocation call, List<String> arguments, Watch watch)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(executable.toString());
    command.addAll(arguments);
    LOG.debug("{}: {}", call.what(), command);
    var builder = new ProcessBuilder(command);
    if (call.directory() != null) {
      builder.directory(call.directory().toFile());
    }
    Environment.clean(builder.environment(), environment);
    long began = System.nanoTime();
    try (var process = FfmpegProcess.start(builder, call)) {
      var ended = process.await(watch, stallLimit);
      LOG.debug(
          "{}: exit {} after {} ms",
          call.what(),
          ended.exitCode(),
          (System.nanoTime() - began) / 1_000_000);
      return ended;
    }
  }

  private static VidgenException failed(Invocation call, FfmpegProcess.Ended ended) {
    var how =
        ended.exitCode() > 128
            ? "was killed by signal " + (ended.exitCode() - 128)
            : "failed with exit code " + ended.exitCode();
    var message = "ffmpeg " + how + " (" + call.what() + ")" + said(ended.last());
    return new VidgenException(Failure.of(FailureKind.LOCAL, message, remedy(ended)));
  }

  private static String said(List<String> lines) {
    return lines.isEmpty() ? "" : "; it said:\n  " + String.join("\n  ", lines);
  }

  private static String remedy(FfmpegProcess.Ended ended) {
    var text = String.join("\n", ended.last());
    if (text.contains("No space left on device")) {
      return "free space on the disk of the work directory";
    }
    if (ended.exitCode() == 137) {
      return "something killed it, often for lack of memory: give it more or render smaller";
    }
    if (text.contains("Invalid data found") || text.contains("moov atom not found")) {
      return "an input file is damaged or of another type: make or fetch it again";
    }
    return "see its last lines; the whole command is logged at DEBUG";
  }
}
