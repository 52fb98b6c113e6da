package com.example.app;

import io.vidgen.VideoPipeline;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Quality;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.VideoFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Renders one scene through a voice that another jar brings, and prints the size of the video. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    var script = new Script("Tones", Locale.ENGLISH, List.of(Scene.narrated("One two three.")));
    var request =
        VideoRequest.narrated(script)
            .format(new VideoFormat(180, 320))
            .quality(Quality.DRAFT)
            .build();
    try (var pipeline =
        VideoPipeline.builder().speech("tone").directory(Path.of(args[0])).build()) {
      var render = pipeline.render(request);
      System.out.println("video of " + Files.size(render.video()) + " bytes");
    }
    System.out.println("module " + Main.class.getModule());
  }
}
