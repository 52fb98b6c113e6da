package io.vidgen.examples;

import io.vidgen.VideoPipeline;
import io.vidgen.error.VidgenException;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
    try {
      System.out.println(render(QuickStartArguments.parse(args)));
    } catch (VidgenException | IllegalArgumentException | IOException e) {
      System.err.println();
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static Path render(QuickStartArguments arguments) throws IOException {
    Script script = arguments.script();
    try (var pipeline =
        VideoPipeline.builder()
            .directory(HOME.resolve("work"))
            .addListener(new ProgressBar(System.out))
            .build()) {
      Render render = pipeline.render(VideoRequest.narrated(script).build());
      return copied(render, arguments.out(HOME));
    }
  }

  private static Path copied(Render render, Path out) throws IOException {
    var target = out.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    return Files.copy(render.video(), target, StandardCopyOption.REPLACE_EXISTING);
  }
}
