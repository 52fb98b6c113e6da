package io.vidgen.ffmpeg.internal.compile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns the wish for one frame into the arguments of a command. */
public final class PosterCompiler {
  private PosterCompiler() {}

  /** The arguments. */
  public static List<String> compile(MediaInput video, int frame, int frameRate, String output) {
    var arguments = new ArrayList<String>();
    if (frame == 0) {
      arguments.addAll(video.arguments());
    } else {
      // half a frame early: rounding must not skip the frame itself
      var time = Duration.ofNanos((2L * frame - 1) * 500_000_000L / frameRate);
      arguments.addAll(video.arguments("-ss", Numbers.seconds(time)));
    }
    arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1"));
    // a JPEG has the full range and the older matrix
    arguments.addAll(List.of("-vf", "scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p"));
    arguments.addAll(List.of("-q:v", "2", "-f", "image2", "-update", "1", output));
    return arguments;
  }
}
