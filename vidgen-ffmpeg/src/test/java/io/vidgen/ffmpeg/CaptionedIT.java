package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.VideoPipeline;
import io.vidgen.job.Render;
import io.vidgen.job.VideoRequest;
import io.vidgen.ledger.Ledgers;
import io.vidgen.model.Fit;
import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import io.vidgen.spi.AudioRequest;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SegmentRequest.Layer;
import io.vidgen.storage.Storages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Captions on finished videos: nothing else about them may change. */
class CaptionedIT {
  private static final String SRT =
      """
      1
      00:00:01,000 --> 00:00:02,500
      Nothing else changes.

      2
      00:00:20,000 --> 00:00:24,000
      No cut goes through this.
      """;
  private static final VideoFormat TINY = new VideoFormat(64, 48);

  @TempDir Path folder;
  private final FfmpegComposer composer = FfmpegComposer.create(TestMedia.options());

  @Test
  void captioned_clip_keepsSoundSizeAndRate() throws Exception {
    var source = TestMedia.clip(folder.resolve("clip.mp4"), "322x180", 25, 6);

    captioned(
        source,
        (video, render) -> {
          var info = info(video);
          assertThat(info.video().width()).isEqualTo(322);
          assertThat(info.video().height()).isEqualTo(180);
          assertThat(info.video().frameRate()).isEqualTo(25);
          assertThat(TestMedia.times(video)).hasSize(150);
          assertThat(streamHash(video)).isEqualTo(streamHash(source));
          assertThat(TestMedia.samples(video)).isEqualTo(TestMedia.samples(source));
          var before = TestMedia.frame(source, 37);
          assertThat(PixelDifference.changed(before, TestMedia.frame(video, 37), 90, 180))
              .isGreaterThan(50);
        });
  }

  @Test
  void captioned_longClip_losesAndDoublesNoFrameAtItsCuts() throws Exception {
    var source = Luma.clip(folder.resolve("long.mp4"), "25", 45);

    captioned(
        source,
        (video, render) -> {
          assertThat(segments(render)).isEqualTo(2);
          // The captions cover the middle of the small picture's lower half only.
          assertSameFrames(luma(video), luma(source), 14);
          assertThat(streamHash(video)).isEqualTo(streamHash(source));
        });
  }

  @ParameterizedTest
  @CsvSource({"25, 25", "30, 30", "24000/1001, 24", "30000/1001, 30", "60, 60"})
  void segment_atAnyOffset_isFrameExact(String rate, int grid) throws Exception {
    var clip = Luma.clip(folder.resolve("clip.mp4"), rate, 8);
    int frames = grid * 8 - 1;

    var whole = luma(clip, grid, Duration.ZERO, 0, frames);
    int first = grid + 7;
    int second = grid * 5 + 13;
    var parts =
        List.of(
            luma(clip, grid, Duration.ZERO, 0, first),
            luma(clip, grid, Duration.ZERO, first, second),
            luma(clip, grid, Duration.ZERO, second, frames));

    var joined = parts.stream().flatMapToInt(Arrays::stream).toArray();
    assertSameFrames(joined, whole, 2);
    if (!rate.contains("/")) {
      assertSameFrames(whole, Arrays.copyOf(luma(clip), frames), 2);
    }
  }

  @Test
  void segment_beginsBeforeItsFootage_holdsTheFirstFrame() throws Exception {
    var clip = Luma.clip(folder.resolve("clip.mp4"), "30", 2);
    var source = luma(clip);

    var held = luma(clip, 30, Duration.ofMillis(-200), 0, 30);
    var later = luma(clip, 30, Duration.ofMillis(-200), 4, 30);

    for (int i = 0; i < 30; i++) {
      assertThat(held[i]).as("frame %d", i).isCloseTo(source[Math.max(0, i - 6)], within(2));
    }
    assertSameFrames(later, Arrays.copyOfRange(held, 4, 30), 2);
  }

  @Test
  void audio_ofAnotherCodec_isEncodedAtItsOwnLevel() throws Exception {
    var source =
        Luma.clip(
            folder.resolve("clip.mkv"),
            "25",
            3,
            "-f",
            "lavfi",
            "-i",
            "sine=440:d=3",
            "-c:a",
            "flac");

    var kept = audio(source, AudioRequest.Form.KEPT);

    assertThat(info(kept).audio().codec()).isEqualTo("aac");
    assertThat(level(kept)).isCloseTo(level(source), within(0.3));
  }

  @Test
  void audio_thatBeginsLate_staysWhereItWas() throws Exception {
    var source =
        Luma.clip(
            folder.resolve("clip.mp4"),
            "25",
            3,
            "-itsoffset",
            "1",
            "-f",
            "lavfi",
            "-i",
            "sine=440:d=2",
            "-c:a",
            "aac");

    for (var form : AudioRequest.Form.values()) {
      var samples = TestMedia.samples(audio(source, form));
      assertThat(loudest(samples, 0, 45_000)).as("%s before", form).isLessThan(300);
      assertThat(loudest(samples, 50_000, 90_000)).as("%s after", form).isGreaterThan(2000);
    }
  }

  @Test
  void audio_forSpeech_is16kHzMono() throws Exception {
    var source = TestMedia.clip(folder.resolve("clip.mp4"), "64x48", 25, 2);

    var info = info(audio(source, AudioRequest.Form.SPEECH));

    assertThat(info.audio().codec()).isEqualTo("pcm_s16le");
    assertThat(info.audio().sampleRate()).isEqualTo(16_000);
    assertThat(info.audio().channels()).isEqualTo(1);
    assertThat(info.duration().toMillis()).isCloseTo(2000, within(30L));
  }

  @ParameterizedTest
  @EnumSource(names = {"SPEECH", "STRETCH"})
  void audio_stretch_isThatStretch(AudioRequest.Form form) throws Exception {
    var source = folder.resolve("late.mp4");
    TestMedia.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=64x48:r=24:d=4",
            "-f",
            "lavfi",
            "-i",
            "aevalsrc='if(between(t,2,3),0.5*sin(2*PI*440*t),0)':d=4",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-c:a",
            "aac",
            source.toString()));

    var asked =
        new AudioRequest(
            TestCall.artifact(source, "video/mp4"),
            form,
            Duration.ofMillis(1500),
            Duration.ofSeconds(2));
    var result = composer.audio(asked, new TestCall(folder));

    assertThat(result.duration().toMillis()).isCloseTo(2000, within(30L));
    // Heard from 0.5 s to 1.5 s of the stretch, in 48,000 samples a second.
    var samples = TestMedia.samples(TestCall.path(result.audio()));
    assertThat(loudest(samples, 0, 22_000)).isLessThan(300);
    assertThat(loudest(samples, 26_000, 70_000)).isGreaterThan(2000);
    assertThat(loudest(samples, 74_000, 94_000)).isLessThan(300);
  }

  private void captioned(Path source, BiConsumer<Path, Render> body) throws Exception {
    var srt = Files.writeString(folder.resolve("words.srt"), SRT);
    try (var ledger = Ledgers.inMemory();
        var storage = Storages.inMemory();
        var pipeline =
            VideoPipeline.builder().ledger(ledger).storage(storage).composer(composer).build()) {
      var render =
          pipeline.render(
              VideoRequest.captioned(source).captions(srt).quality(Quality.HIGH).build());
      body.accept(render.video(), render);
    }
  }

  private int[] luma(Path clip, int grid, Duration from, int begin, int end) throws Exception {
    var visual = new Visual.Footage(TestCall.artifact(clip, "video/mp4"), Fit.COVER, from);
    var layer = new Layer(visual, begin, end);
    var asked =
        new SegmentRequest(TINY, grid, end - begin, List.of(layer), null, null, Quality.HIGH);
    var result = composer.segment(asked, new TestCall(folder));
    return luma(TestCall.path(result.video()));
  }

  private static int[] luma(Path video) {
    try {
      return Luma.of(video);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path audio(Path source, AudioRequest.Form form) throws Exception {
    var asked = new AudioRequest(TestCall.artifact(source, "video/mp4"), form);
    return TestCall.path(composer.audio(asked, new TestCall(folder)).audio());
  }

  private io.vidgen.spi.MediaInfo info(Path file) {
    try {
      return composer.probe(file);
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the sound's packets, not of what they sound like. */
  private static String streamHash(Path file) {
    var log =
        TestMedia.run(
            List.of(
                "-i",
                file.toString(),
                "-map",
                "0:a",
                "-c",
                "copy",
                "-f",
                "streamhash",
                "-hash",
                "md5",
                "-"));
    return log.lines().filter(line -> line.contains("MD5=")).findFirst().orElseThrow();
  }

  private static double level(Path file) {
    double sum = 0;
    var samples = TestMedia.samples(file);
    for (int i = 10_000; i < 120_000; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / 110_000);
  }

  private static int loudest(short[] samples, int from, int to) {
    int loudest = 0;
    for (int i = from; i < to; i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    return loudest;
  }

  private static long segments(Render render) {
    try {
      var manifest = Files.readString(render.files().get(Render.MANIFEST));
      return manifest.lines().filter(line -> line.contains("\"segment-")).count();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertSameFrames(int[] frames, int[] expected, int tolerance) {
    assertThat(frames).hasSameSizeAs(expected);
    for (int i = 0; i < frames.length; i++) {
      assertThat(frames[i]).as("frame %d", i).isCloseTo(expected[i], within(tolerance));
    }
  }
}
