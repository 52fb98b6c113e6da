package io.vidgen.ffmpeg.internal.compile;

import io.vidgen.spi.PosterRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns the wish for one frame into the arguments of a command. */
public final class PosterCompiler {
  /** Sound may end later than the picture, so the last frame is looked for well before the end. */
  private static final Duration END = Duration.ofSeconds(3);

  private PosterCompiler() {}

  /** The arguments. */
  public static List<String> compile(MediaInput video, int frame, int frameRate, String output) {
    var arguments = new ArrayList<String>();
    if (frame == PosterRequest.LAST) {
      return last(video, output);
    } else if (frame == 0) {
      arguments.addAll(video.arguments());
    } else {
      // half a frame early: rounding must not skip the frame itself
      var time = Duration.ofNanos((2L * frame - 1) * 500_000_000L / frameRate);
      arguments.addAll(video.arguments("-ss", Numbers.seconds(time)));
    }
    arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1"));
    arguments.addAll(picture(output));
    return arguments;
  }

  /** Each frame takes the place of the one before it, so that the last one is left. */
  private static List<String> last(MediaInput video, String output) {
    var arguments = new ArrayList<>(video.arguments("-sseof", Numbers.seconds(END.negated())));
    arguments.addAll(List.of("-map", "0:v:0"));
    arguments.addAll(picture(output));
    return arguments;
  }

  private static List<String> picture(String output) {
    var arguments = new ArrayList<String>();
    // a JPEG has the full range and the older matrix
    arguments.addAll(List.of("-vf", "scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p"));
    arguments.addAll(List.of("-q:v", "2", "-f", "image2", "-update", "1", output));
    return arguments;
  }
}
