package io.vidgen.google;

import io.vidgen.model.Artifact;
import io.vidgen.model.Fingerprint;
import io.vidgen.model.VendorVideo;
import io.vidgen.model.VideoFormat;
import io.vidgen.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What Veo 3.1 takes and refuses: requests for each row of the table in docs/veo.md. */
final class VeoMatrix {
  private static final String FILE =
      "https://generativelanguage.googleapis.com/v1beta/files/abc:download?alt=media";
  private static final String BUCKET = "gs://films/a.mp4";
  private static final String STANDARD = VeoModels.DEFAULT;
  private static final String FAST = "veo-3.1-fast-generate-preview";
  private static final String LITE = "veo-3.1-lite-generate-preview";
  private static final String PLATFORM = VeoModels.PLATFORM_DEFAULT;
  private static final String PLATFORM_FAST = "veo-3.1-fast-generate-001";
  private static final String PLATFORM_LITE = "veo-3.1-lite-generate-001";
  private static final VideoFormat FULL = new VideoFormat(1920, 1080);
  private static final VideoFormat FOUR_K = new VideoFormat(3840, 2160);
  private static final Artifact PNG = picture("image/png", 1000);

  private VeoMatrix() {}

  /**
   * One request to one model.
   *
   * @param row the row of the table that it is about
   * @param model id of the model
   * @param people who may be shown, empty for nobody's word
   * @param field what is wrong; empty when all is right
   * @param change what the request has that others have not
   */
  record Case(String row, String model, String people, String field, Consumer<Clips> change) {
    Clips clip() {
      var clip = Clips.clip();
      change.accept(clip);
      return clip;
    }

    VeoVideoProvider provider(boolean unchecked) {
      var google =
          model.endsWith("-001")
              ? GoogleOptions.platform("films", "us-central1")
              : GoogleOptions.builder(Secret.of(FakeGoogle.KEY));
      var options = VeoOptions.builder(google.build()).model(model).unchecked(unchecked);
      if (!people.isEmpty()) {
        options.personGeneration(people);
      }
      return new VeoVideoProvider(options.build());
    }

    @Override
    public String toString() {
      return row + ", " + model + (field.isEmpty() ? "" : ": " + field);
    }
  }

  static Stream<Case> refused() {
    return Stream.of(sizesAndLengths(), picturesRefused(), extensionsRefused(), othersRefused())
        .flatMap(List::stream);
  }

  private static List<Case> sizesAndLengths() {
    return List.of(
        no("size", STANDARD, "format", c -> c.format = VideoFormat.SQUARE),
        no("size", STANDARD, "format", c -> c.format = VideoFormat.FEED),
        no("size", LITE, "format", c -> c.format = FOUR_K),
        no("size", PLATFORM, "format", c -> c.format = VideoFormat.SQUARE),
        no("size", PLATFORM_LITE, "format", c -> c.format = FOUR_K),
        no("length", STANDARD, "duration", c -> c.seconds = 5),
        no("length", STANDARD, "duration", c -> c.seconds = 9),
        no("length", PLATFORM, "duration", c -> c.seconds = 5),
        no("length", STANDARD, "duration", with(FULL, 6)),
        no("length", STANDARD, "duration", with(FOUR_K, 4)),
        no("length", STANDARD, "duration", references(1).andThen(c -> c.seconds = 6)),
        no("length", PLATFORM, "duration", references(1).andThen(c -> c.seconds = 6)));
  }

  private static List<Case> picturesRefused() {
    return List.of(
        no("first frame", STANDARD, "firstFrame", extension(c -> c.firstFrame = PNG)),
        no("last frame", STANDARD, "lastFrame", c -> c.lastFrame = PNG),
        no("last frame", PLATFORM, "lastFrame", c -> c.lastFrame = PNG),
        no("last frame", STANDARD, "lastFrame", extension(c -> c.lastFrame = PNG)),
        no("reference pictures", LITE, "references", references(1)),
        no("reference pictures", PLATFORM_LITE, "references", references(1)),
        no("reference pictures", STANDARD, "references", references(4)),
        no("reference pictures", PLATFORM, "references", references(4)),
        no(
            "reference pictures",
            STANDARD,
            "references",
            references(1).andThen(c -> c.firstFrame = PNG)),
        no(
            "reference pictures",
            STANDARD,
            "references",
            references(1).andThen(c -> c.lastFrame = PNG)),
        no("reference pictures", STANDARD, "references", extension(references(1))),
        no(
            "pictures",
            STANDARD,
            "references[0]",
            c -> c.references = List.of(picture("image/webp", 10))),
        no(
            "pictures",
            STANDARD,
            "firstFrame",
            c -> c.firstFrame = picture("image/png", (20 << 20) + 1)));
  }

  private static List<Case> extensionsRefused() {
    return List.of(
        no("extension", STANDARD, "duration", c -> c.extend = Clips.video(FILE, 8, 0)),
        no("extension", STANDARD, "format", extension(c -> c.format = FULL)),
        no("extension", LITE, "extend", extension(c -> {})),
        no("extension", STANDARD, "extend", from(Clips.video(FILE, 142, 0))),
        no("extension", STANDARD, "extend", from(Clips.video(FILE, 100, 20))),
        no("extension", STANDARD, "extend", from(Clips.video(BUCKET, 8, 0))),
        no("extension", STANDARD, "extend", from(video("other", 60))),
        no("extension", STANDARD, "extend", from(video("veo", -60))),
        no("extension", PLATFORM, "extend", from(Clips.video(FILE, 8, 0))),
        no("extension", PLATFORM, "extend", from(Clips.video(BUCKET, 31, 0))));
  }

  private static List<Case> othersRefused() {
    return List.of(
        no("prompt", STANDARD, "prompt", c -> c.prompt = "x".repeat(4097)),
        no("prompt", STANDARD, "prompt", c -> c.prompt = "\u6C34".repeat(1025)),
        no("negative prompt", LITE, "negativePrompt", c -> c.negativePrompt = "rain"),
        no("seed", STANDARD, "seed", c -> c.seed = 7L),
        no("seed", PLATFORM, "seed", c -> c.seed = -1L),
        no("seed", PLATFORM, "seed", c -> c.seed = 1L << 32),
        no("without sound", STANDARD, "audio", c -> c.audio = false),
        people(STANDARD, "allow_adult", false, c -> {}),
        people(STANDARD, "allow_adult", false, extension(c -> {})),
        people(STANDARD, "allow_all", false, c -> c.firstFrame = PNG),
        people(STANDARD, "allow_all", false, references(1)),
        people(STANDARD, "dont_allow", false, c -> {}),
        people(PLATFORM, "everybody", false, c -> {}));
  }

  static Stream<Case> taken() {
    return Stream.of(
        ok("size", STANDARD, c -> c.format = Clips.TALL),
        ok("size", STANDARD, with(FOUR_K, 8)),
        ok("size", LITE, with(FULL, 8)),
        ok("length", STANDARD, c -> c.seconds = 4),
        ok("length", LITE, c -> c.seconds = 6),
        ok("length", PLATFORM, with(FULL, 4)),
        ok("first frame", LITE, c -> c.firstFrame = PNG),
        ok("first frame", PLATFORM_LITE, c -> c.firstFrame = PNG),
        ok("last frame", STANDARD, VeoMatrix::frames),
        ok("last frame", LITE, VeoMatrix::frames),
        ok("reference pictures", FAST, references(3)),
        ok("reference pictures", PLATFORM_FAST, references(3)),
        ok("extension", STANDARD, from(Clips.video(FILE, 141, 19))),
        ok("extension", PLATFORM_LITE, from(Clips.video(BUCKET, 30, 0))),
        ok("pictures", STANDARD, c -> c.firstFrame = picture("image/jpeg", 20 << 20)),
        ok("prompt", STANDARD, c -> c.prompt = "x".repeat(4096)),
        ok("negative prompt", STANDARD, c -> c.negativePrompt = "rain"),
        ok("negative prompt", PLATFORM_LITE, c -> c.negativePrompt = "rain"),
        ok("seed", PLATFORM, c -> c.seed = 0xffff_ffffL),
        ok("without sound", PLATFORM, c -> c.audio = false),
        people(STANDARD, "allow_all", true, c -> {}),
        people(STANDARD, "allow_all", true, extension(c -> {})),
        people(STANDARD, "allow_adult", true, c -> c.firstFrame = PNG),
        people(PLATFORM, "disallow", true, references(1)));
  }

  private static Case no(String row, String model, String field, Consumer<Clips> change) {
    return new Case(row, model, "", field, change);
  }

  private static Case ok(String row, String model, Consumer<Clips> change) {
    return new Case(row, model, "", "", change);
  }

  private static Case people(String model, String word, boolean ok, Consumer<Clips> change) {
    return new Case("people", model, word, ok ? "" : "vidgen.veo.person-generation", change);
  }

  private static Consumer<Clips> with(VideoFormat format, int seconds) {
    return clip -> {
      clip.format = format;
      clip.seconds = seconds;
    };
  }

  private static Consumer<Clips> references(int count) {
    return clip -> clip.references = Collections.nCopies(count, PNG);
  }

  private static void frames(Clips clip) {
    clip.firstFrame = PNG;
    clip.lastFrame = PNG;
  }

  private static Consumer<Clips> extension(Consumer<Clips> change) {
    return from(Clips.video(FILE, 8, 0)).andThen(change);
  }

  private static Consumer<Clips> from(VendorVideo video) {
    return clip -> {
      clip.seconds = 7;
      clip.extend = video;
    };
  }

  private static VendorVideo video(String provider, int secondsLeft) {
    return new VendorVideo(
        provider,
        FILE,
        Instant.now().plusSeconds(secondsLeft),
        Duration.ofSeconds(8),
        Clips.WIDE,
        0);
  }

  private static Artifact picture(String type, int size) {
    return new Artifact(new Fingerprint("ab".repeat(32)), type, size);
  }
}
