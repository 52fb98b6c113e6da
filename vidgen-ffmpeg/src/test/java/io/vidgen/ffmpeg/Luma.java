package io.vidgen.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clips in which the brightness of each frame tells its number. */
final class Luma {
  private Luma() {}

  /** A clip with a tone; no frame is as bright as its neighbours. */
  static Path clip(Path file, String rate, int seconds, String... audio) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-f", "lavfi", "-i"));
    arguments.add(
        "color=black:s=64x48:r="
            + rate
            + ":d="
            + seconds
            + ",format=yuv420p,"
            + "geq=lum='40+mod(N*9\\,160)':cb=128:cr=128");
    arguments.addAll(List.of(audio));
    if (audio.length == 0) {
      var tone = "aevalsrc=0.3*sin(2*PI*(300+40*t)*t):s=44100:d=" + seconds;
      arguments.addAll(List.of("-f", "lavfi", "-i", tone, "-c:a", "aac"));
    }
    arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
    arguments.addAll(List.of("-crf", "10", file.toString()));
    TestMedia.run(arguments);
    return file;
  }

  /** The brightness of every frame as it is shown. */
  static int[] of(Path video) throws IOException {
    var raw = Files.createTempFile("vidgen-test", ".raw");
    TestMedia.run(
        List.of(
            "-i",
            video.toString(),
            "-map",
            "0:v",
            "-vsync",
            "0",
            "-vf",
            "scale=1:1",
            "-pix_fmt",
            "gray",
            "-f",
            "rawvideo",
            raw.toString()));
    var bytes = Files.readAllBytes(raw);
    Files.delete(raw);
    var values = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i] & 255;
    }
    return values;
  }
}
