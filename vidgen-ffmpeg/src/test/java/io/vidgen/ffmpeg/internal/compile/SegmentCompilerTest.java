package io.vidgen.ffmpeg.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidgen.model.Fit;
import io.vidgen.model.Motion;
import io.vidgen.model.Quality;
import io.vidgen.model.Transition.Kind;
import io.vidgen.model.VideoFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SegmentCompilerTest {
  private static final String ASCII = "\\p{ASCII}*";
  private static final MediaInput PNG = new MediaInput(Path.of("/in/a%d.png"), "png_pipe");
  private static final MediaInput MP4 = new MediaInput(Path.of("/in/b.mp4"), "");

  @Test
  void compile_ofMovingStill_isOneCommand() {
    var still = still(Motion.ZOOM_IN, 30, 120);
    var arguments = SegmentCompiler.compile(body(still, "captions.ass", Quality.STANDARD), "o.mp4");

    assertThat(String.join(" ", arguments))
        .isEqualTo(
            "-protocol_whitelist file,pipe,crypto -f png_pipe -framerate 30 -i file:/in/a%d.png"
                + " -filter_complex [0:v:0]scale=2160:3840:force_original_aspect_ratio=increase:"
                + "out_color_matrix=bt709:out_range=tv,crop=2160:3840,setsar=1,format=yuv444p,"
                + "zoompan=z=iw/(2*round(iw/(2*(1+0.12*min(1\\,(on+30)/119))))+0.5):"
                + "x=(iw-iw/zoom)/2:y=(ih-ih/zoom)/2:d=60:s=1080x1920:fps=30,setpts=N,"
                + "format=yuv420p,settb=1/30,setpts=N[l0];"
                + "[l0]null,blackdetect=d=0.3:pix_th=0.08,ass=captions.ass,format=yuv420p[out]"
                + " -map [out] -frames:v 60 -c:v libx264 -preset veryfast -crf 21 -profile:v high"
                + " -pix_fmt yuv420p -g 60 -keyint_min 60 -sc_threshold 0 -flags +cgop"
                + " -x264-params stitchable=1:open-gop=0 -threads 1 -colorspace bt709"
                + " -color_primaries bt709 -color_trc bt709 -color_range tv"
                + " -video_track_timescale 15360 -an -sn -dn -map_metadata -1 -f mp4 o.mp4");
  }

  @Test
  void compile_whereDigitsAreNotLatin_isTheSame() {
    var usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(String.format(Locale.getDefault(), "%d", 1)).isNotEqualTo("1");
      compile_ofMovingStill_isOneCommand();
      compile_ofTransition_joinsTwoLayersOverItsLength();
      assertThat(graph(body(still(Motion.ZOOM_OUT, 0, 9), null, Quality.HIGH))).matches(ASCII);
      assertThat(graph(body(square(), null, Quality.HIGH))).contains("gblur").matches(ASCII);
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void compile_ofTransition_joinsTwoLayersOverItsLength() {
    var plan =
        new SegmentPlan(
            VideoFormat.PORTRAIT,
            30,
            60,
            List.of(footage(45, Duration.ofSeconds(2)), still(Motion.NONE, 0, 90)),
            Kind.SLIDE,
            null,
            Quality.DRAFT,
            2);
    var arguments = String.join(" ", SegmentCompiler.compile(plan, "o.mp4"));

    assertThat(arguments)
        .contains("-noaccurate_seek -ss 2.5 -i file:/in/b.mp4")
        .contains(
            "[0:v:0]fps=30:start_time=-2.533333,tpad=stop_mode=clone:stop=-1,"
                + "trim=start_frame=106:end_frame=166,setpts=N,")
        .contains("[l0][l1]xfade=transition=slideleft:duration=2:offset=0,blackdetect")
        .contains("freezedetect")
        .contains("-preset ultrafast -crf 26")
        .doesNotContain("ass=");
  }

  @Test
  void compile_ofFootagePastItsEnd_readsItsLastSecond() {
    var arguments =
        SegmentCompiler.compile(body(footage(600, Duration.ZERO), null, Quality.HIGH), "o.mp4");

    // it is 10 s long: read from 9 s on, and go on from there to frame 600
    assertThat(arguments).containsSequence("-ss", "9");
    assertThat(String.join(" ", arguments)).contains("trim=start_frame=601:end_frame=661");
  }

  @Test
  void compile_ofSmallUntaggedFootage_leavesItsColorsToFfmpeg() {
    var small =
        new LayerPlan(
            MP4,
            320,
            240,
            true,
            false,
            Duration.ofSeconds(10),
            Duration.ZERO,
            Fit.CONTAIN,
            Motion.NONE,
            0,
            9,
            LayerPlan.INDEXED);
    var hd = footage(0, Duration.ZERO);

    assertThat(graph(body(small, null, Quality.STANDARD))).doesNotContain("in_color_matrix");
    assertThat(graph(body(hd, null, Quality.STANDARD))).contains("in_color_matrix=bt709");
  }

  @Test
  void compile_ofSameShape_neverBlurs() {
    assertThat(graph(body(footage(0, Duration.ZERO), null, Quality.STANDARD)))
        .doesNotContain("gblur");
  }

  private static String graph(SegmentPlan plan) {
    var arguments = SegmentCompiler.compile(plan, "o.mp4");
    return arguments.get(arguments.indexOf("-filter_complex") + 1);
  }

  private static SegmentPlan body(
      LayerPlan layer, @org.jspecify.annotations.Nullable String captions, Quality quality) {
    return new SegmentPlan(
        VideoFormat.PORTRAIT, 30, 60, List.of(layer), null, captions, quality, 1);
  }

  private static LayerPlan still(Motion motion, int offset, int total) {
    return new LayerPlan(
        PNG,
        1000,
        1000,
        true,
        false,
        Duration.ZERO,
        Duration.ZERO,
        Fit.COVER,
        motion,
        offset,
        total,
        LayerPlan.INDEXED);
  }

  private static LayerPlan footage(int offset, Duration from) {
    return new LayerPlan(
        MP4,
        720,
        1280,
        true,
        false,
        Duration.ofSeconds(10),
        from,
        Fit.BLURRED_FILL,
        Motion.NONE,
        offset,
        900,
        LayerPlan.INDEXED);
  }

  private static LayerPlan square() {
    return new LayerPlan(
        MP4,
        720,
        720,
        true,
        false,
        Duration.ofSeconds(10),
        Duration.ZERO,
        Fit.BLURRED_FILL,
        Motion.NONE,
        0,
        900,
        LayerPlan.INDEXED);
  }
}
