package io.vidgen.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs ffmpeg as a person would at a prompt, without the library. */
final class BareTool {
  private static final int FRAMES_PER_SECOND = 30;

  private final Path ffmpeg;
  private final Path fontconfig;
  private final Path folder;

  BareTool(Path ffmpeg, Path fontconfig, Path folder) {
    this.folder = folder;
    this.ffmpeg = ffmpeg;
    this.fontconfig = fontconfig;
  }

  /** A moving picture of 720x1280 with some texture, which differs from clip to clip. */
  void makeClip(Path file, int number, double seconds) throws IOException, InterruptedException {
    var pattern =
        "gradients=s=720x1280:r=30:nb_colors=5:seed="
            + (number + 3)
            + ":x0="
            + number * 90
            + ":speed=0.02,noise=alls=5:allf=t";
    run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            pattern,
            "-t",
            Double.toString(seconds),
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "23",
            "-pix_fmt",
            "yuv420p",
            file.toString()));
  }

  /** The same short in one command: scaled, captioned, encoded, voice evened and mixed. */
  void makeShort(List<Path> clips, List<Path> voices, Path captions, double seconds, Path out)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<String>();
    clips.forEach(clip -> arguments.addAll(List.of("-i", clip.toString())));
    voices.forEach(voice -> arguments.addAll(List.of("-i", voice.toString())));
    var graph = new StringBuilder();
    for (int i = 0; i < clips.size(); i++) {
      graph.append(
          "[%d:v]trim=end=%s,setpts=PTS-STARTPTS[v%d];[%d:a]adelay=100,apad,atrim=end=%s[a%d];"
              .formatted(i, seconds, i, clips.size() + i, seconds, i));
    }
    for (int i = 0; i < clips.size(); i++) {
      graph.append("[v%d][a%d]".formatted(i, i));
    }
    graph.append(
        "concat=n=%d:v=1:a=1[v][a];[v]fps=%d,scale=1080:1920,ass=%s[video];"
            .formatted(clips.size(), FRAMES_PER_SECOND, captions.getFileName()));
    graph.append("[a]acompressor,loudnorm=I=-14:TP=-1.5,aresample=48000[audio]");
    arguments.addAll(
        List.of(
            "-filter_complex",
            graph.toString(),
            "-map",
            "[video]",
            "-map",
            "[audio]",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "21",
            "-profile:v",
            "high",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            "-b:a",
            "192k",
            "-ac",
            "2",
            "-movflags",
            "+faststart",
            out.toString()));
    run(arguments);
  }

  private void run(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(ffmpeg.toString(), "-y", "-v", "error", "-nostdin"));
    command.addAll(arguments);
    var log = Files.createTempFile("bare", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("FONTCONFIG_FILE", fontconfig.toString());
    var process = builder.start();
    try {
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("ffmpeg failed: " + Files.readString(log));
      }
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(log);
    }
  }
}
