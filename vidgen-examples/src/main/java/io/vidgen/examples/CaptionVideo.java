package io.vidgen.examples;

import io.vidgen.VideoPipeline;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Script;
import io.vidgen.subtitle.WordsJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Burns captions into a video that is there: {@code caption [VIDEO] [--text FILE] [--out FILE]}.
 *
 * <p>Without a text, Whisper listens: OpenAI's with {@code OPENAI_API_KEY} set, for money, your own
 * with {@code WHISPER_URL}, otherwise a sandbox, which knows the quick start only. With a text
 * nobody is paid: an aligner on this machine finds where each word is. Without a video, the quick
 * start's is captioned. The last line that it prints is the path of the MP4.
 */
public final class CaptionVideo {
  static final String USAGE = "usage: caption [VIDEO] [--text FILE] [--out FILE]";

  private static final Path HOME = Path.of("target", "caption");

  private CaptionVideo() {}

  /**
   * Captions the video.
   *
   * @param args see the class
   */
  public static void main(String[] args) {
    Program.run(
        () -> {
          try (var vendors = Vendors.of("OPENAI_API_KEY", "WHISPER_URL")) {
            return render(Arguments.parse(USAGE, args), vendors, HOME, System.out);
          }
        });
  }

  static Path render(Arguments arguments, Vendors vendors, Path home, PrintStream out)
      throws IOException {
    var text = arguments.option("--text").map(Path::of);
    var video = video(arguments, vendors, home);
    var request = VideoRequest.captioned(video);
    if (text.isPresent()) {
      request.text(Files.readString(text.get()));
    } else {
      out.println("Whisper is " + vendors.describe());
    }
    // Not named on purpose: an aligner that costs nothing comes before a recogniser that does.
    try (var pipeline = vendors.pipeline(home).addListener(new ProgressBar(out)).build()) {
      var render = Program.planned(pipeline, request.build(), out);
      return Program.copied(
          render, arguments.option("--out").map(Path::of).orElse(home.resolve("captioned.mp4")));
    }
  }

  private static Path video(Arguments arguments, Vendors vendors, Path home) throws IOException {
    if (arguments.words().size() > 1) {
      throw new IllegalArgumentException("one video at a time\n" + USAGE);
    }
    if (arguments.words().isEmpty()) {
      return quickStart(vendors, home);
    }
    var video = Path.of(arguments.words().get(0));
    if (!Files.isReadable(video)) {
      throw new IllegalArgumentException(
          "there is no readable file " + video.toAbsolutePath() + ", check the path\n" + USAGE);
    }
    if (vendors.isSandbox() && arguments.option("--text").isEmpty()) {
      throw new IllegalArgumentException(
          "nobody here can understand "
              + video
              + ": set OPENAI_API_KEY or WHISPER_URL, or give what is said by --text FILE");
    }
    return video;
  }

  private static Path quickStart(Vendors vendors, Path home) throws IOException {
    var video = home.resolve("quickstart.mp4");
    if (!Files.exists(video)) {
      narrate(QuickStartArguments.parse().script(), home);
    }
    try (var in = Files.newInputStream(home.resolve(Render.WORDS))) {
      vendors.tell(video, new WordsJson().read(in).words());
    }
    return video;
  }

  /** The quick start's video as it would be without captions. */
  static void narrate(Script script, Path home) throws IOException {
    try (var pipeline =
        VideoPipeline.builder()
            .directory(home.resolve("quickstart"))
            .speech("freetts")
            .images("storyboard")
            .build()) {
      var render = pipeline.render(VideoRequest.narrated(script).withoutCaptions().build());
      Files.copy(
          render.file(Render.WORDS),
          home.resolve(Render.WORDS),
          StandardCopyOption.REPLACE_EXISTING);
      Program.copied(render, home.resolve("quickstart.mp4"));
    }
  }
}
