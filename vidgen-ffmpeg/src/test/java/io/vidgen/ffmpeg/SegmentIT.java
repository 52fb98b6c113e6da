package io.vidgen.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vidgen.error.FailureKind;
import io.vidgen.error.VidgenException;
import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Quality;
import io.vidgen.model.Transition.Kind;
import io.vidgen.model.VideoFormat;
import io.vidgen.model.Visual;
import io.vidgen.spi.SegmentRequest;
import io.vidgen.spi.SegmentRequest.Layer;
import io.vidgen.spi.SegmentResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentIT {
  private static final VideoFormat SMALL = new VideoFormat(180, 320);
  @TempDir static Path folder;
  private static Path clip;
  private static Path red;
  private static Path blue;
  private final FfmpegComposer composer = FfmpegComposer.create(TestMedia.options());

  @BeforeAll
  static void media() {
    clip = TestMedia.clip(folder.resolve("clip 100%d's.mp4"), "320x180", 24, 2);
    red = TestMedia.still(folder.resolve("red%03d.png"), "color=red:s=180x320");
    blue = TestMedia.still(folder.resolve("blue.jpg"), "color=blue:s=180x320");
  }

  @ParameterizedTest
  @ValueSource(strings = {"180x320", "320x180", "180x180", "144x180"})
  void segment_ofEveryShape_hasItsSizeAndFrames(String size) throws Exception {
    var format = VideoFormat.parse(size);
    var video = render(format, 20, null, null, footage(clip, Fit.BLURRED_FILL, 0, 20));

    var info = composer.probe(TestCall.path(video.video())).video();
    assertThat(info.width()).isEqualTo(format.width());
    assertThat(info.height()).isEqualTo(format.height());
    assertThat(info.codec()).isEqualTo("h264");
    assertThat(info.profile()).isEqualTo("High");
    assertThat(info.pixelFormat()).isEqualTo("yuv420p");
    assertThat(info.frameRate()).isEqualTo(30);
    assertThat(TestMedia.times(TestCall.path(video.video()))).hasSize(20);
  }

  @Test
  void segment_inFullPortrait_isEncodedAtFullSize() throws Exception {
    var video =
        render(VideoFormat.PORTRAIT, 3, null, null, still(red, Motion.ZOOM_IN, Fit.COVER, 0, 3));

    var image = TestMedia.frame(TestCall.path(video.video()), 1);
    assertThat(image.getWidth()).isEqualTo(1080);
    assertThat(image.getHeight()).isEqualTo(1920);
    assertThat(TestMedia.red(image, 540, 960)).isCloseTo(253, within(5));
    assertThat(TestMedia.green(image, 540, 960)).isLessThan(8);
  }

  @Test
  void segment_ofWideClipInPortrait_isFilledWithItsDarkerBlur() throws Exception {
    var white = TestMedia.still(folder.resolve("white.png"), "color=white:s=320x180");
    var filled = render(SMALL, 2, null, null, still(white, Motion.NONE, Fit.BLURRED_FILL, 0, 2));
    var contained = render(SMALL, 2, null, null, still(white, Motion.NONE, Fit.CONTAIN, 0, 2));
    var covered = render(SMALL, 2, null, null, still(white, Motion.NONE, Fit.COVER, 0, 2));

    assertThat(red(filled, 90, 160)).isGreaterThan(250);
    assertThat(red(filled, 90, 20)).isBetween(120, 200);
    assertThat(red(contained, 90, 20)).isLessThan(5);
    assertThat(red(contained, 90, 160)).isGreaterThan(250);
    assertThat(red(covered, 90, 20)).isGreaterThan(250);
  }

  @Test
  void segment_ofMovingStill_goesOnWhereTheLastOneEnded() throws Exception {
    var source =
        TestMedia.still(
            folder.resolve("ramp.png"), "nullsrc=s=360x640,geq=lum='255*X/W':cb=128:cr=128");
    var whole = render(SMALL, 40, null, null, still(source, Motion.PAN_RIGHT, Fit.COVER, 0, 40));
    var rest = render(SMALL, 15, null, null, still(source, Motion.PAN_RIGHT, Fit.COVER, 25, 40));

    int begin = red(whole, 90, 160, 0);
    int joint = red(whole, 90, 160, 25);
    assertThat(joint).isGreaterThan(begin + 3);
    assertThat(red(rest, 90, 160, 0)).isCloseTo(joint, within(2));
    assertThat(red(rest, 90, 160, 14)).isCloseTo(red(whole, 90, 160, 39), within(2));
  }

  @Test
  void segment_ofLaterFootage_showsTheSameFramesAsOneWhole() throws Exception {
    var whole = render(SMALL, 50, null, null, footage(clip, Fit.COVER, 0, 60));
    var later = render(SMALL, 10, null, null, footage(clip, Fit.COVER, 37, 60));

    var expected = TestMedia.frame(TestCall.path(whole.video()), 37);
    var first = TestMedia.frame(TestCall.path(later.video()), 0);
    assertThat(PixelDifference.mean(expected, first)).isLessThan(4);
    var other = TestMedia.frame(TestCall.path(whole.video()), 41);
    assertThat(PixelDifference.mean(expected, first))
        .isLessThan(PixelDifference.mean(other, first));
  }

  @Test
  void segment_ofTooShortFootage_keepsItsLastFrameAndSaysSo() throws Exception {
    var result = render(SMALL, 150, null, null, footage(clip, Fit.COVER, 0, 150));

    assertThat(TestMedia.times(TestCall.path(result.video()))).hasSize(150);
    assertThat(result.frozen()).hasSize(1);
    assertThat(result.frozen().get(0).start().toMillis()).isBetween(1800L, 2100L);
    assertThat(result.frozen().get(0).end()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void segment_beyondTheEndOfFootage_showsItsLastFrame() throws Exception {
    var result = render(SMALL, 6, null, null, footage(clip, Fit.COVER, 90, 120));

    assertThat(result.frames()).isEqualTo(6);
  }

  @Test
  void segment_ofBlackFootage_saysSoThoughCaptionsCoverIt() throws Exception {
    var black = folder.resolve("black.mp4");
    TestMedia.run(List.of("-f", "lavfi", "-i", "color=black:s=180x320:d=2:r=30", black.toString()));
    var result = render(SMALL, 45, null, CAPTIONS, footage(black, Fit.COVER, 0, 45));

    assertThat(result.black()).hasSize(1);
    assertThat(result.black().get(0).end().toMillis()).isBetween(1400L, 1500L);
  }

  @Test
  void segment_ofFade_mixesBothHalfWay() throws Exception {
    var video = render(SMALL, 20, Kind.FADE, null, stillOf(red), stillOf(blue));

    assertThat(red(video, 90, 160, 0)).isGreaterThan(245);
    assertThat(red(video, 90, 160, 10)).isBetween(100, 155);
    assertThat(red(video, 90, 160, 19)).isLessThan(30);
    assertThat(TestMedia.times(TestCall.path(video.video()))).hasSize(20);
  }

  @Test
  void segment_ofSlide_pushesTheNextInFromTheRight() throws Exception {
    var video = render(SMALL, 20, Kind.SLIDE, null, stillOf(red), stillOf(blue));

    assertThat(red(video, 20, 160, 10)).isGreaterThan(200);
    assertThat(red(video, 160, 160, 10)).isLessThan(60);
  }

  @Test
  void segment_withCaptions_drawsLatinArabicAndEmoji() throws Exception {
    var plain = render(SMALL, 2, null, null, stillOf(blue));
    var captioned = render(SMALL, 2, null, CAPTIONS, stillOf(blue));

    var before = TestMedia.frame(TestCall.path(plain.video()), 0);
    var after = TestMedia.frame(TestCall.path(captioned.video()), 0);
    // one line in each third of the picture
    for (int third = 0; third < 3; third++) {
      assertThat(PixelDifference.changed(before, after, third * 106, third * 106 + 100))
          .as("third " + third)
          .isGreaterThan(100);
    }
  }

  @Test
  void segment_withCharacterThatNoFontHas_fails() {
    assertThatThrownBy(
            () -> render(SMALL, 2, null, CAPTIONS.replace("Caf\u00e9", "\u4e2d"), stillOf(blue)))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("captions could not be drawn")
        .hasMessageContaining("addFontFolder");
  }

  @Test
  void segment_ofDamagedClip_namesIt() throws Exception {
    var whole = Files.readAllBytes(clip);
    var damaged = folder.resolve("damaged.mp4");
    Files.write(damaged, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> render(SMALL, 2, null, null, footage(damaged, Fit.COVER, 0, 2)))
        .isInstanceOfSatisfying(
            VidgenException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.LOCAL))
        .hasMessageContaining("damaged.mp4");
  }

  @Test
  void segment_ofPlaylist_isRefused() throws Exception {
    var playlist = folder.resolve("list.mp4");
    Files.writeString(playlist, "ffconcat version 1.0\nfile '" + red + "'\n");

    assertThatThrownBy(() -> render(SMALL, 2, null, null, footage(playlist, Fit.COVER, 0, 2)))
        .isInstanceOf(VidgenException.class)
        .hasMessageContaining("no picture, sound or video");
  }

  @Test
  void segment_whileItRuns_tellsGrowingProgress() throws Exception {
    var call = new TestCall(folder);
    composer.segment(
        new SegmentRequest(
            SMALL, 30, 60, List.of(footage(clip, Fit.COVER, 0, 60)), null, null, Quality.DRAFT),
        call);

    assertThat(call.told).isSorted().last().isEqualTo(1.0);
  }

  static final String CAPTIONS =
      """
      [Script Info]
      ScriptType: v4.00+
      PlayResX: 180
      PlayResY: 320

      [V4+ Styles]
      Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, \
      BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, \
      BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
      Style: Default,Montserrat ExtraBold,30,&H00FFFFFF,&H0000FFFF,&H00000000,&H80000000,\
      0,0,0,0,100,100,0,0,1,2,0,5,5,5,5,1

      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      Dialogue: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,,{\\pos(90,50)}Caf\u00e9 \u03a9
      Dialogue: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,,{\\pos(90,160)}\u0645\u0631\u062d\u0628\u0627
      Dialogue: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,,{\\pos(90,265)}\ud83d\ude00\u2764\ufe0f
      """;

  private SegmentResult render(
      VideoFormat format,
      int frames,
      @Nullable Kind transition,
      @Nullable String captions,
      Layer... layers)
      throws Exception {
    return composer.segment(
        new SegmentRequest(
            format, 30, frames, List.of(layers), transition, captions, Quality.STANDARD),
        new TestCall(folder));
  }

  private static Layer footage(Path file, Fit fit, int offset, int total) throws Exception {
    var source = TestCall.artifact(file, "video/mp4");
    return new Layer(new Visual.Footage(source, fit, Duration.ZERO), offset, total);
  }

  private static Layer still(Path file, Motion motion, Fit fit, int offset, int total)
      throws Exception {
    var source = TestCall.artifact(file, "image/png");
    return new Layer(new Visual.Still(source, fit, motion), offset, total);
  }

  private static Layer stillOf(Path file) throws Exception {
    return still(file, Motion.NONE, Fit.COVER, 0, 20);
  }

  private static int red(SegmentResult video, int x, int y) {
    return red(video, x, y, 0);
  }

  private static int red(SegmentResult video, int x, int y, int frame) {
    return TestMedia.red(TestMedia.frame(TestCall.path(video.video()), frame), x, y);
  }
}
