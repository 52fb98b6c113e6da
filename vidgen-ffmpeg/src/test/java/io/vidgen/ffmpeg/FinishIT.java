package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidgen.error.VidgenException;
import io.vidgen.ffmpeg.internal.probe.Mp4File;
import io.vidgen.model.Artifact;
import io.vidgen.model.AudioClip;
import io.vidgen.model.Fit;
import io.vidgen.model.Quality;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import io.vidgen.spi.FinishRequest;
import io.vidgen.spi.FinishResult;
import io.vidgen.spi.MixRequest;
import io.vidgen.spi.PosterRequest;
import io.vidgen.spi.SegmentRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishIT {
  private static final VideoFormat SMALL = new VideoFormat(180, 320);
  @TempDir static Path folder;
  private static Path clip;
  private final FfmpegComposer composer = FfmpegComposer.create(TestMedia.options());

  @BeforeAll
  static void media() {
    clip = TestMedia.clip(folder.resolve("clip.mp4"), "180x320", 30, 3);
  }

  @Test
  void finish_ofManySegments_hasEveryFrameOnTheGrid() throws Exception {
    var segments = new ArrayList<Artifact>();
    int frames = 0;
    for (int i = 0; i < 9; i++) {
      int length = 7 * i + 3;
      segments.add(segment(length, Quality.STANDARD, SMALL));
      frames += length;
    }
    var result = finish(segments, frames, "It's a title: 50 % off, {really}");

    var file = TestCall.path(result.video());
    var expected = new ArrayList<Long>();
    for (long i = 0; i < frames; i++) {
      expected.add(i * 512);
    }
    assertThat(TestMedia.times(file)).isEqualTo(expected);
    var boxes = Mp4File.read(file);
    assertThat(boxes.moovFirst()).isTrue();
    assertThat(boxes.tracks().get(0).duration())
        .isEqualTo(Duration.ofNanos(frames * 1_000_000_000L / 30));
    assertThat(result.duration().toMillis())
        .isBetween(frames * 1000L / 30, frames * 1000L / 30 + 1);
    var said = TestMedia.run(List.of("-i", file.toString(), "-t", "0.1", "-f", "null", "-"));
    assertThat(said).contains("It's a title: 50 % off, {really}").contains("(fra): Audio: aac");
  }

  @Test
  void finish_withSound_keepsItWithThePicture() throws Exception {
    var beep = TestMedia.sound(folder.resolve("beep.wav"), "sine=1000:r=48000:d=0.2");
    var sound =
        new AudioClip(
            TestCall.artifact(beep, "audio/wav"),
            AudioClip.Role.EFFECT,
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            0);
    var result = finish(List.of(segment(60, Quality.DRAFT, SMALL)), 60, "", sound);

    // as players do, ffmpeg leaves out what the encoder put before the first sample
    var samples = TestMedia.samples(TestCall.path(result.video()));
    int first = 0;
    while (Math.abs(samples[first]) < 1500) {
      first++;
    }
    assertThat(first).isBetween(48_000 - 60, 48_000 + 60);
  }

  @Test
  void finish_ofSegmentsWithOtherSettings_refuses() throws Exception {
    var draft = segment(5, Quality.DRAFT, SMALL);
    var standard = segment(5, Quality.STANDARD, SMALL);
    var wide = segment(5, Quality.STANDARD, new VideoFormat(320, 180));

    assertThatThrownBy(() -> finish(List.of(draft, standard), 10, ""))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("number 2 was encoded with other settings");
    assertThatThrownBy(() -> finish(List.of(standard, wide), 10, ""))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("number 2 is 320x180, not 180x320");
    assertThatThrownBy(() -> finish(List.of(standard), 6, ""))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("5 frames together instead of 6");
  }

  @Test
  void inspect_ofFinishedVideo_findsItsStreamsAndStretches() throws Exception {
    var result = finish(List.of(segment(120, Quality.STANDARD, SMALL)), 120, "");

    var report = composer.inspect(TestCall.path(result.video()));
    assertThat(report.startsFast()).isTrue();
    assertThat(report.media().audio()).isNotNull();
    assertThat(report.black()).isEmpty();
    assertThat(report.silent()).hasSize(1);
    assertThat(report.loudness()).isEqualTo(-70);
    assertThat(report.problems()).extracting(p -> p.field()).containsExactly("silent");
  }

  @Test
  void poster_ofFrame_isThatFrame() throws Exception {
    var video = segment(40, Quality.STANDARD, SMALL);
    var poster = composer.poster(new PosterRequest(video, 33, 30), new TestCall(folder));

    var image = ImageIO.read(TestCall.path(poster.image()).toFile());
    var right = TestMedia.frame(TestCall.path(video), 33);
    var before = TestMedia.frame(TestCall.path(video), 32);
    assertThat(PixelDifference.mean(image, right)).isLessThan(PixelDifference.mean(image, before));
    assertThat(poster.image().mediaType()).isEqualTo("image/jpeg");
    assertThatThrownBy(
            () -> composer.poster(new PosterRequest(video, 400, 30), new TestCall(folder)))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("no frame 400");
  }

  @ParameterizedTest
  @CsvSource({"24, 8.0", "25, 2.0", "30, 1.0"})
  void poster_last_isTheLastFrameWhateverTheRate(int rate, double seconds) throws Exception {
    var video = TestMedia.clip(folder.resolve("rate.mp4"), "160x96", rate, seconds);

    var asked = PosterRequest.last(TestCall.artifact(video, "video/mp4"));
    var poster = composer.poster(asked, new TestCall(folder));

    var image = ImageIO.read(TestCall.path(poster.image()).toFile());
    int last = (int) (rate * seconds) - 1;
    var right = PixelDifference.mean(image, TestMedia.frame(video, last));
    assertThat(right).isLessThan(PixelDifference.mean(image, TestMedia.frame(video, last - 1)));
  }

  private Artifact segment(int frames, Quality quality, VideoFormat format) throws Exception {
    var visual = new Visual.Footage(TestCall.artifact(clip, "video/mp4"), Fit.COVER, Duration.ZERO);
    return composer
        .segment(
            new SegmentRequest(
                format,
                30,
                frames,
                List.of(new SegmentRequest.Layer(visual, 0, frames)),
                null,
                null,
                quality),
            new TestCall(folder))
        .video();
  }

  private FinishResult finish(
      List<Artifact> segments, int frames, String title, AudioClip... sounds) throws Exception {
    var mix =
        composer.mix(new MixRequest(List.of(sounds), frames, 30, -14, -1.5), new TestCall(folder));
    return composer.finish(
        new FinishRequest(segments, mix.audio(), frames, 30, title, "fr-FR"), new TestCall(folder));
  }
}
