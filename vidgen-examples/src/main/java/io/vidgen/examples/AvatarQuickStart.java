package io.vidgen.examples;

import io.vidgen.job.VideoRequest;
import io.vidgen.subtitle.CaptionStyle;
import io.vidgen.subtitle.SafeZone;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * From a face and a text to a talking head with captions, by D-ID: {@code avatar [--text TEXT]
 * [--face FILE] [--out FILE]}. With {@code DID_API_KEY} set it is D-ID itself and costs credits,
 * otherwise a sandbox. The last line that it prints is the path of the MP4.
 */
public final class AvatarQuickStart {
  static final String USAGE = "usage: avatar [--text TEXT] [--face FILE] [--out FILE]";

  private static final Path HOME = Path.of("target", "avatar");
  private static final String TEXT =
      "Hello. I was a picture a moment ago. Now I can tell you whatever you write.";

  /** Below the mouth; the default is free on other apps too, and so high that it covers mouths. */
  private static final CaptionStyle LOW = CaptionStyle.builder().safeZone(SafeZone.TIKTOK).build();

  private AvatarQuickStart() {}

  /**
   * Makes the face speak.
   *
   * @param args see the class
   */
  public static void main(String[] args) {
    Program.run(
        () -> {
          try (var vendors = Vendors.of("DID_API_KEY")) {
            return render(Arguments.parse(USAGE, args), vendors, HOME, System.out);
          }
        });
  }

  static Path render(Arguments arguments, Vendors vendors, Path home, PrintStream out)
      throws IOException {
    // D-ID may not find the face in a drawing: then --face names a photograph
    var own = arguments.option("--face").map(Path::of);
    var face = own.isPresent() ? own.get() : Portrait.in(home);
    out.println("D-ID is " + vendors.describe());
    try (var pipeline =
        vendors.pipeline(home).avatar("d-id").addListener(new ProgressBar(out)).build()) {
      var request =
          VideoRequest.avatar(arguments.option("--text").orElse(TEXT))
              .face(face)
              .avatarVoice("") // D-ID's own; without this line a voice of yours speaks
              .captions(LOW)
              .build();
      var render = Program.planned(pipeline, request, out);
      return Program.copied(
          render, arguments.option("--out").map(Path::of).orElse(home.resolve("avatar.mp4")));
    }
  }
}
