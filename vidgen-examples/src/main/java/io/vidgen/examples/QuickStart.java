package io.vidgen.examples;

import io.vidgen.VideoPipeline;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import java.io.IOException;
import java.nio.file.Path;

/**
 * From a script to a video, with nothing but Java: {@code quickstart [--language en|fr] [--script
 * FILE] [--out FILE]}. The last line that it prints is the path of the MP4.
 */
public final class QuickStart {
  private static final Path HOME = Path.of("target", "quickstart");

  private QuickStart() {}

  /**
   * Renders a script.
   *
   * @param args see the class
   */
  public static void main(String[] args) {
    Program.run(() -> render(QuickStartArguments.parse(args)));
  }

  static Path render(QuickStartArguments arguments) throws IOException {
    Script script = arguments.script();
    try (var pipeline =
        VideoPipeline.builder()
            .directory(HOME.resolve("work"))
            .addListener(new ProgressBar(System.out))
            .build()) {
      Render render = pipeline.render(VideoRequest.narrated(script).build());
      return Program.copied(render, arguments.out(HOME));
    }
  }
}
