package io.vidgen.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.VideoPipeline;
import io.vidgen.ffmpeg.FfmpegComposer;
import io.vidgen.ffmpeg.FfmpegOptions;
import io.vidgen.job.Narrated;
import io.vidgen.job.Render;
import io.vidgen.job.RenderJob;
import io.vidgen.job.RenderPlan;
import io.vidgen.job.VideoRequest;
import io.vidgen.model.Quality;
import io.vidgen.model.Scene;
import io.vidgen.model.Script;
import io.vidgen.model.Transition;
import io.vidgen.model.VideoFormat;
import io.vidgen.queue.QueueOptions;
import io.vidgen.storage.StoredVideo;
import io.vidgen.subtitle.CaptionMode;
import io.vidgen.subtitle.CaptionStyle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the README and the guide, run as it stands there. */
class GuideIT {
  private static final FfmpegComposer COMPOSER = FfmpegComposer.create(FfmpegOptions.ofDefaults());

  @TempDir Path directory;

  @Test
  void shortForm_ofAText_leavesAnMp4() throws Exception {
    Files.writeString(Path.of("coffee.txt"), "Coffee wakes you up.");

    // tag::short[]
    Render render =
        VideoPipeline.builder()
            .script(Path.of("coffee.txt")) // plain text, scene blocks or JSON
            .render(Path.of("coffee.mp4")); // 1080x1920, voice, pictures, karaoke captions
    // end::short[]

    var report = COMPOSER.inspect(Path.of("coffee.mp4"));
    assertThat(report.problems()).isEmpty();
    assertThat(report.media().duration()).isEqualTo(render.duration());
  }

  @Test
  void pipeline_withDirectory_plansFollowsAndReuses() {
    var script = new Script("Rain", Locale.ENGLISH, List.of(Scene.narrated("It rains.")));

    // tag::pipeline[]
    try (var pipeline = VideoPipeline.builder().directory(directory).build()) {
      var request =
          VideoRequest.narrated(script)
              .format(VideoFormat.PORTRAIT)
              .captions(CaptionStyle.builder().mode(CaptionMode.POP).build())
              .build();
      RenderPlan plan = pipeline.plan(request); // spends nothing
      System.out.println(plan.describe()); // each step: REUSE, RESUME, BUY or LOCAL

      RenderJob job = pipeline.submit(request, event -> System.out.println(event));
      Render render = job.join(); // or cancel()
      System.out.println(render.video() + " " + render.file(Render.SRT));
    }
    // end::pipeline[]

    try (var pipeline = VideoPipeline.builder().directory(directory).build()) {
      var again =
          pipeline.render(
              VideoRequest.narrated(script)
                  .captions(CaptionStyle.builder().mode(CaptionMode.POP).build())
                  .build());
      assertThat(again.redone()).isZero();
      assertThat(again.video()).exists();
    }
  }

  @Test
  void queue_withAClientKey_makesOneVideo() {
    var script = new Script("Queue", Locale.ENGLISH, List.of(Scene.narrated("One.")));
    var request =
        VideoRequest.narrated(script)
            .format(new VideoFormat(270, 480))
            .quality(Quality.DRAFT)
            .build();
    try (var pipeline = VideoPipeline.builder().directory(directory).build()) {
      // tag::queue[]
      try (var queue = pipeline.queue(QueueOptions.builder().inFlight(10).build())) {
        String id = queue.submit(request, "order-4711"); // the same key never makes a second job
        Render render = queue.completion(id).toCompletableFuture().join();
        System.out.println(render.video() + ", " + queue.stats().succeeded() + " succeeded");
      }
      // end::queue[]
      assertThat(videos(pipeline)).hasSize(1);
    }
  }

  @Test
  void request_withOwnMedia_showsAndPlaysIt() throws Exception {
    var photo = photo();
    var music = music();

    // tag::media[]
    Script script =
        new Script(
            "Harbour",
            Locale.ENGLISH,
            List.of(
                Scene.narrated("The harbour wakes up.").withMedia(photo),
                Scene.narrated("And the boats go out.")));
    var request =
        VideoRequest.narrated(script)
            .music(music, "CC0") // ducked under the voice; the licence goes into the manifest
            .transition(new Transition(Transition.Kind.SLIDE, 10)) // frames, 30 a second
            .format(VideoFormat.SQUARE)
            .quality(Quality.DRAFT)
            .build();
    // end::media[]

    render(request);
  }

  @Test
  void builder_withChoices_takesThem() {
    var builder =
        // tag::choose[]
        VideoPipeline.builder()
            .speech("espeak-ng") // by id; or an instance of your own
            .option("vidgen.ffmpeg", "/opt/ffmpeg/bin/ffmpeg");
    // end::choose[]
    assertThat(builder).isNotNull();
  }

  private static List<StoredVideo> videos(VideoPipeline pipeline) {
    try {
      return pipeline.storage().list();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void render(Narrated request) throws Exception {
    try (var pipeline = VideoPipeline.builder().directory(directory).build()) {
      var render = pipeline.render(request);
      var report = COMPOSER.inspect(render.video());
      assertThat(report.media().video().width()).isEqualTo(1080);
      assertThat(report.media().video().height()).isEqualTo(1080);
      assertThat(report.loudness()).isBetween(-15.0, -13.0);
      assertThat(Files.readString(render.file(Render.MANIFEST))).contains("music.wav, CC0");
    }
  }

  private Path photo() throws Exception {
    var picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 360; y++) {
      for (int x = 0; x < 640; x++) {
        picture.setRGB(x, y, (x * 255 / 640) << 16 | (y * 255 / 360) << 8 | 90);
      }
    }
    var file = directory.resolve("photo.png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private Path music() throws Exception {
    var pcm = new byte[48_000 * 2];
    for (int i = 0; i < pcm.length / 2; i++) {
      int value = (int) (6000 * Math.sin(2 * Math.PI * 220 * i / 48_000));
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    var file = directory.resolve("music.wav");
    var format = new AudioFormat(48_000, 16, 1, true, false);
    try (var stream = new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / 2)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }
}
