package io.vidgen.examples;

import io.vidgen.VideoPipeline;
import io.vidgen.job.Deliverables;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Everything for a campaign from one purchase, with nothing but Java: {@code deliverables
 * [FOLDER]}. The script of the quick start in three sizes, clean of captions, as a teaser and a
 * poster, and in French where there is a French voice, such as espeak-ng. The last line that it
 * prints is the path of the portrait video.
 */
public final class DeliverablesQuickStart {
  private static final Path HOME = Path.of("target", "deliverables");

  private DeliverablesQuickStart() {}

  /**
   * Renders all of them.
   *
   * @param args where they go, or nothing
   */
  public static void main(String[] args) {
    var folder = args.length == 0 ? HOME : Path.of(args[0]);
    Program.run(
        () -> {
          var english = QuickStartArguments.parse("--language", "en").script();
          var french = QuickStartArguments.parse("--language", "fr").script();
          return render(english, french, folder, System.out);
        });
  }

  static Path render(Script english, Script french, Path folder, PrintStream out)
      throws IOException {
    try (var pipeline = VideoPipeline.builder().directory(HOME.resolve("work")).build()) {
      var set =
          Deliverables.of(VideoRequest.narrated(english).build())
              .asIs("portrait")
              .format("square", VideoFormat.SQUARE)
              .format("wide", VideoFormat.LANDSCAPE)
              .withoutCaptions("clean")
              .teaser("teaser", Duration.ofSeconds(10))
              .poster("cover");
      var translated =
          set.language("fr", french)
              .add("fr-square", d -> d.script(french).format(VideoFormat.SQUARE));
      if (pipeline.plan(translated).isRunnable()) {
        set = translated;
      } else {
        out.println("no voice speaks French here, so there is no French version");
      }
      out.print(pipeline.plan(set).describe());
      var made = pipeline.render(set);
      Files.createDirectories(folder);
      for (var entry : made.renders().entrySet()) {
        var render = entry.getValue();
        boolean moves = render.files().containsKey(Render.VIDEO);
        var file = folder.resolve(entry.getKey() + (moves ? ".mp4" : ".jpg"));
        Files.copy(
            moves ? render.video() : render.file(Render.POSTER),
            file,
            StandardCopyOption.REPLACE_EXISTING);
        out.println(file);
      }
      return folder.resolve("portrait.mp4");
    }
  }
}
