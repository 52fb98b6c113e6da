package io.vidgen.examples;

import io.vidgen.job.VideoRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The quick start's script, or your own, told by a voice of ElevenLabs: {@code narration [--voice
 * ID] [--language en|fr] [--script FILE] [--out FILE]}. With {@code ELEVENLABS_API_KEY} set it is
 * ElevenLabs itself and costs credits, otherwise a sandbox. The last line that it prints is the
 * path of the MP4.
 */
public final class ElevenLabsNarration {
  static final String USAGE =
      "usage: narration [--voice ID] [--language en|fr] [--script FILE] [--out FILE]";

  private static final Path HOME = Path.of("target", "narration");

  private ElevenLabsNarration() {}

  /**
   * Tells the script.
   *
   * @param args see the class
   */
  public static void main(String[] args) {
    Program.run(
        () -> {
          try (var vendors = Vendors.of("ELEVENLABS_API_KEY")) {
            return render(Arguments.parse(USAGE, args), vendors, HOME, System.out);
          }
        });
  }

  static Path render(Arguments arguments, Vendors vendors, Path home, PrintStream out)
      throws IOException {
    var file = arguments.option("--script").map(Path::of).orElse(null);
    var language = arguments.option("--language").map(Locale::forLanguageTag).orElse(null);
    var request = VideoRequest.narrated(new QuickStartArguments(file, language, null).script());
    arguments.option("--voice").ifPresent(request::voice);
    out.println("ElevenLabs is " + vendors.describe());
    try (var pipeline =
        vendors
            .pipeline(home)
            .speech("elevenlabs")
            .images("storyboard") // free, also where a key of another vendor is set
            .addListener(new ProgressBar(out))
            .build()) {
      var render = Program.planned(pipeline, request.build(), out);
      return Program.copied(
          render, arguments.option("--out").map(Path::of).orElse(home.resolve("narration.mp4")));
    }
  }
}
