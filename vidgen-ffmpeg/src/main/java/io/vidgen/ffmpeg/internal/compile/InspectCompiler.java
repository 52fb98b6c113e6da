package io.vidgen.ffmpeg.internal.compile;

import java.util.ArrayList;
import java.util.List;

/** Turns the wish to judge a file into the arguments of a command that writes nothing. */
public final class InspectCompiler {
  private InspectCompiler() {}

  /** The arguments. */
  public static List<String> compile(MediaInput file, boolean video, boolean audio) {
    var arguments = new ArrayList<>(file.arguments());
    if (video) {
      var small = "scale=270:-2:flags=fast_bilinear";
      arguments.addAll(List.of("-map", "0:v:0", "-vf"));
      arguments.add(small + ",blackdetect=d=0.3:pix_th=0.08,freezedetect=n=-60dB:d=2");
    }
    if (audio) {
      arguments.addAll(List.of("-map", "0:a:0", "-af"));
      arguments.add("silencedetect=n=-50dB:d=2,ebur128=peak=true:framelog=verbose");
    }
    arguments.addAll(List.of("-f", "null", "-"));
    return arguments;
  }
}
