package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.VideoPipeline;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Fit;
import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import io.vidgen.spi.FinishRequest;
import io.vidgen.spi.MediaInfo;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SegmentRequest.Layer;
import io.vidgen.storage.Storages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos as they come: uneven rates, ends that do not meet, turned and stretched pictures. */
class UnusualSourcesIT {
  private static final VideoFormat TINY = new VideoFormat(64, 48);

  /** The brightness of frame N is 40 + N at 10 frames a second. */
  private static final String COUNTED =
      "color=black:s=64x48:r=10:d=%d,format=yuv420p,geq=lum='40+mod(N\\,200)':cb=128:cr=128";

  @TempDir Path folder;
  private final FfmpegComposer composer = FfmpegComposer.create(TestMedia.options());

  @Test
  void segment_ofPictureThatStandsLong_showsNothingBeforeItsTime() throws Exception {
    var source = standing(folder.resolve("screen.mp4"));

    int last = luma(source, 0, 150)[149];
    assertShown(luma(source, 20 * 30, 30), last);
    var change = luma(source, 44 * 30, 60);
    assertShown(Arrays.copyOf(change, 29), last);
    assertThat(change[59]).isGreaterThan(last + 4);
  }

  @Test
  void captioned_ofUnevenRate_keepsItsFastest() throws Exception {
    var source = standing(folder.resolve("screen.mp4"));
    assertThat(composer.probe(source).video().frameRate()).isEqualTo(10);

    captioned(
        encoded(folder.resolve("slow.mp4"), String.format(COUNTED, 2)),
        video -> {
          assertThat(info(video).video().frameRate()).isEqualTo(30);
          assertThat(TestMedia.times(video)).hasSize(60);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mkv", "avi"})
  void segment_afterThePictureEnded_holdsItsLastFrame(String type) throws Exception {
    var source = folder.resolve("short." + type);
    make(
        List.of("-f", "lavfi", "-i", String.format(COUNTED, 8)),
        List.of("-f", "lavfi", "-i", "sine=440:d=60"),
        List.of("-c:v", "libx264", source.toString()));

    int last = luma(source, 9 * 30, 1)[0];
    assertThat(last).isBetween(116, 121);
    assertShown(luma(source, 10 * 30, 15), last);
    assertShown(luma(source, 58 * 30, 15), last);
  }

  @Test
  void segment_whereNothingIsFoundToRead_isReadFromTheBeginning() throws Exception {
    var source = folder.resolve("short.mpg");
    make(
        List.of("-f", "lavfi", "-i", "testsrc2=s=320x240:r=25:d=8"),
        List.of("-f", "lavfi", "-i", "sine=440:d=60"),
        List.of("-c:v", "mpeg2video", "-b:v", "2M", "-b:a", "384k", source.toString()));

    assertShown(luma(source, 58 * 30, 15), luma(source, 9 * 30, 1)[0]);
  }

  @Test
  void captioned_whoseSoundOutlastsItsPicture_isAsLongAsItsSound() throws Exception {
    var source = folder.resolve("short.mp4");
    make(
        List.of("-f", "lavfi", "-i", String.format(COUNTED, 20)),
        List.of("-f", "lavfi", "-i", "sine=440:d=41"),
        List.of("-c:v", "libx264", source.toString()));

    captioned(
        source,
        video -> {
          assertThat(TestMedia.times(video)).hasSize(41 * 30);
          assertThat(info(video).duration().toMillis()).isBetween(41_000L, 41_060L);
        });
  }

  @ParameterizedTest
  @CsvSource({"60, 22050", "30, 8000"})
  void finish_withKeptPackets_allowsTheLastOneToEndLate(int rate, int hertz) throws Exception {
    var clip = encoded(folder.resolve("clip.mp4"), "color=red:s=64x48:r=60:d=2");
    for (int frames = 61; frames <= 65; frames += 2) {
      var visual =
          new Visual.Footage(TestCall.artifact(clip, "video/mp4"), Fit.COVER, Duration.ZERO);
      var asked =
          new SegmentRequest(
              TINY, rate, frames, List.of(new Layer(visual, 0, frames)), null, null, Quality.DRAFT);
      var segment = composer.segment(asked, new TestCall(folder)).video();
      double seconds = (frames + 0.9) / rate;
      var sound = folder.resolve("s" + frames + ".m4a");
      TestMedia.sound(sound, "sine=440:r=" + hertz + ":d=" + seconds);

      var finished =
          composer.finish(
              new FinishRequest(
                  List.of(segment), TestCall.artifact(sound, "audio/mp4"), frames, rate, "", "en"),
              new TestCall(folder));

      var file = TestCall.path(finished.video());
      assertThat(TestMedia.times(file)).hasSize(frames);
      assertThat(finished.duration().toNanos() / 1e9).isCloseTo(seconds, within(0.13));
    }
  }

  @Test
  void captioned_ofPixelsThatAreNotSquare_isAsWideAsShown() throws Exception {
    var source = encoded(folder.resolve("tv.mp4"), "testsrc2=s=72x58:r=25:d=1,setsar=64/45");
    assertThat(composer.probe(source).video().width()).isEqualTo(102);

    captioned(source, video -> assertSize(video, 102, 58));
    var visual =
        new Visual.Footage(TestCall.artifact(source, "video/mp4"), Fit.CONTAIN, Duration.ZERO);
    var asked =
        new SegmentRequest(
            new VideoFormat(64, 64),
            25,
            1,
            List.of(new Layer(visual, 0, 1)),
            null,
            null,
            Quality.HIGH);
    var frame =
        TestMedia.frame(TestCall.path(composer.segment(asked, new TestCall(folder)).video()), 0);
    assertThat(bright(frame, 8)).isFalse();
    assertThat(bright(frame, 56)).isFalse();
    assertThat(bright(frame, 20)).isTrue();
    assertThat(bright(frame, 44)).isTrue();
  }

  @Test
  void captioned_ofTurnedPicture_isUpright() throws Exception {
    var flat = encoded(folder.resolve("flat.mp4"), "testsrc2=s=160x90:r=25:d=1");
    var source = folder.resolve("phone.mp4");
    make(
        List.of("-i", flat.toString(), "-c", "copy"),
        List.of("-metadata:s:v", "rotate=90"),
        List.of(source.toString()));

    captioned(
        source,
        video -> {
          assertSize(video, 90, 160);
          var before = TestMedia.frame(source, 5);
          assertThat(PixelDifference.changed(before, TestMedia.frame(video, 5), 0, 160))
              .isLessThan(90 * 160 / 50);
        });
  }

  @Test
  void captioned_ofOddSides_losesALine() throws Exception {
    var source = folder.resolve("odd.mp4");
    make(
        List.of("-f", "lavfi", "-i", "testsrc2=s=65x49:r=25:d=1"),
        List.of("-c:v", "libx264", "-pix_fmt", "yuv444p"),
        List.of(source.toString()));

    captioned(source, video -> assertSize(video, 64, 48));
  }

  @ParameterizedTest
  @CsvSource({"0.2, 5", "0.04, 1"})
  void captioned_ofAnInstant_hasAllItsFrames(double seconds, int frames) throws Exception {
    var source = TestMedia.clip(folder.resolve("short.mp4"), "64x48", 25, seconds);

    captioned(
        source,
        video -> assertThat(TestMedia.times(video).size()).isBetween(frames, Math.max(frames, 5)));
  }

  /** Frames at 0 to 4.9 s, then none until 45 s. */
  private static Path standing(Path file) {
    return encoded(
        file, String.format(COUNTED, 47) + ",select='lt(t\\,5)+gte(t\\,45)'", "-vsync", "vfr");
  }

  private static Path encoded(Path file, String source, String... options) {
    make(
        List.of("-f", "lavfi", "-i", source),
        List.of(options),
        List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "10", file.toString()));
    return file;
  }

  private static void make(List<String> first, List<String> second, List<String> third) {
    var arguments = new ArrayList<>(first);
    arguments.addAll(second);
    arguments.addAll(third);
    TestMedia.run(arguments);
  }

  private void captioned(Path source, Consumer<Path> body) throws Exception {
    var srt =
        Files.writeString(folder.resolve("words.srt"), "1\n00:00:00,700 --> 00:00:00,900\nWords\n");
    try (var ledger = Ledgers.inMemory();
        var storage = Storages.inMemory();
        var pipeline =
            VideoPipeline.builder().ledger(ledger).storage(storage).composer(composer).build()) {
      var request = VideoRequest.captioned(source).captions(srt).quality(Quality.HIGH).build();
      body.accept(pipeline.render(request).video());
    }
  }

  private MediaInfo info(Path file) {
    try {
      return composer.probe(file);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertSize(Path video, int width, int height) {
    assertThat(info(video).video().width()).isEqualTo(width);
    assertThat(info(video).video().height()).isEqualTo(height);
  }

  private static void assertShown(int[] frames, int brightness) {
    for (int i = 0; i < frames.length; i++) {
      assertThat(frames[i]).as("frame %d", i).isCloseTo(brightness, within(2));
    }
  }

  private static boolean bright(BufferedImage image, int y) {
    for (int x = 0; x < image.getWidth(); x++) {
      if (TestMedia.red(image, x, y) + TestMedia.green(image, x, y) > 100) {
        return true;
      }
    }
    return false;
  }

  private int[] luma(Path clip, int offset, int frames) throws Exception {
    var visual = new Visual.Footage(TestCall.artifact(clip, "video/mp4"), Fit.COVER, Duration.ZERO);
    var layer = new Layer(visual, offset, offset + frames);
    var asked = new SegmentRequest(TINY, 30, frames, List.of(layer), null, null, Quality.HIGH);
    return Luma.of(TestCall.path(composer.segment(asked, new TestCall(folder)).video()));
  }
}
