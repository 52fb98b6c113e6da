package io.vidgen.sandbox.internal.media;

import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the ffmpeg that vidgen-ffmpeg finds. */
public final class FfmpegTool implements MediaTool {
  private static final Logger LOG = LoggerFactory.getLogger(FfmpegTool.class);
  private static final int AT_ONCE = 2;
  private static final int SPEECH_RATE = 16_000;

  /** An uploaded playlist must not make ffmpeg fetch anything. */
  static final String LOCAL_ONLY = "-protocol_whitelist";

  private static final int WAV_HEADER = 44;
  private static final long LONGEST_SECONDS = 300;
  private static final Set<String> PASSED =
      Set.of("PATH", "HOME", "TMPDIR", "TMP", "TEMP", "LD_LIBRARY_PATH", "SYSTEMROOT", "WINDIR");

  /** Writes what ffmpeg reads from its standard input. */
  @FunctionalInterface
  interface Feed {
    void write(OutputStream out) throws IOException;
  }

  private final FfmpegComposer composer;
  private final MediaCache cache;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /**
   * Looks for nothing yet.
   *
   * @param program to use, null to look for one at the first use
   * @param cache of what it makes
   */
  public FfmpegTool(@Nullable Path program, MediaCache cache) {
    var options = FfmpegOptions.builder();
    if (program != null) {
      options.ffmpeg(program);
    }
    this.composer = FfmpegComposer.create(options.build());
    this.cache = cache;
  }

  @Override
  public Path convert(Path input, List<String> outputOptions, String extension)
      throws IOException, InterruptedException {
    var key = MediaCache.digest(input) + " " + String.join(" ", outputOptions) + " " + extension;
    return cache.get(
        key,
        extension,
        file -> {
          var arguments = new ArrayList<>(List.of(LOCAL_ONLY, "file,pipe", "-i", input.toString()));
          arguments.addAll(outputOptions);
          arguments.add(file.toString());
          run(arguments, null);
        });
  }

  @Override
  public Duration soundLength(Path input) throws IOException, InterruptedException {
    long samples = (Files.size(decode(input)) - WAV_HEADER) / 2;
    if (samples <= 0) {
      throw new IOException("no sound in " + input.getFileName());
    }
    return Duration.ofNanos(samples * 1_000_000_000 / SPEECH_RATE);
  }

  @Override
  public Path decode(Path input) throws IOException, InterruptedException {
    var options =
        List.of(
            "-vn",
            "-map",
            "0:a:0",
            "-ac",
            "1",
            "-ar",
            String.valueOf(SPEECH_RATE),
            "-c:a",
            "pcm_s16le",
            "-map_metadata",
            "-1",
            "-fflags",
            "+bitexact",
            "-flags:a",
            "+bitexact");
    return convert(input, options, "wav");
  }

  /** Runs it; what it complains about is in the exception. */
  void run(List<String> arguments, @Nullable Feed feed) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(composer.program().toString()));
    command.addAll(List.of("-hide_banner", "-loglevel", "error", "-y"));
    if (feed == null) {
      command.add("-nostdin");
    }
    command.addAll(arguments);
    turns.acquire();
    var complaints = cache.fresh("log");
    try {
      var builder = new ProcessBuilder(command);
      builder
          .environment()
          .keySet()
          .removeIf(name -> !PASSED.contains(name.toUpperCase(Locale.ROOT)));
      builder.redirectError(complaints.toFile());
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      await(builder.start(), feed, complaints);
    } finally {
      turns.release();
      Files.deleteIfExists(complaints);
    }
  }

  private static void await(Process process, @Nullable Feed feed, Path complaints)
      throws IOException, InterruptedException {
    try {
      feed(process, feed);
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("ffmpeg took longer than " + LONGEST_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        var text = Files.readString(complaints);
        throw new IOException("ffmpeg: " + text.substring(0, Math.min(400, text.length())).strip());
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /** A broken pipe only says that ffmpeg has stopped; why is in its exit value and complaints. */
  private static void feed(Process process, @Nullable Feed feed) {
    try (OutputStream out = process.getOutputStream()) {
      if (feed != null) {
        feed.write(out);
      }
    } catch (IOException e) {
      LOG.debug("ffmpeg reads no more", e);
    }
  }
}
